import { Group, Stack, Text, Title } from '@mantine/core';
import type { Campaign, Stats } from '@/shared/api/types';
import { moment } from '@/shared/format';
import type { Connection } from '@/shared/sse';
import { CampaignStateBadge, LiveBadge } from '@/shared/ui/badges';
import { Controls } from './Controls';
import classes from './live.module.css';

interface HeadlineProps {
  campaign: Campaign;
  stats: Stats | undefined;
  connection: Connection;
}

/** The state in words, why, what comes next, and the handles; stays on top on a phone. */
export function Headline({ campaign, stats, connection }: HeadlineProps) {
  const state = stats?.state ?? campaign.state;
  return (
    <div className={classes.headline}>
      <Group justify="space-between" gap="sm">
        <Stack gap={6}>
          <Title order={1}>{campaign.name}</Title>
          <Group gap="xs">
            <CampaignStateBadge state={state} />
            <LiveBadge connection={connection} />
          </Group>
        </Stack>
        <Controls id={campaign.id} name={campaign.name} state={state} />
      </Group>
      <Reason campaign={campaign} state={state} />
    </div>
  );
}

function Reason({ campaign, state }: { campaign: Campaign; state: string }) {
  const reason = campaign.stateReason;
  if (state === 'SCHEDULED' && campaign.startsAt) return <Text size="sm">Starts {moment(campaign.startsAt)}.</Text>;
  if (!reason?.message || state !== campaign.state) return null;
  return (
    <Text size="sm">
      {reason.message}
      {reason.resumesAt && ` Goes on ${moment(reason.resumesAt)}.`}
      {reason.action && ` ${reason.action}`}
    </Text>
  );
}
