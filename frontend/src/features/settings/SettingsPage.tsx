import { Title } from '@mantine/core';
import { Page } from '@/shared/ui/Page';
import { ApiKeys } from './ApiKeys';
import { ChangePassword } from './ChangePassword';

export function Component() {
  return (
    <Page title="Settings">
      <section aria-labelledby="keys">
        <Title order={2} id="keys" mb="xs">
          API keys
        </Title>
        <ApiKeys />
      </section>
      <section aria-labelledby="password">
        <Title order={2} id="password" mb="xs">
          Password
        </Title>
        <ChangePassword />
      </section>
    </Page>
  );
}
