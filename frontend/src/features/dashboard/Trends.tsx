import { Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Campaign, Filter, Schemas } from '@/shared/api/types';
import { contactsLink, whoLeft, whoReached } from '@/shared/filter/reached';
import { LOCAL_ZONE, count, share } from '@/shared/format';
import { Answer } from '@/shared/ui/states';
import { message, t } from '@/shared/i18n';
import { TrendChart } from './TrendChart';

type Totals = Schemas['Totals'];

const DAYS = 30;
const REFRESH_MS = 30_000;

type Who = (campaignIds: number[]) => Filter;

/** Each number, and the people behind it. */
const FIGURES: [keyof Totals, string, Who][] = [
  ['sent', message('Sent'), (ids) => whoReached(ids, 'SENT')],
  ['delivered', message('Delivered'), (ids) => whoReached(ids, 'DELIVERED')],
  ['read', message('Read'), (ids) => whoReached(ids, 'READ')],
  ['failed', message('Failed'), (ids) => whoReached(ids, 'FAILED')],
  ['replied', message('Replied'), (ids) => whoReached(ids, 'REPLIED')],
  ['optedOut', message('Opted out'), whoLeft],
];

/** The people of more campaigns than this are no list to look through, and no address to send. */
const FEW = 20;

/** Where the people behind a number are listed; of many campaigns, where these are. */
function linkTo(who: Who, campaigns: Campaign[]): string {
  const from = new Date();
  from.setDate(from.getDate() - DAYS + 1);
  from.setHours(0, 0, 0, 0);
  const ids = campaigns
    .filter(({ startedAt }) => startedAt && Date.parse(startedAt) >= from.getTime())
    .map(({ id }) => id);
  return ids.length > 0 && ids.length <= FEW ? contactsLink(who(ids)) : '/campaigns';
}

/** What the campaigns started in the last days reached, against those of the days before. */
export function Trends({ campaigns }: { campaigns: Campaign[] }) {
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
              {FIGURES.map(([what, label, who]) => (
                <Figure
                  key={what}
                  label={t(label)}
                  now={now[what] ?? 0}
                  before={before[what] ?? 0}
                  to={linkTo(who, campaigns)}
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

interface FigureProps {
  label: string;
  now: number;
  before: number;
  sent: number;
  to: string;
}

function Figure({ label, now, before, sent, to }: FigureProps) {
  return (
    <Paper withBorder p="md">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={650}>
        {now > 0 ? (
          <Anchor component={Link} to={to} inherit aria-label={`${label}: ${count(now)}`}>
            {count(now)}
          </Anchor>
        ) : (
          count(now)
        )}
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
