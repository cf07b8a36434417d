import { Anchor, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Campaign, Stats } from '@/shared/api/types';
import { count, decimal, moment } from '@/shared/format';
import { ENDED_STATES, limitedBy } from '@/shared/words';
import classes from './live.module.css';

interface SpeedCardProps {
  campaign: Campaign;
  stats: Stats | undefined;
}

export function SpeedCard({ campaign, stats }: SpeedCardProps) {
  const ended = ENDED_STATES.includes(stats?.state ?? campaign.state);
  return (
    <Paper withBorder p="md" h="100%">
      <Title order={2} mb="sm">
        {ended ? 'How it went' : 'Speed'}
      </Title>
      {ended ? <Summary stats={stats} /> : <Pace campaign={campaign} stats={stats} />}
    </Paper>
  );
}

function Pace({ campaign, stats }: SpeedCardProps) {
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="md">
      <Figure label="Messages a second">{decimal(stats?.ratePerSecond ?? 0)}</Figure>
      <Figure label="Done about">{moment(stats?.estimatedFinishAt)}</Figure>
      <Figure label="Held back by" small>
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
    <Figure label="Room left in 24 hours" small>
      <Anchor component={Link} to={`/senders/${senderId}`} inherit>
        {messagingLimit == null ? 'unlimited' : `${count(remaining)} of ${count(messagingLimit)}`}
      </Anchor>
      {nextReleaseAt && remaining === 0 && ` · more ${moment(nextReleaseAt)}`}
    </Figure>
  );
}

function Summary({ stats }: { stats: Stats | undefined }) {
  const { startedAt, finishedAt, settledAt, funnel } = stats ?? {};
  const seconds = startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : undefined;
  return (
    <>
      <SimpleGrid cols={2} spacing="md" verticalSpacing="md">
        <Figure label="Took">{seconds === undefined ? '–' : duration(seconds)}</Figure>
        <Figure label="Messages a second, on average">
          {seconds ? decimal((funnel?.accepted ?? 0) / Math.max(seconds, 1)) : '–'}
        </Figure>
        <Figure label="Started" small>
          {moment(startedAt)}
        </Figure>
        <Figure label="Finished" small>
          {moment(finishedAt)}
        </Figure>
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="md">
        {settledAt ? 'Nothing more is expected.' : 'All is sent; statuses may still arrive.'}
      </Text>
    </>
  );
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3_600).toFixed(1)} h`;
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
