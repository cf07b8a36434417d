import { Alert, Button, Group, Modal, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { $api } from '@/shared/api/client';
import { fieldError, wordsOf } from '@/shared/api/problem';
import { message, t } from '@/shared/i18n';

const CONSENT = [
  { value: 'OPTED_IN', label: message('Has opted in') },
  { value: 'UNKNOWN', label: message('Unknown') },
  { value: 'OPTED_OUT', label: message('Has opted out') },
];

type Marketing = 'OPTED_IN' | 'UNKNOWN' | 'OPTED_OUT';
const EMPTY = { phone: '', name: '', tags: [] as string[], marketing: 'UNKNOWN' as Marketing };

export function CreateContact({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [form, setForm] = useState(EMPTY);
  const queries = useQueryClient();
  const create = $api.useMutation('post', '/api/v1/contacts', {
    meta: { inline: true },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['pages', '/api/v1/contacts'] });
      setForm(EMPTY);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { phone, name, tags, marketing } = form;
    create.mutate({ body: { phone, name: name || undefined, tags, consent: { marketing } } });
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('New contact')} closeButtonProps={{ 'aria-label': t('Close') }}>
      <form onSubmit={submit}>
        <Stack>
          {create.error && (
            <Alert color="red" variant="outline" role="alert">
              {wordsOf(create.error)}
            </Alert>
          )}
          <TextInput
            label={t('Phone')}
            description={t('With + and country code')}
            placeholder="+91 98765 43210"
            type="tel"
            required
            data-autofocus
            value={form.phone}
            error={fieldError(create.error, 'phone')}
            onChange={(e) => setForm({ ...form, phone: e.currentTarget.value })}
          />
          <TextInput
            label={t('Name')}
            value={form.name}
            onChange={(e) => setForm({ ...form, name: e.currentTarget.value })}
          />
          <TagsInput label={t('Tags')} value={form.tags} onChange={(tags) => setForm({ ...form, tags })} />
          <Select
            label={t('Marketing messages')}
            data={CONSENT.map(({ value, label }) => ({ value, label: t(label) }))}
            allowDeselect={false}
            value={form.marketing}
            onChange={(value) => value && setForm({ ...form, marketing: value as Marketing })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('Not now')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('Create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
