import { Paper, SimpleGrid, Text, Title } from '@mantine/core';
import type { Campaign } from '@/shared/api/types';
import type { Bucket } from '@/shared/buckets';
import { useState } from 'react';
import { count, share } from '@/shared/format';
import { t } from '@/shared/i18n';

const DAYS = 30;
const PERIOD_MS = DAYS * 24 * 3_600_000;

const REACHED = {
  sent: ['sent', 'delivered', 'read'],
  delivered: ['delivered', 'read'],
  read: ['read'],
  failed: ['failed', 'expired'],
} satisfies Record<string, Bucket[]>;

const sum = (campaigns: Campaign[], buckets: Bucket[]) =>
  campaigns.reduce((all, { buckets: counts }) => all + buckets.reduce((n, b) => n + (counts?.[b] ?? 0), 0), 0);

/** What the campaigns started in the last days reached, against those of the days before. */
export function Trends({ campaigns }: { campaigns: Campaign[] }) {
  const [opened] = useState(() => Date.now());
  const age = (c: Campaign) => opened - Date.parse(c.startedAt ?? '');
  const now = campaigns.filter((c) => age(c) < PERIOD_MS);
  const before = campaigns.filter((c) => age(c) >= PERIOD_MS && age(c) < 2 * PERIOD_MS);
  const figures = [
    { label: t('Sent'), buckets: REACHED.sent },
    { label: t('Delivered'), buckets: REACHED.delivered },
    { label: t('Read'), buckets: REACHED.read },
    { label: t('Failed'), buckets: REACHED.failed },
  ];
  return (
    <section aria-labelledby="trends">
      <Title order={2} id="trends" mb="sm">
        {t('Campaigns of the last {{n}} days', { n: DAYS })}
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        {figures.map(({ label, buckets }) => (
          <Figure
            key={label}
            label={label}
            now={sum(now, buckets)}
            before={sum(before, buckets)}
            sent={sum(now, REACHED.sent)}
          />
        ))}
      </SimpleGrid>
    </section>
  );
}

function Figure({ label, now, before, sent }: { label: string; now: number; before: number; sent: number }) {
  return (
    <Paper withBorder p="md">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={650}>
        {count(now)}
      </Text>
      <Text size="xs" c="dimmed">
        {[
          sent > 0 && now !== sent && t('{{share}} of sent', { share: share(now, sent) }),
          t('{{n}} the 30 days before', { n: count(before) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Paper>
  );
}
