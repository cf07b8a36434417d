import { Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Buckets } from '@/shared/api/types';
import { BUCKET, type Bucket, filled } from '@/shared/buckets';
import { count, share } from '@/shared/format';
import classes from './BucketBar.module.css';

interface BarProps {
  buckets: Buckets | undefined;
  height?: number;
}

/** All buckets of a campaign in one bar; they always add up to the total. */
export function BucketBar({ buckets, height = 10 }: BarProps) {
  const parts = filled(buckets);
  const words = parts.map((p) => `${BUCKET[p.bucket].label} ${count(p.count)}`).join(', ');
  return (
    <div className={classes.bar} style={{ height }} role="img" aria-label={words || 'Nothing yet'}>
      {parts.map((p) => (
        <div
          key={p.bucket}
          className={classes.part}
          style={{ flexGrow: p.count, flexBasis: 0, background: BUCKET[p.bucket].color }}
          title={`${BUCKET[p.bucket].label}: ${count(p.count)}`}
        />
      ))}
    </div>
  );
}

interface LegendProps {
  buckets: Buckets | undefined;
  total: number;
  /** Where a click on a bucket leads: to its people. */
  hrefOf: (bucket: Bucket) => string;
  chosen?: string | null;
}

export function BucketLegend({ buckets, total, hrefOf, chosen }: LegendProps) {
  return (
    <Group gap={4} role="group" aria-label="Recipients by state">
      {filled(buckets).map(({ bucket, count: n }) => (
        <Link
          key={bucket}
          className={`${classes.entry} ${chosen === bucket ? classes.chosen : ''}`}
          to={hrefOf(bucket)}
          title={BUCKET[bucket].meaning}
          aria-current={chosen === bucket ? 'true' : undefined}
          preventScrollReset
          data-bucket={bucket}
        >
          <span className={classes.swatch} style={{ background: BUCKET[bucket].color }} aria-hidden />
          <span>{BUCKET[bucket].label}</span>
          <Text span inherit fw={650}>
            {count(n)}
          </Text>
          <Text span inherit c="dimmed">
            {share(n, total)}
          </Text>
        </Link>
      ))}
    </Group>
  );
}

export function BucketName({ bucket }: { bucket: Bucket }) {
  const look = BUCKET[bucket];
  return (
    <Group gap={6} wrap="nowrap">
      <span className={classes.swatch} style={{ background: look.color }} aria-hidden />
      <span>{look.label}</span>
    </Group>
  );
}
