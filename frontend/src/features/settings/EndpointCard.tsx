import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { $api } from '@/shared/api/client';
import type { Schemas } from '@/shared/api/types';
import { moment } from '@/shared/format';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';
import { DotBadge } from '@/shared/ui/badges';
import { t } from '@/shared/i18n';
import { Deliveries } from './Deliveries';
import { EndpointForm } from './EndpointForm';
import { hookEvent } from './hookEvents';

export type Endpoint = Schemas['WebhookEndpointView'] & { id: number };

/** One endpoint: how it fares, what it is told, and what came of the last posts. */
export function EndpointCard({ endpoint }: { endpoint: Endpoint }) {
  const { id, url, description, events, state, failingSince, disabledReason } = endpoint;
  const [editing, form] = useDisclosure();
  const [shown, deliveries] = useDisclosure();
  return (
    <Paper withBorder p="md" component="article" aria-label={url}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {url}
            </Text>
            {description && (
              <Text size="sm" c="dimmed">
                {description}
              </Text>
            )}
          </div>
          <Health endpoint={endpoint} />
        </Group>
        {failingSince && state === 'ENABLED' && (
          <Text size="sm">
            {t('Nothing gets through since {{when}}. It is tried again for a day.', { when: moment(failingSince) })}
          </Text>
        )}
        {state === 'DISABLED' && disabledReason && <Text size="sm">{disabledReason}</Text>}
        <Group gap={4}>
          {(events ?? []).map((event) => (
            <Badge key={event} variant="default" tt="none" fw={500}>
              {hookEvent(event)}
            </Badge>
          ))}
        </Group>
        <Group gap="xs">
          <Button size="xs" variant="default" aria-expanded={shown} onClick={deliveries.toggle}>
            {t('Last posts')}
          </Button>
          {state === 'ENABLED' && <Test id={id} onSent={deliveries.open} />}
          <Button size="xs" variant="default" onClick={form.open}>
            {t('Edit')}
          </Button>
          <PauseOrGoOn endpoint={endpoint} />
          <Delete endpoint={endpoint} />
        </Group>
        {shown && <Deliveries id={id} />}
      </Stack>
      {editing && <EndpointForm endpoint={endpoint} onClose={form.close} />}
    </Paper>
  );
}

function Health({ endpoint: { state, failingSince } }: { endpoint: Endpoint }) {
  if (state === 'DISABLED') return <DotBadge color="gray">{t('Paused')}</DotBadge>;
  return failingSince ? <DotBadge color="red">{t('Failing')}</DotBadge> : <DotBadge color="green">{t('On')}</DotBadge>;
}

const LIST = ['get', '/api/v1/webhook-endpoints'];

/** Posts an event that says nothing, so that one sees whether it arrives. */
function Test({ id, onSent }: { id: number; onSent: () => void }) {
  const queries = useQueryClient();
  const test = $api.useMutation('post', '/api/v1/webhook-endpoints/{id}/test', {
    onSuccess: async () => {
      onSent();
      await queries.invalidateQueries({ queryKey: ['pages', 'deliveries', id] });
    },
  });
  return (
    <Button
      size="xs"
      variant="default"
      loading={test.isPending}
      onClick={() => test.mutate({ params: { path: { id } } })}
    >
      {t('Send a test')}
    </Button>
  );
}

function PauseOrGoOn({ endpoint: { id, state } }: { endpoint: Endpoint }) {
  const queries = useQueryClient();
  const patch = $api.useMutation('patch', '/api/v1/webhook-endpoints/{id}', {
    onSuccess: () => queries.invalidateQueries({ queryKey: LIST }),
  });
  const next = state === 'ENABLED' ? 'DISABLED' : 'ENABLED';
  return (
    <Button
      size="xs"
      variant="default"
      loading={patch.isPending}
      onClick={() => patch.mutate({ params: { path: { id } }, body: { state: next } })}
    >
      {state === 'ENABLED' ? t('Pause') : t('Resume')}
    </Button>
  );
}

function Delete({ endpoint: { id, url } }: { endpoint: Endpoint }) {
  const queries = useQueryClient();
  const remove = $api.useMutation('delete', '/api/v1/webhook-endpoints/{id}', {
    onSuccess: () => queries.invalidateQueries({ queryKey: LIST }),
  });
  return (
    <ConfirmButton
      label={t('Delete')}
      size="xs"
      question={t('Delete this endpoint?')}
      consequence={t('{{url}} is told nothing any more, not even what waits for it. This cannot be undone.', { url })}
      confirm={t('Delete the endpoint')}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { path: { id } } })}
    />
  );
}
