import { Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, Suspense, lazy } from 'react';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Campaign, Stats } from '@/shared/api/types';
import { count, decimal, duration, moment, share } from '@/shared/format';
import { t } from '@/shared/i18n';
import { ENDED_STATES, limitedBy } from '@/shared/words';
import classes from './live.module.css';

const EndedTimeline = lazy(() => import('./EndedTimeline').then((m) => ({ default: m.EndedTimeline })));

interface SpeedCardProps {
  campaign: Campaign;
  stats: Stats | undefined;
}

export function SpeedCard({ campaign, stats }: SpeedCardProps) {
  const ended = ENDED_STATES.includes(stats?.state ?? campaign.state);
  return (
    <Paper withBorder p="md" h="100%">
      <Title order={2} mb="sm">
        {ended ? t('How it went') : t('Speed')}
      </Title>
      {ended ? <Summary campaign={campaign} stats={stats} /> : <Pace campaign={campaign} stats={stats} />}
    </Paper>
  );
}

function Pace({ campaign, stats }: SpeedCardProps) {
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="md">
      <Figure label={t('Messages a second')}>{decimal(stats?.ratePerSecond ?? 0)}</Figure>
      <Figure label={t('Done about')}>{moment(stats?.estimatedFinishAt)}</Figure>
      <Figure label={t('Held back by')} small>
        {limitedBy(stats?.limitedBy)}
      </Figure>
      <Room senderId={campaign.senderIds?.[0]} />
    </SimpleGrid>
  );
}

const REFRESH_MS = 5_000;

/** How many more people the portfolio may reach in these 24 hours. */
function Room({ senderId }: { senderId: number | undefined }) {
  const limits = $api.useQuery(
    'get',
    '/api/v1/senders/{id}/limits',
    { params: { path: { id: senderId ?? 0 } } },
    { enabled: senderId !== undefined, refetchInterval: REFRESH_MS },
  );
  if (!limits.data) return null;
  const { messagingLimit, remaining, nextReleaseAt } = limits.data;
  return (
    <Figure label={t('Room left in 24 hours')} small>
      <Anchor component={Link} to={`/senders/${senderId}`} inherit>
        {messagingLimit == null
          ? t('unlimited')
          : t('{{n}} of {{all}}', { n: count(remaining), all: count(messagingLimit) })}
      </Anchor>
      {nextReleaseAt && remaining === 0 && t(' · more {{when}}', { when: moment(nextReleaseAt) })}
    </Figure>
  );
}

/** What came of it in a sentence, and how it went from the launch to the end. */
function Summary({ campaign, stats }: SpeedCardProps) {
  const { startedAt, finishedAt, settledAt, funnel } = stats ?? {};
  const seconds = startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : undefined;
  return (
    <Stack gap="md">
      <Text size="sm">
        {stats && summary(stats, seconds)}{' '}
        {settledAt ? t('Nothing more is expected.') : t('Statuses may still arrive.')}
      </Text>
      {seconds !== undefined && (
        <SimpleGrid cols={2} spacing="md">
          <Figure label={t('Took')}>{duration(seconds)}</Figure>
          <Figure label={t('Messages a second, on average')}>
            {decimal((funnel?.accepted ?? 0) / Math.max(seconds, 1))}
          </Figure>
        </SimpleGrid>
      )}
      <Suspense>
        <EndedTimeline campaignId={campaign.id} settledAt={settledAt} />
      </Suspense>
    </Stack>
  );
}

/** The whole campaign in one sentence. */
function summary({ total, funnel, buckets }: Stats, seconds: number | undefined): string {
  const { delivered = 0, read = 0 } = funnel ?? {};
  const words = [
    t('{{n}} of {{all}} people have it on their phone ({{share}})', {
      n: count(delivered),
      all: count(total),
      share: share(delivered, total),
    }),
    delivered > 0 && t('{{share}} of them have read it', { share: share(read, delivered) }),
    (buckets?.failed ?? 0) > 0 && t('{{n}} failed', { n: count(buckets?.failed) }),
    seconds !== undefined && t('sending took {{time}}', { time: duration(seconds) }),
  ];
  return `${words.filter(Boolean).join(', ')}.`;
}

function Figure({ label, small, children }: { label: string; small?: boolean; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div" className={small ? undefined : classes.number}>
        {children}
      </Text>
    </div>
  );
}
