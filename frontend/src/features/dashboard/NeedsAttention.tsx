import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Campaign, type Sender, type Template, itemsOf } from '@/shared/api/types';
import { count, moment } from '@/shared/format';
import { message, t } from '@/shared/i18n';
import { useTold } from '@/shared/told/told';
import { Answer, LoadingState } from '@/shared/ui/states';
import { senderState, templateName, templateState } from '@/shared/words';

interface Item {
  to: string;
  title: string;
  why: string;
}

/** What a person should look at: campaigns that stand still or ask something, numbers and templates in trouble. */
export function NeedsAttention({ campaigns }: { campaigns: Campaign[] }) {
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 50 } } });
  const templates = $api.useQuery('get', '/api/v1/templates', { params: { query: { limit: 200 } } });
  const told = useTold();
  const used = new Set(campaigns.filter(isGoing).map((c) => c.content?.[0]?.templateId));
  const items = [
    ...campaigns.flatMap(ofCampaign),
    ...itemsOf<Sender>(senders.data).flatMap(ofSender),
    ...itemsOf<Template>(templates.data)
      .filter((template) => used.has(template.id))
      .flatMap(ofTemplate),
  ];
  return (
    <section aria-labelledby="attention">
      <Title order={2} id="attention" mb="sm">
        {t('Needs attention')}
      </Title>
      {!senders.data || !templates.data ? (
        <Answer of={senders.error ? senders : templates}>{() => <LoadingState />}</Answer>
      ) : items.length === 0 ? (
        <Text c="dimmed">
          <IconCircleCheck size={18} style={{ verticalAlign: 'text-bottom' }} aria-hidden /> {t('All well.')}
        </Text>
      ) : (
        <Stack gap="xs">
          {items.map((item) => (
            <Paper key={item.to + item.why} withBorder p="sm">
              <Anchor component={Link} to={item.to} fw={600}>
                {item.title}
              </Anchor>
              <Text size="sm">{told(item.why)}</Text>
            </Paper>
          ))}
        </Stack>
      )}
    </section>
  );
}

const WHY: Record<string, string> = {
  PAUSED: message('Paused; goes on when somebody resumes it.'),
  FAILED: message('Could not start.'),
};

const DAYS_MS = 7 * 24 * 3_600_000;

const isGoing = (campaign: Campaign) =>
  !['DRAFT', 'COMPLETED', 'CANCELLED', 'CANCELLING', 'FAILED'].includes(campaign.state);

function ofCampaign(campaign: Campaign): Item[] {
  const to = `/campaigns/${campaign.id}`;
  const title = campaign.name;
  const items: Item[] = [];
  const why = WHY[campaign.state];
  const old = campaign.state === 'FAILED' && Date.now() - Date.parse(campaign.createdAt ?? '') > DAYS_MS;
  if (why && !old) items.push({ to, title, why: campaign.stateReason?.message ?? t(why) });
  const unconfirmed = campaign.buckets?.unconfirmed ?? 0;
  if (unconfirmed > 0)
    items.push({
      to,
      title,
      why: t('Nobody knows whether {{n}} messages arrived', { n: count(unconfirmed), count: unconfirmed }),
    });
  return items;
}

const TROUBLED = ['BANNED', 'RESTRICTED', 'RATE_LIMITED', 'DISCONNECTED', 'FLAGGED'];

function ofSender(sender: Sender): Item[] {
  const to = `/senders/${sender.id}`;
  const title = sender.name;
  const { restriction } = sender;
  if (restriction?.message) {
    const until = restriction.until ? ` ${t('Until {{when}}.', { when: moment(restriction.until) })}` : '';
    return [{ to, title, why: restriction.message + until }];
  }
  if (TROUBLED.includes(sender.status ?? ''))
    return [
      {
        to,
        title,
        why: t('Meta says of this number: {{state}}.', { state: senderState(sender.status).toLowerCase() }),
      },
    ];
  if (sender.quality === 'RED') return [{ to, title, why: t('Its quality is low: people block or report it.') }];
  return [];
}

const ofTemplate = (template: Template): Item[] =>
  template.status === 'APPROVED' && !template.missing
    ? []
    : [
        {
          to: `/templates/${template.id}`,
          title: templateName(template),
          why: templateState(template.missing ? 'MISSING' : template.status),
        },
      ];
