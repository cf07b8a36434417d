import { Group, Stack, Text } from '@mantine/core';
import { count } from '@/shared/format';
import { skipReason } from '@/shared/words';

/** Who gets nothing, and why. */
export function Skipped({ skipped }: { skipped: Record<string, number> | null | undefined }) {
  const reasons = Object.entries(skipped ?? {}).filter(([, n]) => n > 0);
  if (reasons.length === 0) return null;
  return (
    <Stack gap={4} maw={440}>
      {reasons.map(([reason, n]) => (
        <Group key={reason} justify="space-between">
          <Text size="sm">{skipReason(reason)}</Text>
          <Text size="sm" fw={600}>
            {count(n)}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
