import { Button, Group, Text, Timeline } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconInfoCircle,
  IconPlayerPause,
  IconPlayerPlay,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import { api } from '@/shared/api/client';
import type { HistoryEvent } from '@/shared/api/types';
import { momentExact } from '@/shared/format';
import { t } from '@/shared/i18n';
import { Answer, EmptyState } from '@/shared/ui/states';
import { useTold } from '@/shared/told/told';
import { usePages } from '@/shared/usePages';

const LIMIT = 50;

const ICONS: Record<string, TablerIcon> = {
  LAUNCHED: IconPlayerPlay,
  STARTED: IconPlayerPlay,
  WENT_ON: IconPlayerPlay,
  RESUMED: IconPlayerPlay,
  WAITING: IconClock,
  SCHEDULED: IconClock,
  PAUSED: IconPlayerPause,
  STOPPED_BY_META: IconAlertTriangle,
  RESTRICTED: IconAlertTriangle,
  VIOLATION: IconAlertTriangle,
  ALERT: IconAlertTriangle,
  COMPLETED: IconCheck,
  SETTLED: IconCheck,
  CANCELLED: IconX,
  FAILED: IconX,
};

const iconOf = (kind: string) => {
  const Icon = ICONS[kind] ?? IconInfoCircle;
  return <Icon size={14} />;
};

interface HistoryListProps {
  of: 'campaigns' | 'senders';
  id: number;
  /** Whenever this changes, there is news. */
  moved?: string | undefined;
}

const PATHS = { campaigns: '/api/v1/campaigns/{id}/events', senders: '/api/v1/senders/{id}/events' } as const;

/** What happened, newest first. */
export function HistoryList({ of, id, moved }: HistoryListProps) {
  const events = usePages<HistoryEvent>(['events', of, id, moved], async (cursor) => {
    const { data } = await api.GET(PATHS[of], { params: { path: { id }, query: { limit: LIMIT, cursor } } });
    return data;
  });
  return (
    <Answer of={{ data: events.rows, error: events.error, refetch: events.refetch }}>
      {(rows) => (
        <>
          {rows.length === 0 && <EmptyState title={t('Nothing has happened yet')} />}
          <HistoryItems events={rows} />
          {events.hasNextPage && (
            <Group mt="md">
              <Button variant="default" loading={events.isFetching} onClick={() => void events.fetchNextPage()}>
                {t('Earlier')}
              </Button>
            </Group>
          )}
        </>
      )}
    </Answer>
  );
}

/** Each with its icon, its words and its time, in the order given. */
export function HistoryItems({ events }: { events: HistoryEvent[] }) {
  const told = useTold();
  return (
    <Timeline bulletSize={26} lineWidth={2} mt="sm" maw={720}>
      {events.map((event) => (
        <Timeline.Item key={event.id} bullet={iconOf(event.kind)}>
          <Text size="sm">{told(event.message)}</Text>
          <Text size="xs" c="dimmed">
            {momentExact(event.at)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
