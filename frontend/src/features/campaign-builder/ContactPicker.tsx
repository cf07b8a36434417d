import { Button, Group, MultiSelect, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { type Contact, itemsOf } from '@/shared/api/types';
import { count } from '@/shared/format';
import { t } from '@/shared/i18n';

interface ContactPickerProps {
  ids: number[];
  onChange: (ids: number[]) => void;
}

const nameOf = (contact: Contact) => (contact.name ? `${contact.name} (${contact.phone})` : contact.phone);

/** More than these are not named one by one. */
const NAMED = 20;

/** Single people: by name, or how many they are. */
export function ContactPicker({ ids, onChange }: ContactPickerProps) {
  if (ids.length <= NAMED) return <NamedContacts ids={ids} onChange={onChange} />;
  return (
    <Group gap="sm">
      <Text size="sm">{t('{{n}} single contacts', { n: count(ids.length) })}</Text>
      <Button size="compact-xs" variant="default" onClick={() => onChange([])}>
        {t('Remove them all')}
      </Button>
    </Group>
  );
}

/** Found by name or phone as one types. */
function NamedContacts({ ids, onChange }: ContactPickerProps) {
  const [search, setSearch] = useState('');
  const [term] = useDebouncedValue(search, 250);
  const found = $api.useQuery(
    'get',
    '/api/v1/contacts',
    { params: { query: { search: term || undefined, limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  const chosen = useQueries({
    queries: ids.map((id) => $api.queryOptions('get', '/api/v1/contacts/{id}', { params: { path: { id } } })),
  });
  const names = new Map(ids.map((id) => [String(id), t('Contact {{id}}', { id })]));
  for (const contact of [
    ...itemsOf<Contact>(found.data),
    ...chosen.flatMap((q) => (q.data ? [q.data as Contact] : [])),
  ])
    names.set(String(contact.id), nameOf(contact));
  return (
    <MultiSelect
      label={t('Single contacts')}
      placeholder={ids.length ? undefined : t('Search by name or phone')}
      searchable
      clearable
      searchValue={search}
      onSearchChange={setSearch}
      // The server has searched already.
      filter={({ options }) => options}
      data={[...names].map(([value, label]) => ({ value, label }))}
      value={ids.map(String)}
      onChange={(next) => onChange(next.map(Number))}
      nothingFoundMessage={t('Nobody found')}
    />
  );
}
