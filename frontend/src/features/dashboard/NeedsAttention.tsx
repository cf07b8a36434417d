import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Campaign, type Sender, itemsOf } from '@/shared/api/types';

interface Item {
  to: string;
  title: string;
  why: string;
}

/** What a person should look at: campaigns that stand still and senders in trouble. */
export function NeedsAttention({ campaigns }: { campaigns: Campaign[] }) {
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 50 } } });
  const items = [...campaigns.flatMap(ofCampaign), ...itemsOf<Sender>(senders.data).flatMap(ofSender)];
  return (
    <section aria-labelledby="attention">
      <Title order={2} id="attention" mb="sm">
        Needs attention
      </Title>
      {items.length === 0 ? (
        <Text c="dimmed">All well.</Text>
      ) : (
        <Stack gap="xs">
          {items.map((item) => (
            <Paper key={item.to} withBorder p="sm">
              <Anchor component={Link} to={item.to} fw={600}>
                {item.title}
              </Anchor>
              <Text size="sm">{item.why}</Text>
            </Paper>
          ))}
        </Stack>
      )}
    </section>
  );
}

const WHY: Record<string, string> = {
  PAUSED: 'Paused; goes on when somebody resumes it.',
  FAILED: 'Could not start.',
};

const DAYS_MS = 7 * 24 * 3_600_000;

function ofCampaign(campaign: Campaign): Item[] {
  const why = WHY[campaign.state];
  const old = campaign.state === 'FAILED' && Date.now() - Date.parse(campaign.createdAt ?? '') > DAYS_MS;
  if (!why || old) return [];
  return [{ to: `/campaigns/${campaign.id}`, title: campaign.name, why: campaign.stateReason?.message ?? why }];
}

const TROUBLED = ['BANNED', 'RESTRICTED', 'RATE_LIMITED', 'DISCONNECTED', 'FLAGGED'];

function ofSender(sender: Sender): Item[] {
  const to = `/senders/${sender.id}`;
  if (TROUBLED.includes(sender.status ?? ''))
    return [{ to, title: sender.name, why: `Meta says of this number: ${sender.status?.toLowerCase()}.` }];
  if (sender.quality === 'RED')
    return [{ to, title: sender.name, why: 'Its quality is low: people block or report it.' }];
  return [];
}
