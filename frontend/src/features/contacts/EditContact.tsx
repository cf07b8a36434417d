import { Alert, Button, Group, Select, SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '@/shared/api/client';
import { fieldError, statusOf, wordsOf } from '@/shared/api/problem';
import type { Contact, Schemas } from '@/shared/api/types';
import { CONSENT_CODES, consent as consentWords } from '@/shared/words';
import { t } from '@/shared/i18n';
import { AttributeFields } from './AttributeFields';

type Changes = Schemas['UpdateContact'];
type ConsentState = NonNullable<NonNullable<Changes['consent']>['marketing']>;

interface EditContactProps {
  contact: Contact;
  etag: string | null;
  onClose: () => void;
}

const ZONES = Intl.supportedValuesOf('timeZone');

/** What is empty is cleared; who changed it meanwhile is not overwritten. */
export function EditContact({ contact, etag, onClose }: EditContactProps) {
  const [form, setForm] = useState(() => formOf(contact));
  const save = useSave(contact.id, etag, onClose);
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(changesOf(form, contact));
  };
  const text = (key: 'phone' | 'name' | 'language' | 'externalId', label: string) => (
    <TextInput
      label={label}
      value={form[key]}
      required={key === 'phone'}
      error={fieldError(save.error, key)}
      onChange={(e) => set({ [key]: e.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={submit}>
      <Stack maw={680}>
        {save.error && (
          <Alert color="red" variant="outline" role="alert">
            {statusOf(save.error) === 412
              ? t('Somebody else has changed this contact meanwhile: close this and look again.')
              : wordsOf(save.error)}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {text('name', t('Name'))}
          {text('phone', t('Phone'))}
          <ConsentChoice
            label={t('Marketing messages')}
            value={form.marketing}
            set={(marketing) => set({ marketing })}
          />
          <ConsentChoice label={t('Utility messages')} value={form.utility} set={(utility) => set({ utility })} />
          {text('language', t('Language'))}
          <Select
            label={t('Time zone')}
            searchable
            clearable
            data={ZONES}
            value={form.timezone}
            error={fieldError(save.error, 'timezone')}
            onChange={(timezone) => set({ timezone })}
          />
          {text('externalId', t('External id'))}
          <TagsInput label={t('Tags')} value={form.tags} onChange={(tags) => set({ tags })} />
        </SimpleGrid>
        <AttributeFields values={form.attributes} onChange={(attributes) => set({ attributes })} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('Save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('Leave it')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ConsentChoiceProps {
  label: string;
  value: ConsentState;
  set: (value: ConsentState) => void;
}

const ConsentChoice = ({ label, value, set }: ConsentChoiceProps) => (
  <Select
    label={label}
    allowDeselect={false}
    data={CONSENT_CODES.map((code) => ({ value: code, label: consentWords(code) }))}
    value={value}
    onChange={(next) => next && set(next as ConsentState)}
  />
);

const formOf = (contact: Contact) => ({
  phone: contact.phone,
  name: contact.name ?? '',
  language: contact.language ?? '',
  timezone: contact.timezone ?? null,
  externalId: contact.externalId ?? '',
  tags: contact.tags ?? [],
  attributes: (contact.attributes ?? {}) as Record<string, unknown>,
  marketing: contact.consent?.marketing ?? 'UNKNOWN',
  utility: contact.consent?.utility ?? 'UNKNOWN',
});

/** A merge patch: null takes a value away. */
function changesOf(form: ReturnType<typeof formOf>, before: Contact) {
  const { marketing, utility, attributes, ...rest } = form;
  const gone = Object.keys(before.attributes ?? {}).filter((key) => !(key in attributes));
  return {
    ...rest,
    name: rest.name.trim() || null,
    language: rest.language.trim() || null,
    externalId: rest.externalId.trim() || null,
    attributes: { ...attributes, ...Object.fromEntries(gone.map((key) => [key, null])) },
    consent: { marketing, utility },
  };
}

function useSave(id: number, etag: string | null, onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (changes: ReturnType<typeof changesOf>) =>
      api.PATCH('/api/v1/contacts/{id}', {
        params: { path: { id } },
        body: changes as unknown as Changes,
        headers: etag ? { 'If-Match': etag } : {},
      }),
    meta: { inline: true },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['contact', id] });
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/contacts/{id}'] });
      await queries.invalidateQueries({ queryKey: ['pages', '/api/v1/contacts'] });
      onSaved();
    },
  });
}
