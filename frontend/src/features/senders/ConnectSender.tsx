import { Alert, Button, Group, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { $api } from '@/shared/api/client';
import { fieldError, wordsOf } from '@/shared/api/problem';
import { t } from '@/shared/i18n';
import { ProviderFields } from './ProviderFields';
import { draftOf, faultOf, providerOf } from './providers';
import { textFields } from './textFields';

const EMPTY = { name: '', phoneNumberId: '', wabaId: '', accessToken: '', appSecret: '' };

export function ConnectSender({ onClose }: { onClose: () => void }) {
  const [form, setForm] = useState(EMPTY);
  const [provider, setProvider] = useState(() => draftOf(undefined));
  const direct = provider.kind === 'META';
  const queries = useQueryClient();
  const connect = $api.useMutation('post', '/api/v1/senders', {
    meta: { inline: true },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/senders'] });
      onClose();
    },
  });
  const field = textFields(form, setForm, (name: keyof typeof EMPTY) => fieldError(connect.error, name));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { appSecret, ...needed } = form;
    connect.mutate({
      body: { ...(appSecret ? form : needed), ...(!direct && { provider: providerOf(provider) }) },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      closeButtonProps={{ 'aria-label': t('Close') }}
      title={t('Connect a number')}
    >
      <form onSubmit={submit}>
        <Stack>
          {connect.error && (
            <Alert color="red" variant="outline" role="alert">
              {wordsOf(connect.error)}
            </Alert>
          )}
          <TextInput
            label={t('Name')}
            description={t('Yours; only seen here')}
            required
            data-autofocus
            {...field('name')}
          />
          <ProviderFields draft={provider} error={connect.error} onChange={setProvider} />
          <TextInput
            label={t('Phone number id')}
            description={t(direct ? 'From Meta’s API setup page' : 'As the provider calls the number')}
            required
            {...field('phoneNumberId')}
          />
          <TextInput label={t('WhatsApp Business account id')} required {...field('wabaId')} />
          <PasswordInput
            label={t('Access token')}
            description={t(
              direct
                ? 'Of a system user, so that it does not expire. Stored encrypted and never shown again.'
                : 'What lets us in at the provider. Stored encrypted and never shown again.',
            )}
            required
            autoComplete="off"
            {...field('accessToken')}
          />
          <PasswordInput
            label={t('App secret')}
            description={t(
              direct
                ? 'Only if this number belongs to another Meta app than the others'
                : 'By it the provider’s calls prove who they are',
            )}
            required={!direct}
            autoComplete="off"
            {...field('appSecret')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('Not now')}
            </Button>
            <Button type="submit" loading={connect.isPending} disabled={faultOf(provider) !== undefined}>
              {t('Connect')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
