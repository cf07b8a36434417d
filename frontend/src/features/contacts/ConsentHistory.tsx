import { Button, Group, Text, Timeline } from '@mantine/core';
import { api } from '@/shared/api/client';
import type { Schemas } from '@/shared/api/types';
import { momentExact } from '@/shared/format';
import { Answer } from '@/shared/ui/states';
import { usePages } from '@/shared/usePages';
import { consent } from '@/shared/words';
import { t } from '@/shared/i18n';

type Change = Schemas['ConsentChange'];

const LIMIT = 20;

/** How the consent came about, newest first: what one shows to whoever asks by what right they were written to. */
export function ConsentHistory({ contactId, moved }: { contactId: number; moved: string | undefined }) {
  const changes = usePages<Change>(['consent-history', contactId, moved], async (cursor) => {
    const { data } = await api.GET('/api/v1/contacts/{id}/consent-history', {
      params: { path: { id: contactId }, query: { limit: LIMIT, cursor } },
    });
    return data;
  });
  return (
    <section aria-label={t('How the consent came about')}>
      <Answer of={{ data: changes.rows, error: changes.error, refetch: changes.refetch }}>
        {(rows) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t('Nothing was ever said.')}</Text>
          ) : (
            <Timeline bulletSize={14} lineWidth={2}>
              {rows.map((change) => (
                <Timeline.Item key={change.id}>
                  <Text size="sm">{sentence(change)}</Text>
                  <Text size="xs" c="dimmed">
                    {[momentExact(change.at ?? change.recordedAt), change.source, change.evidence]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </Timeline.Item>
              ))}
            </Timeline>
          )
        }
      </Answer>
      {changes.hasNextPage && (
        <Group mt="sm">
          <Button variant="default" size="xs" loading={changes.isFetching} onClick={() => void changes.fetchNextPage()}>
            {t('Earlier')}
          </Button>
        </Group>
      )}
    </section>
  );
}

const sentence = ({ marketing, utility, requested }: Change): string =>
  [
    t('Marketing: {{consent}}', { consent: consent(marketing).toLowerCase() }),
    t('Utility: {{consent}}', { consent: consent(utility).toLowerCase() }),
    requested && t('a confirmation is waited for'),
  ]
    .filter(Boolean)
    .join(', ');
