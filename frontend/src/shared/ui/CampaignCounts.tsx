import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Campaign } from '@/shared/api/types';
import type { Bucket } from '@/shared/buckets';
import { count } from '@/shared/format';
import { useStreamedStats } from '@/shared/statsFeed';
import { BucketBar } from '@/shared/ui/BucketBar';
import { t } from '@/shared/i18n';

const ARRIVED: Bucket[] = ['delivered', 'read'];

/** Before these are over nobody is counted. */
const BEFORE = ['SCHEDULED', 'PREPARING'];

/** A campaign in a list: its bar, and how many have it on their phone, of how many; the same figure as in its funnel. */
export function CampaignCounts({ campaign }: { campaign: Campaign }) {
  const { id } = campaign;
  const streamed = useStreamedStats(id);
  const { buckets, total } = streamed ?? campaign;
  const arrived = ARRIVED.reduce((sum, bucket) => sum + (buckets?.[bucket] ?? 0), 0);
  const failed = buckets?.failed ?? 0;
  if (!total && BEFORE.includes(streamed?.state ?? campaign.state))
    return (
      <Text size="xs" c="dimmed">
        {t('The audience is put together when it starts.')}
      </Text>
    );
  return (
    <Stack gap={4}>
      <BucketBar buckets={buckets} />
      <Group gap="sm" fz="xs" c="dimmed">
        <Text span inherit>
          {t('{{n}} delivered of {{all}}', { n: count(arrived), all: count(total) })}
        </Text>
        {failed > 0 && (
          <Anchor component={Link} to={`/campaigns/${id}?state=failed`} fz="xs">
            {t('{{n}} failed', { n: count(failed) })}
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}
