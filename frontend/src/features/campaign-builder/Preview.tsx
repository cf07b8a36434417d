import { Button, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDeviceMobileMessage } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { Link } from 'react-router';
import { api } from '@/shared/api/client';
import type { Template, VariableValue } from '@/shared/api/types';
import { PhonePreview } from '@/shared/ui/PhonePreview';
import { t } from '@/shared/i18n';

const PreviewFor = lazy(() => import('./PreviewFor').then((m) => ({ default: m.PreviewFor })));

interface PreviewProps {
  template: Template | undefined;
  variables: Record<string, VariableValue>;
  /** Where the message can be sent to oneself. */
  testHref: string;
}

/** The phone, and for whom it shows the message: for nobody in particular, or for a contact that one swaps. */
export function Preview({ template, variables, testHref }: PreviewProps) {
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
      {template && (
        <Button
          component={Link}
          to={testHref}
          variant="default"
          size="xs"
          leftSection={<IconDeviceMobileMessage size={14} />}
        >
          {t('Send it to myself')}
        </Button>
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
