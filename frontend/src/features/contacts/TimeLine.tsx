import { Anchor, Button, Group, Text, Timeline } from '@mantine/core';
import { IconBolt, IconMessage, IconSend, IconShieldCheck, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api } from '@/shared/api/client';
import type { Schemas } from '@/shared/api/types';
import { BUCKET, bucketOf } from '@/shared/buckets';
import { useErrorCodes } from '@/shared/errorCodes';
import { humanize, momentExact } from '@/shared/format';
import { Answer, EmptyState } from '@/shared/ui/states';
import { usePages } from '@/shared/usePages';
import { consent, skipReason } from '@/shared/words';
import { t } from '@/shared/i18n';

type Entry = Schemas['TimelineEntry'];

const LIMIT = 50;

const ICONS: Record<string, TablerIcon> = {
  CAMPAIGN: IconSend,
  REPLY: IconMessage,
  CONSENT: IconShieldCheck,
  EVENT: IconBolt,
};

/** Campaigns, replies, consents and what the person did, newest first. */
export function TimeLine({ contactId }: { contactId: number }) {
  const entries = usePages<Entry>(['timeline', contactId], async (cursor) => {
    const { data } = await api.GET('/api/v1/contacts/{id}/timeline', {
      params: { path: { id: contactId }, query: { limit: LIMIT, cursor } },
    });
    return data;
  });
  return (
    <Answer of={{ data: entries.rows, error: entries.error, refetch: entries.refetch }}>
      {(rows) => (
        <>
          {rows.length === 0 && <EmptyState title={t('Nothing has happened yet')} />}
          <Timeline bulletSize={26} lineWidth={2} maw={720}>
            {rows.map((entry, i) => {
              const Icon = ICONS[entry.type ?? ''] ?? IconBolt;
              return (
                <Timeline.Item key={`${entry.type} ${entry.at} ${i}`} bullet={<Icon size={14} />}>
                  <Text size="sm" component="div">
                    <Words entry={entry} />
                  </Text>
                  <Text size="xs" c="dimmed">
                    {momentExact(entry.at)}
                  </Text>
                </Timeline.Item>
              );
            })}
          </Timeline>
          {entries.hasNextPage && (
            <Group mt="md">
              <Button variant="default" loading={entries.isFetching} onClick={() => void entries.fetchNextPage()}>
                {t('Earlier')}
              </Button>
            </Group>
          )}
        </>
      )}
    </Answer>
  );
}

function Words({ entry: { campaign, reply, consent: said, event } }: { entry: Entry }): ReactNode {
  if (campaign) return <Campaign part={campaign} />;
  if (reply) return t('Wrote: “{{text}}”', { text: reply.text ?? reply.payload ?? humanize(reply.type) });
  if (said)
    return [
      t('Marketing: {{consent}}', { consent: consent(said.marketing).toLowerCase() }),
      t('Utility: {{consent}}', { consent: consent(said.utility).toLowerCase() }),
      said.source,
    ]
      .filter(Boolean)
      .join(' · ');
  return `${event?.name ?? ''} ${properties(event?.properties)}`;
}

function Campaign({ part }: { part: Schemas['CampaignPart'] }) {
  const explain = useErrorCodes();
  const why = part.reason
    ? skipReason(part.reason)
    : part.errorCode && (explain(part.errorCode)?.meaning ?? t('Refused by WhatsApp'));
  return (
    <>
      <Anchor component={Link} to={`/campaigns/${part.campaignId}`} inherit>
        {part.name}
      </Anchor>
      {': '}
      {part.state && t(BUCKET[bucketOf(part.state)].label)}
      {why && ` (${why})`}
    </>
  );
}

const properties = (all: Record<string, unknown> | undefined): string =>
  Object.entries(all ?? {})
    .map(([key, value]) => `${key} ${String(value)}`)
    .join(', ');
