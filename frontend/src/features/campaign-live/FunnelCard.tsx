import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Campaign, Stats } from '@/shared/api/types';
import { BUCKET, type Bucket } from '@/shared/buckets';
import { contactsLink, whoLeft } from '@/shared/filter/reached';
import { count, share } from '@/shared/format';
import { t } from '@/shared/i18n';
import { Rich } from '@/shared/ui/Rich';
import { ENDED_STATES } from '@/shared/words';
import { useFollowUp } from './followUp';
import classes from './live.module.css';

const STEPS = ['accepted', 'sent', 'delivered', 'read'] as const satisfies readonly Bucket[];

/** Who ever got at least that far, and which share of the step before that is. */
export function FunnelCard({ campaign, stats }: { campaign: Campaign; stats: Stats | undefined }) {
  const funnel = stats?.funnel;
  const reached = STEPS.map((step) => funnel?.[step] ?? 0);
  const widest = Math.max(stats?.total ?? 0, 1);
  return (
    <Paper withBorder p="md" h="100%">
      <Title order={2} mb="sm">
        {t('How far it got')}
      </Title>
      <Stack gap={6}>
        {STEPS.map((step, i) => {
          const n = reached[i] ?? 0;
          const before = i === 0 ? widest : (reached[i - 1] ?? 0);
          const beforeName = i === 0 ? t('all') : t(BUCKET[STEPS[i - 1] ?? step].label).toLowerCase();
          return (
            <Link
              key={step}
              className={classes.step}
              to={`/campaigns/${campaign.id}?state=${step}`}
              preventScrollReset
              title={t('Shows those who stand at “{{state}}” now', { state: t(BUCKET[step].label) })}
            >
              <span>{t(BUCKET[step].label)}</span>
              <span>
                <Text span fw={650}>
                  {count(n)}
                </Text>{' '}
                <Text span c="dimmed" size="sm">
                  {t('{{share}} of {{before}}', { share: share(n, before), before: beforeName })}
                </Text>
              </span>
              <span
                className={classes.fill}
                style={{ width: `${(100 * n) / widest}%`, background: BUCKET[step].color }}
                aria-hidden
              />
            </Link>
          );
        })}
      </Stack>
      <Engagement campaign={campaign} stats={stats} />
    </Paper>
  );
}

function Engagement({ campaign, stats }: { campaign: Campaign; stats: Stats | undefined }) {
  const followUp = useFollowUp();
  const { replied = 0, optedOut = 0 } = stats?.engagement ?? {};
  const unread = (stats?.buckets?.sent ?? 0) + (stats?.buckets?.delivered ?? 0);
  const ended = ENDED_STATES.includes(stats?.state ?? campaign.state);
  return (
    <Group justify="space-between" mt="sm" gap="xs">
      <Text size="sm">
        <Rich
          text={t('<replied>{{replied}} replied</replied>, <optedOut>{{optedOut}} opted out</optedOut>', {
            replied: count(replied),
            optedOut: count(optedOut),
          })}
          as={{
            replied: (words) => (
              <Anchor component={Link} to="?tab=replies" preventScrollReset inherit>
                {words}
              </Anchor>
            ),
            optedOut: (words) => (
              <Anchor component={Link} to={contactsLink(whoLeft([campaign.id]))} inherit>
                {words}
              </Anchor>
            ),
          }}
        />
      </Text>
      {ended && unread > 0 && (
        <Button
          size="xs"
          variant="default"
          loading={followUp.isPending}
          onClick={() =>
            followUp.mutate({
              campaign,
              name: t('{{name}}, to those who did not read it', { name: campaign.name }),
              n: unread,
              states: ['delivered', 'sent'],
              step: 'message',
            })
          }
        >
          {t('Message the {{n}} who did not read it', { n: count(unread) })}
        </Button>
      )}
    </Group>
  );
}
