import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { $api } from '@/shared/api/client';
import type { Schemas } from '@/shared/api/types';
import { LOCAL_ZONE, count, share } from '@/shared/format';
import { Answer } from '@/shared/ui/states';
import { message, t } from '@/shared/i18n';
import { TrendChart } from './TrendChart';

type Totals = Schemas['Totals'];

const DAYS = 30;
const REFRESH_MS = 30_000;

const FIGURES: [keyof Totals, string][] = [
  ['sent', message('Sent')],
  ['delivered', message('Delivered')],
  ['read', message('Read')],
  ['failed', message('Failed')],
  ['replied', message('Replied')],
  ['optedOut', message('Opted out')],
];

/** What the campaigns started in the last days reached, against those of the days before. */
export function Trends() {
  const trends = $api.useQuery(
    'get',
    '/api/v1/stats/trends',
    { params: { query: { days: DAYS, timezone: LOCAL_ZONE } } },
    { refetchInterval: REFRESH_MS },
  );
  return (
    <section aria-labelledby="trends">
      <Title order={2} id="trends" mb="sm">
        {t('Campaigns of the last {{n}} days', { n: DAYS })}
      </Title>
      <Answer of={trends}>
        {({ now = {}, before = {}, days = [] }) => (
          <Stack gap="sm">
            <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }}>
              {FIGURES.map(([what, label]) => (
                <Figure
                  key={what}
                  label={t(label)}
                  now={now[what] ?? 0}
                  before={before[what] ?? 0}
                  sent={now.sent ?? 0}
                />
              ))}
            </SimpleGrid>
            {(now.sent ?? 0) > 0 && <TrendChart days={days} />}
          </Stack>
        )}
      </Answer>
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
          t('{{n}} in the 30 days before', { n: count(before) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Paper>
  );
}
