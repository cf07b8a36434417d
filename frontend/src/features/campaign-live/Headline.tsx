import { Group, Stack, Text, Title } from '@mantine/core';
import type { Campaign, Stats } from '@/shared/api/types';
import { moment } from '@/shared/format';
import { t } from '@/shared/i18n';
import type { Connection } from '@/shared/sse';
import { useTold } from '@/shared/told/told';
import { CampaignStateBadge, LiveBadge } from '@/shared/ui/badges';
import { TopBar } from './BucketPanel';
import { Controls } from './Controls';
import classes from './live.module.css';

interface HeadlineProps {
  campaign: Campaign;
  stats: Stats | undefined;
  connection: Connection;
}

/** The state in words, why, what comes next, and the handles; with the bar it stays on top on a phone. */
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
      <Reason campaign={campaign} stats={stats} state={state} />
      <TopBar stats={stats} />
    </div>
  );
}

/** Why it stands where it stands, since when, and what happens next. */
function Reason({ campaign, stats, state }: { campaign: Campaign; stats: Stats | undefined; state: string }) {
  const told = useTold();
  const reason = state === campaign.state ? campaign.stateReason : undefined;
  const why = reason?.message && [
    told(reason.message),
    reason.since && t('Since {{when}}.', { when: moment(reason.since) }),
  ];
  const words = [why, next(campaign, stats, state), reason?.action && told(reason.action)].flat().filter(Boolean);
  if (words.length === 0) return null;
  return (
    <Text size="sm" data-testid="reason">
      {words.join(' ')}
    </Text>
  );
}

function next(campaign: Campaign, stats: Stats | undefined, state: string): string | undefined {
  const { stateReason: reason, startsAt } = campaign;
  switch (state) {
    case 'SCHEDULED':
      return startsAt ? t('Starts {{when}}.', { when: moment(startsAt) }) : undefined;
    case 'PREPARING':
      return t('Sending begins as soon as the audience is put together.');
    case 'WAITING':
      return reason?.resumesAt ? t('Goes on {{when}}.', { when: moment(reason.resumesAt) }) : t('Goes on by itself.');
    case 'PAUSED':
      return reason?.resumesAt
        ? t('Goes on {{when}}.', { when: moment(reason.resumesAt) })
        : t('Goes on when somebody resumes it.');
    case 'CANCELLING':
      return t('What is under way is still counted; nothing new is sent.');
    case 'COMPLETED':
      return stats && !stats.settledAt ? t('All is sent; statuses may still arrive.') : undefined;
    default:
      return undefined;
  }
}
