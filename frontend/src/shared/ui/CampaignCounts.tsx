import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Stats } from '@/shared/api/types';
import { count, moment } from '@/shared/format';
import { BucketBar } from '@/shared/ui/BucketBar';
import { ENDED_STATES } from '@/shared/words';

const REFRESH_MS = 3_000;

/** A campaign in a list: its bar, how many are reached of how many, and when it will be done. */
export function CampaignCounts({ id }: { id: number }) {
  const answer = $api.useQuery(
    'get',
    '/api/v1/campaigns/{id}/stats',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.settledAt ? false : REFRESH_MS) },
  );
  const stats = answer.data as Stats | undefined;
  if (!stats) return <BucketBar buckets={undefined} />;
  const { buckets, funnel, total } = stats;
  return (
    <Stack gap={4}>
      <BucketBar buckets={buckets} />
      <Group gap="sm" fz="xs" c="dimmed">
        <span>
          {count(funnel?.sent)} sent of {count(total)}
        </span>
        {(buckets?.failed ?? 0) > 0 && (
          <Anchor component={Link} to={`/campaigns/${id}?state=failed`} fz="xs">
            {count(buckets?.failed)} failed
          </Anchor>
        )}
        {!ENDED_STATES.includes(stats.state) && stats.estimatedFinishAt && (
          <Text span inherit>
            done about {moment(stats.estimatedFinishAt)}
          </Text>
        )}
      </Group>
    </Stack>
  );
}
