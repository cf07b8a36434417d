import { Suspense, lazy } from 'react';
import { Button, SimpleGrid, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { $api } from '@/shared/api/client';
import type { Sandbox } from '@/shared/api/types';
import { Page } from '@/shared/ui/Page';
import { Answer } from '@/shared/ui/states';
import { t } from '@/shared/i18n';
import { LedgerCard } from './LedgerCard';

const KnobForm = lazy(() => import('./KnobForm').then((m) => ({ default: m.KnobForm })));

const REFRESH_MS = 2_000;

export function Component() {
  const sandbox = $api.useQuery('get', '/api/v1/sandbox', {}, { refetchInterval: REFRESH_MS });
  return (
    <Page title={t('Sandbox')} about={t('A simulated Meta: nothing leaves this machine')} actions={<Reset />}>
      <Answer of={sandbox}>
        {(answer) => {
          const { knobs, account, ledger } = answer as Sandbox;
          return (
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
              <Suspense>
                <KnobForm knobs={knobs} />
              </Suspense>
              <div>
                <LedgerCard ledger={ledger} />
                <Text size="sm" c="dimmed" mt="md">
                  {t('Portfolio {{portfolio}}, account {{account}}; its numbers: {{numbers}}', {
                    portfolio: account.portfolioId,
                    account: account.wabaId,
                    numbers: (account.numbers ?? []).map((n) => n.displayPhoneNumber ?? n.phoneNumberId).join(', '),
                  })}
                </Text>
              </div>
            </SimpleGrid>
          );
        }}
      </Answer>
    </Page>
  );
}

function Reset() {
  const queries = useQueryClient();
  const reset = $api.useMutation('post', '/api/v1/sandbox/reset', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/sandbox'] }),
  });
  return (
    <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate({})}>
      {t('Forget all messages')}
    </Button>
  );
}
