import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Campaign } from '@/shared/api/types';
import type { Bucket } from '@/shared/buckets';
import { count } from '@/shared/format';
import { BucketBar } from '@/shared/ui/BucketBar';

const SENT: Bucket[] = ['sent', 'delivered', 'read'];

/** A campaign in a list: its bar, and how many are reached of how many. */
export function CampaignCounts({ campaign }: { campaign: Campaign }) {
  const { id, buckets, total } = campaign;
  const sent = SENT.reduce((sum, bucket) => sum + (buckets?.[bucket] ?? 0), 0);
  const failed = buckets?.failed ?? 0;
  return (
    <Stack gap={4}>
      <BucketBar buckets={buckets} />
      <Group gap="sm" fz="xs" c="dimmed">
        <Text span inherit>
          {count(sent)} sent of {count(total)}
        </Text>
        {failed > 0 && (
          <Anchor component={Link} to={`/campaigns/${id}?state=failed`} fz="xs">
            {count(failed)} failed
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}
