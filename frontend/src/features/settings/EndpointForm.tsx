import { Alert, Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { $api } from '@/shared/api/client';
import { Problem, fieldError, wordsOf } from '@/shared/api/problem';
import type { Schemas } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { HOOK_EVENTS, hookEvent } from './hookEvents';

type Endpoint = Schemas['WebhookEndpointView'];
type Events = Schemas['CreateWebhookEndpoint']['events'];

interface EndpointFormProps {
  /** Undefined: a new one. */
  endpoint?: Endpoint;
  onClose: () => void;
  onCreated?: (endpoint: Endpoint) => void;
}

/** Where to tell, and what. */
export function EndpointForm({ endpoint, onClose, onCreated }: EndpointFormProps) {
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [description, setDescription] = useState(endpoint?.description ?? '');
  const [events, setEvents] = useState<Events>(endpoint?.events ?? []);
  const { save, error, pending } = useSave(endpoint, (saved) => {
    if (!endpoint) onCreated?.(saved);
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save({ url: url.trim(), description: description.trim(), events });
  };
  const unplaced = error && !(error instanceof Problem && error.errors.length > 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={endpoint ? t('Change the endpoint') : t('Add an endpoint')}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {unplaced && (
            <Alert color="red" variant="outline" role="alert">
              {wordsOf(error)}
            </Alert>
          )}
          <TextInput
            label={t('Address')}
            description={t('https, at a public address')}
            placeholder="https://"
            type="url"
            required
            data-autofocus
            value={url}
            error={fieldError(error, 'url')}
            onChange={(e) => setUrl(e.currentTarget.value)}
          />
          <TextInput
            label={t('What it is for')}
            maxLength={200}
            value={description}
            error={fieldError(error, 'description')}
            onChange={(e) => setDescription(e.currentTarget.value)}
          />
          <Checkbox.Group
            label={t('What it is told')}
            value={events}
            error={fieldError(error, 'events')}
            onChange={(next) => setEvents(next as Events)}
          >
            <Stack gap="xs" mt={6}>
              {HOOK_EVENTS.map((event) => (
                <Checkbox key={event} value={event} label={hookEvent(event)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('Not now')}
            </Button>
            <Button type="submit" disabled={events.length === 0} loading={pending}>
              {endpoint ? t('Save') : t('Add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface Wanted {
  url: string;
  description: string;
  events: Events;
}

function useSave(endpoint: Endpoint | undefined, onSaved: (saved: Endpoint) => void) {
  const queries = useQueryClient();
  const inline = {
    meta: { inline: true },
    onSuccess: async (saved: Endpoint) => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/webhook-endpoints'] });
      onSaved(saved);
    },
  };
  const create = $api.useMutation('post', '/api/v1/webhook-endpoints', inline);
  const change = $api.useMutation('patch', '/api/v1/webhook-endpoints/{id}', inline);
  const save = ({ description, ...rest }: Wanted) => {
    if (endpoint?.id === undefined) create.mutate({ body: { ...rest, ...(description && { description }) } });
    else change.mutate({ params: { path: { id: endpoint.id } }, body: { ...rest, description: description || null } });
  };
  return { save, error: create.error ?? change.error, pending: create.isPending || change.isPending };
}
