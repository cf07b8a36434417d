import { Anchor, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Sender, itemsOf } from '@/shared/api/types';
import { LimitGauge } from '@/shared/ui/LimitGauge';
import { QualityBadge } from '@/shared/ui/badges';
import { Answer } from '@/shared/ui/states';
import { t } from '@/shared/i18n';

const REFRESH_MS = 10_000;

/** One gauge per portfolio, since the limit is shared; its numbers beneath with their quality. */
export function SenderGauges() {
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 50 } } });
  const portfolios = byPortfolio(itemsOf<Sender>(senders.data));
  if (senders.data && portfolios.length === 0) return null;
  return (
    <section aria-labelledby="limits">
      <Title order={2} id="limits" mb="sm">
        {t('Limits of the senders')}
      </Title>
      <Answer of={senders}>
        {() => (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            {portfolios.map((numbers) => (
              <Portfolio key={numbers[0]?.id} numbers={numbers} />
            ))}
          </SimpleGrid>
        )}
      </Answer>
    </section>
  );
}

function byPortfolio(senders: Sender[]): Sender[][] {
  const portfolios = new Map<string, Sender[]>();
  for (const sender of senders) {
    const key = sender.portfolioId ?? `sender ${sender.id}`;
    portfolios.set(key, [...(portfolios.get(key) ?? []), sender]);
  }
  return [...portfolios.values()];
}

function Portfolio({ numbers }: { numbers: Sender[] }) {
  const limits = $api.useQuery(
    'get',
    '/api/v1/senders/{id}/limits',
    { params: { path: { id: numbers[0]?.id ?? 0 } } },
    { refetchInterval: REFRESH_MS },
  );
  return (
    <Paper withBorder p="md">
      <Text size="xs" c="dimmed" mb={6}>
        {t('Portfolio {{id}}', { id: numbers[0]?.portfolioId ?? '–' })}
      </Text>
      <Answer of={limits}>{(known) => <LimitGauge limits={known} />}</Answer>
      {numbers.map((sender) => (
        <Group key={sender.id} justify="space-between" mt="sm">
          <Anchor component={Link} to={`/senders/${sender.id}`} size="sm">
            {sender.displayPhoneNumber ?? sender.name}
          </Anchor>
          <QualityBadge quality={sender.quality} />
        </Group>
      ))}
    </Paper>
  );
}
