import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import { type HistoryEvent, itemsOf } from '@/shared/api/types';
import { count } from '@/shared/format';
import { t } from '@/shared/i18n';
import { HistoryItems } from '@/shared/ui/HistoryList';

const MOST = 200;
/** Of a longer story, so many from its beginning and its end. */
const EACH_END = 4;

interface EndedTimelineProps {
  campaignId: number;
  /** When this comes, there is news. */
  settledAt: string | null | undefined;
}

/** From the launch to the end. */
export function EndedTimeline({ campaignId, settledAt }: EndedTimelineProps) {
  const events = $api.useQuery(
    'get',
    '/api/v1/campaigns/{id}/events',
    { params: { path: { id: campaignId }, query: { limit: MOST } } },
    { refetchInterval: settledAt ? false : 5_000 },
  );
  const story = itemsOf<HistoryEvent>(events.data).toReversed();
  const between = story.length - 2 * EACH_END;
  if (between <= 1) return <HistoryItems events={story} />;
  return (
    <div>
      <HistoryItems events={story.slice(0, EACH_END)} />
      <Text size="sm" my="xs">
        <Anchor component={Link} to="?tab=activity" preventScrollReset inherit>
          {t('{{n}} more in between', { n: count(between), count: between })}
        </Anchor>
      </Text>
      <HistoryItems events={story.slice(-EACH_END)} />
    </div>
  );
}
