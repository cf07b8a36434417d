import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Suspense, lazy, useState } from 'react';
import { count } from '@/shared/format';
import { skipReason } from '@/shared/words';

const SkippedPeople = lazy(() => import('./SkippedPeople').then((m) => ({ default: m.SkippedPeople })));

interface SkippedProps {
  id: number | undefined;
  skipped: Record<string, number> | null | undefined;
}

/** How many get nothing, and why; a click shows who they are. */
export function Skipped({ id, skipped }: SkippedProps) {
  const [reason, setReason] = useState<string>();
  const reasons = Object.entries(skipped ?? {}).filter(([, n]) => n > 0);
  if (reasons.length === 0 || id === undefined) return null;
  return (
    <Stack gap={4} maw={440}>
      {reasons.map(([code, n]) => (
        <Anchor key={code} component="button" type="button" size="sm" onClick={() => setReason(code)}>
          <Group justify="space-between" wrap="nowrap">
            <span>{skipReason(code)}</span>{' '}
            <Text span size="sm" fw={600}>
              {count(n)}
            </Text>
          </Group>
        </Anchor>
      ))}
      <Suspense>{reason && <SkippedPeople id={id} reason={reason} onClose={() => setReason(undefined)} />}</Suspense>
    </Stack>
  );
}
