import { Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Stats } from '@/shared/api/types';
import { BUCKET, type Bucket } from '@/shared/buckets';
import { count, share } from '@/shared/format';
import classes from './live.module.css';

const STEPS = ['accepted', 'sent', 'delivered', 'read'] as const satisfies readonly Bucket[];

/** Who ever got at least that far, and which share of the step before that is. */
export function FunnelCard({ campaignId, stats }: { campaignId: number; stats: Stats | undefined }) {
  const funnel = stats?.funnel;
  const reached = STEPS.map((step) => funnel?.[step] ?? 0);
  const widest = Math.max(stats?.total ?? 0, 1);
  return (
    <Paper withBorder p="md" h="100%">
      <Title order={2} mb="sm">
        How far it got
      </Title>
      <Stack gap={6}>
        {STEPS.map((step, i) => {
          const n = reached[i] ?? 0;
          const before = i === 0 ? widest : (reached[i - 1] ?? 0);
          return (
            <Link key={step} className={classes.step} to={`/campaigns/${campaignId}?state=${step}`} preventScrollReset>
              <span>{BUCKET[step].label}</span>
              <span>
                <Text span fw={650}>
                  {count(n)}
                </Text>{' '}
                <Text span c="dimmed" size="sm">
                  {share(n, before)} of {i === 0 ? 'all' : BUCKET[STEPS[i - 1] ?? step].label.toLowerCase()}
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
    </Paper>
  );
}
