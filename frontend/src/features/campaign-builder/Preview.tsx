import { Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api } from '@/shared/api/client';
import { type Contact, type Template, type VariableValue, itemsOf } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { PhonePreview } from '@/shared/ui/PhonePreview';

interface PreviewProps {
  template: Template | undefined;
  variables: Record<string, VariableValue>;
}

/** The phone, and for whom it shows the message: for nobody in particular, or for a contact that one swaps. */
export function Preview({ template, variables }: PreviewProps) {
  const [contactId, setContactId] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [term] = useDebouncedValue(search, 250);
  const found = $api.useQuery(
    'get',
    '/api/v1/contacts',
    { params: { query: { search: contactId ? undefined : term || undefined, limit: 20 } } },
    { placeholderData: keepPreviousData, enabled: template !== undefined },
  );
  const rendered = useRendered(template, variables, contactId);
  return (
    <Stack gap="sm">
      <PhonePreview template={template} variables={variables} rendered={contactId ? rendered : undefined} />
      {template && (template.variables ?? []).length > 0 && (
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
          onChange={setContactId}
        />
      )}
    </Stack>
  );
}

/** As the server would send it to this person. */
function useRendered(template: Template | undefined, variables: PreviewProps['variables'], contactId: string | null) {
  const [settled] = useDebouncedValue(variables, 300);
  const rendered = useQuery({
    queryKey: ['rendered', template?.id, contactId, settled],
    queryFn: async () => {
      const { data } = await api.POST('/api/v1/templates/{id}/preview', {
        params: { path: { id: template?.id ?? 0 } },
        body: { variables: settled, contactId: Number(contactId) },
      });
      return data ?? null;
    },
    enabled: template !== undefined && contactId !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return rendered.data ?? undefined;
}
