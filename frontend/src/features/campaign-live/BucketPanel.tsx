import { Anchor, Box, Group, Paper, Stack, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { Stats } from '@/shared/api/types';
import type { Bucket } from '@/shared/buckets';
import { count, people } from '@/shared/format';
import { t } from '@/shared/i18n';
import { BucketBar, BucketLegend } from '@/shared/ui/BucketBar';
import { withQuery } from '@/shared/ui/Pager';

/** Everybody, each in exactly one bucket; a click shows the people of one. */
export function BucketPanel({ stats }: { stats: Stats | undefined }) {
  const { chosen, hrefOf } = useBucketLinks();
  const total = stats?.total ?? 0;
  const unknown = total === 0 && (!stats || stats.state === 'PREPARING' || stats.state === 'RUNNING');
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Anchor component={Link} to={hrefOf(null)} preventScrollReset fw={650} c="inherit">
            {unknown ? t('The people are being put together …') : people(total)}
          </Anchor>
          <Text size="sm" c="dimmed" data-testid="left">
            {!unknown && t('{{n}} still to send', { n: count(left(stats)) })}
          </Text>
        </Group>
        <Box visibleFrom="sm">
          <BucketBar buckets={stats?.buckets} height={26} hrefOf={hrefOf} />
        </Box>
        <BucketLegend buckets={stats?.buckets} total={total} chosen={chosen} hrefOf={hrefOf} />
      </Stack>
    </Paper>
  );
}

/** The bar that stays in sight on a phone. */
export function TopBar({ stats }: { stats: Stats | undefined }) {
  const { hrefOf } = useBucketLinks();
  return (
    <Box hiddenFrom="sm">
      <BucketBar buckets={stats?.buckets} height={16} hrefOf={hrefOf} />
    </Box>
  );
}

/** Where a bucket leads: to its people in the table beneath; the chosen one, back to all. */
function useBucketLinks() {
  const [params] = useSearchParams();
  const chosen = params.get('state');
  const hrefOf = (bucket: Bucket | null) =>
    withQuery(params, { state: bucket === chosen ? null : bucket, errorCode: null, reason: null, tab: 'recipients' });
  return { chosen, hrefOf };
}

const left = (stats: Stats | undefined) => {
  const buckets = stats?.buckets;
  return (buckets?.queued ?? 0) + (buckets?.deferred ?? 0) + (buckets?.sending ?? 0);
};
