import { Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { api } from '@/shared/api/client';
import type { Template, VariableValue } from '@/shared/api/types';
import { PhonePreview } from '@/shared/ui/PhonePreview';

const PreviewFor = lazy(() => import('./PreviewFor').then((m) => ({ default: m.PreviewFor })));

interface PreviewProps {
  template: Template | undefined;
  variables: Record<string, VariableValue>;
}

/** The phone, and for whom it shows the message: for nobody in particular, or for a contact that one swaps. */
export function Preview({ template, variables }: PreviewProps) {
  const [contactId, setContactId] = useState<string | null>(null);
  const rendered = useRendered(template, variables, contactId);
  return (
    <Stack gap="sm">
      <PhonePreview template={template} variables={variables} rendered={contactId ? rendered : undefined} />
      {template && (template.variables ?? []).length > 0 && (
        <Suspense>
          <PreviewFor contactId={contactId} onChange={setContactId} />
        </Suspense>
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
