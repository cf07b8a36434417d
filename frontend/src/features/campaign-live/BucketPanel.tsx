import { Group, Paper, Stack, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import type { Stats } from '@/shared/api/types';
import type { Bucket } from '@/shared/buckets';
import { count, people } from '@/shared/format';
import { t } from '@/shared/i18n';
import { BucketBar, BucketLegend } from '@/shared/ui/BucketBar';
import { withQuery } from '@/shared/ui/Pager';

/** Everybody, each in exactly one bucket; a click shows the people of one. */
export function BucketPanel({ stats }: { stats: Stats | undefined }) {
  const [params] = useSearchParams();
  const chosen = params.get('state');
  const total = stats?.total ?? 0;
  const hrefOf = (bucket: Bucket) =>
    withQuery(params, { state: bucket === chosen ? null : bucket, errorCode: null, reason: null, tab: 'recipients' });
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={650}>{people(total)}</Text>
          <Text size="sm" c="dimmed" data-testid="left">
            {t('{{n}} still to send', { n: count(left(stats)) })}
          </Text>
        </Group>
        <BucketBar buckets={stats?.buckets} height={26} hrefOf={hrefOf} />
        <BucketLegend buckets={stats?.buckets} total={total} chosen={chosen} hrefOf={hrefOf} />
      </Stack>
    </Paper>
  );
}

const left = (stats: Stats | undefined) => {
  const buckets = stats?.buckets;
  return (buckets?.queued ?? 0) + (buckets?.deferred ?? 0) + (buckets?.sending ?? 0);
};
