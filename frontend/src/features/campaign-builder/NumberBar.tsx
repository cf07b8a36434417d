import { Group, Progress, Stack, Text } from '@mantine/core';
import type { Preflight } from '@/shared/api/types';
import { BUCKET } from '@/shared/buckets';
import { count } from '@/shared/format';
import { t } from '@/shared/i18n';
import { Skipped } from './Skipped';

interface NumberBarProps {
  id: number | undefined;
  preflight: Preflight | undefined;
}

/** Matched, of them messageable, and where the others are lost. */
export function NumberBar({ id, preflight }: NumberBarProps) {
  const { matched = 0, messageable = 0, skipped } = preflight?.audience ?? {};
  return (
    <Stack gap="xs" aria-live="polite">
      <Group gap="xl">
        <Figure n={matched} words={t('chosen')} />
        <Text aria-hidden>→</Text>
        <Figure n={messageable} words={t('will get the message')} />
      </Group>
      {matched > 0 && (
        <Progress.Root size="lg" aria-hidden>
          <Progress.Section value={(100 * messageable) / matched} color="tier" withAria={false} />
          <Progress.Section
            value={(100 * (matched - messageable)) / matched}
            color={BUCKET.skipped.color}
            withAria={false}
          />
        </Progress.Root>
      )}
      <Skipped id={id} skipped={skipped} />
    </Stack>
  );
}

const Figure = ({ n, words }: { n: number; words: string }) => (
  <div>
    <Text size="xl" fw={650}>
      {count(n)}
    </Text>
    <Text size="sm" c="dimmed">
      {words}
    </Text>
  </div>
);
