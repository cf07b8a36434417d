import { Group, Progress, Stack, Text } from '@mantine/core';
import type { Limits } from '@/shared/api/types';
import { count, moment } from '@/shared/format';

/** The messaging limit of 24 hours: used, reserved by what is on its way, free, and when room returns. */
export function LimitGauge({ limits }: { limits: Limits }) {
  const { messagingLimit, usedLast24h = 0, reserved = 0, remaining, nextReleaseAt } = limits;
  if (messagingLimit == null)
    return <Text size="sm">No messaging limit. {count(usedLast24h)} people in the last 24 hours.</Text>;
  const part = (n: number) => (100 * n) / Math.max(messagingLimit, 1);
  return (
    <Stack gap={6}>
      <Progress.Root size="lg" aria-label={`${count(usedLast24h)} of ${count(messagingLimit)} used`} role="img">
        <Progress.Section value={part(usedLast24h)} color="tier" withAria={false} />
        <Progress.Section value={part(reserved)} color="tier.3" withAria={false} />
      </Progress.Root>
      <Group gap="md" fz="sm">
        <span>
          <b>{count(usedLast24h)}</b> used
        </span>
        {reserved > 0 && (
          <span>
            <b>{count(reserved)}</b> reserved
          </span>
        )}
        <span>
          <b>{count(remaining)}</b> free of {count(messagingLimit)}
        </span>
        {nextReleaseAt && <Text span inherit c="dimmed">{`more room ${moment(nextReleaseAt)}`}</Text>}
      </Group>
    </Stack>
  );
}
