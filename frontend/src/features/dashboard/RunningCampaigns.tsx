import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Campaign } from '@/shared/api/types';
import { moment } from '@/shared/format';
import { useStreamedStats } from '@/shared/statsFeed';
import { CampaignCounts } from '@/shared/ui/CampaignCounts';
import { CampaignStateBadge } from '@/shared/ui/badges';
import { ACTIVE_STATES } from '@/shared/words';
import { t } from '@/shared/i18n';

/** When it will be done, as long as it is going. */
function FinishTime({ id }: { id: number }) {
  const finish = useStreamedStats(id)?.estimatedFinishAt;
  return finish ? <Text size="sm">{t('done about {{when}}', { when: moment(finish) })}</Text> : null;
}

/** As the stream has it, which knows first. */
function State({ campaign }: { campaign: Campaign }) {
  return <CampaignStateBadge state={useStreamedStats(campaign.id)?.state ?? campaign.state} />;
}

const DAY_MS = 24 * 3_600_000;

/** Running now, or to start within a day; when there is none, the last one that ended. */
export function RunningCampaigns({ campaigns }: { campaigns: Campaign[] }) {
  const active = campaigns.filter(isActive);
  const shown = active.length > 0 ? active : campaigns.filter((c) => c.state !== 'DRAFT').slice(0, 1);
  return (
    <section aria-labelledby="running">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="running">
          {active.length > 0 ? t('Running and the next 24 hours') : t('Last campaign')}
        </Title>
        <Anchor component={Link} to="/campaigns" size="sm">
          {t('All campaigns')}
        </Anchor>
      </Group>
      <Stack gap="sm">
        {shown.map((campaign) => (
          <Paper key={campaign.id} withBorder p="md">
            <Group justify="space-between" mb="xs">
              <Anchor component={Link} to={`/campaigns/${campaign.id}`} fw={600}>
                {campaign.name}
              </Anchor>
              <Group gap="xs">
                <FinishTime id={campaign.id} />
                {campaign.state === 'SCHEDULED' && <Text size="sm">{moment(campaign.startsAt)}</Text>}
                <State campaign={campaign} />
              </Group>
            </Group>
            <CampaignCounts campaign={campaign} />
          </Paper>
        ))}
      </Stack>
    </section>
  );
}

function isActive(campaign: Campaign): boolean {
  if (campaign.state !== 'SCHEDULED') return ACTIVE_STATES.includes(campaign.state);
  return !campaign.startsAt || Date.parse(campaign.startsAt) - Date.now() < DAY_MS;
}
