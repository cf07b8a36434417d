import { Group, Text, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import type { Buckets } from '@/shared/api/types';
import { BUCKET, type Bucket, filled } from '@/shared/buckets';
import { count, share } from '@/shared/format';
import { t } from '@/shared/i18n';
import classes from './BucketBar.module.css';

interface BarProps {
  buckets: Buckets | undefined;
  height?: number;
  /** Where a click on a part leads; the legend offers the same to those who have no pointer. */
  hrefOf?: (bucket: Bucket) => string;
}

/** All buckets of a campaign in one bar; they always add up to the total. */
export function BucketBar({ buckets, height = 10, hrefOf }: BarProps) {
  const parts = filled(buckets);
  const words = parts.map((p) => `${t(BUCKET[p.bucket].label)} ${count(p.count)}`).join(', ');
  return (
    <div>
      <VisuallyHidden>{words || t('Nothing yet')}</VisuallyHidden>
      <div className={classes.bar} style={{ height }} aria-hidden>
        {parts.map((p) => {
          const look = {
            className: classes.part,
            style: { flexGrow: p.count, flexBasis: 0, background: BUCKET[p.bucket].color },
            title: `${t(BUCKET[p.bucket].label)}: ${count(p.count)}`,
          };
          return hrefOf ? (
            <Link key={p.bucket} {...look} to={hrefOf(p.bucket)} tabIndex={-1} preventScrollReset />
          ) : (
            <div key={p.bucket} {...look} />
          );
        })}
      </div>
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
    <Group gap={4} role="group" aria-label={t('Recipients by state')}>
      {filled(buckets).map(({ bucket, count: n }) => (
        <Link
          key={bucket}
          className={`${classes.entry} ${chosen === bucket ? classes.chosen : ''}`}
          to={hrefOf(bucket)}
          title={t(BUCKET[bucket].meaning)}
          aria-current={chosen === bucket ? 'true' : undefined}
          preventScrollReset
          data-bucket={bucket}
        >
          <span className={classes.swatch} style={{ background: BUCKET[bucket].color }} aria-hidden />
          <span>{t(BUCKET[bucket].label)}</span>
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
      <span>{t(look.label)}</span>
    </Group>
  );
}
