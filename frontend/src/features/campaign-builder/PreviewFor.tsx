import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { type Contact, itemsOf } from '@/shared/api/types';
import { t } from '@/shared/i18n';

interface PreviewForProps {
  contactId: string | null;
  onChange: (contactId: string | null) => void;
}

/** Whose data the preview shows. */
export function PreviewFor({ contactId, onChange }: PreviewForProps) {
  const [search, setSearch] = useState('');
  const [term] = useDebouncedValue(search, 250);
  const found = $api.useQuery(
    'get',
    '/api/v1/contacts',
    { params: { query: { search: contactId ? undefined : term || undefined, limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Select
      label={t('Preview for')}
      placeholder={t('Nobody in particular')}
      size="xs"
      clearable
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      data={itemsOf<Contact>(found.data).map((c) => ({ value: String(c.id), label: c.name ?? c.phone }))}
      value={contactId}
      onChange={onChange}
    />
  );
}
