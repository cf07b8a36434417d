import { Title } from '@mantine/core';
import { Page } from '@/shared/ui/Page';
import { t } from '@/shared/i18n';
import { ApiKeys } from './ApiKeys';
import { LanguageChoice } from './LanguageChoice';
import { ConsentWords } from './ConsentWords';
import { Suppressions } from './Suppressions';
import { ChangePassword } from './ChangePassword';

export function Component() {
  return (
    <Page title={t('Settings')}>
      <section aria-labelledby="keys">
        <Title order={2} id="keys" mb="xs">
          {t('API keys')}
        </Title>
        <ApiKeys />
      </section>
      <section aria-labelledby="words">
        <Title order={2} id="words" mb="xs">
          {t('Replies that decide')}
        </Title>
        <ConsentWords />
      </section>
      <section aria-labelledby="suppressed">
        <Title order={2} id="suppressed" mb="xs">
          {t('Never to be written to')}
        </Title>
        <Suppressions />
      </section>
      <section aria-labelledby="password">
        <Title order={2} id="password" mb="xs">
          {t('Password')}
        </Title>
        <ChangePassword />
      </section>
      <section aria-labelledby="language">
        <Title order={2} id="language" mb="xs">
          {t('Language')}
        </Title>
        <LanguageChoice />
      </section>
    </Page>
  );
}
