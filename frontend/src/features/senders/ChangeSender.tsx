import { Alert, Button, Group, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { $api } from '@/shared/api/client';
import { fieldError, wordsOf } from '@/shared/api/problem';
import type { Schemas, Sender } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { ProviderFields } from './ProviderFields';
import { draftOf, faultOf, providerOf } from './providers';
import { textFields } from './textFields';

interface ChangeSenderProps {
  sender: Sender;
  onClose: () => void;
}

export const ChangeSender = ({ sender, onClose }: ChangeSenderProps) => (
  <Modal
    opened
    onClose={onClose}
    size="lg"
    closeButtonProps={{ 'aria-label': t('Close') }}
    title={t('Change {{name}}', { name: sender.name })}
  >
    <ChangeForm sender={sender} onClose={onClose} />
  </Modal>
);

/** Secrets are never shown: what is left empty stays as it is. */
function ChangeForm({ sender, onClose }: ChangeSenderProps) {
  const [opened] = useState(() => draftOf(sender.provider));
  const [provider, setProvider] = useState(opened);
  const [form, setForm] = useState({ name: sender.name, accessToken: '', appSecret: '' });
  const queries = useQueryClient();
  const patch = $api.useMutation('patch', '/api/v1/senders/{id}', {
    meta: { inline: true },
    onSuccess: async () => {
      await Promise.all(
        ['/api/v1/senders', '/api/v1/senders/{id}', '/api/v1/senders/{id}/limits'].map((path) =>
          queries.invalidateQueries({ queryKey: ['get', path] }),
        ),
      );
      onClose();
    },
  });
  const field = textFields(form, setForm, (name: keyof typeof form) => fieldError(patch.error, name));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body: Schemas['PatchSender'] = { name: form.name };
    if (form.accessToken) body.accessToken = form.accessToken;
    if (form.appSecret) body.appSecret = form.appSecret;
    // A provider is tried out when it is given, so only one that was changed is.
    if (provider !== opened) body.provider = providerOf(provider);
    patch.mutate({ params: { path: { id: sender.id } }, body });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {patch.error && (
          <Alert color="red" variant="outline" role="alert">
            {wordsOf(patch.error)}
          </Alert>
        )}
        <TextInput label={t('Name')} required data-autofocus {...field('name')} />
        <ProviderFields draft={provider} error={patch.error} onChange={setProvider} />
        <PasswordInput
          label={t('Access token')}
          description={t('Leave empty to keep it')}
          autoComplete="off"
          {...field('accessToken')}
        />
        <PasswordInput
          label={t('App secret')}
          description={t('Leave empty to keep it. A provider’s calls prove by it who they are.')}
          autoComplete="off"
          {...field('appSecret')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('Not now')}
          </Button>
          <Button type="submit" loading={patch.isPending} disabled={faultOf(provider) !== undefined}>
            {t('Save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
