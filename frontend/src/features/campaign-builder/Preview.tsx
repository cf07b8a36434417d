import { Button, NativeSelect, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDeviceMobileMessage } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { Link } from 'react-router';
import { api } from '@/shared/api/client';
import type { Template, VariableValue } from '@/shared/api/types';
import { PhonePreview } from '@/shared/ui/PhonePreview';
import { forWhom } from '@/shared/words';
import { t } from '@/shared/i18n';
import type { Text } from './draft';

const PreviewFor = lazy(() => import('./PreviewFor').then((m) => ({ default: m.PreviewFor })));

interface PreviewProps {
  template: Template | undefined;
  texts: Text[];
  /** Which of them it shows. */
  at: number;
  /** Lets one look at another; undefined where that is chosen elsewhere. */
  show: ((at: number) => void) | undefined;
  /** Where the message can be sent to oneself. */
  testHref: string;
}

const NONE: Record<string, VariableValue> = {};

/** The phone, and for whom it shows the message: for nobody in particular, or for a contact that one swaps. */
export function Preview({ template, texts, at, show, testHref }: PreviewProps) {
  const variables = texts[at]?.variables ?? NONE;
  const [contactId, setContactId] = useState<string | null>(null);
  const rendered = useRendered(template, variables, contactId);
  return (
    <Stack gap="sm">
      {show && texts.length > 1 && (
        <NativeSelect
          label={t('Text')}
          size="xs"
          data={texts.map((text, i) => ({ value: String(i), label: forWhom(text) }))}
          value={String(at)}
          onChange={(e) => show(Number(e.currentTarget.value))}
        />
      )}
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
function useRendered(
  template: Template | undefined,
  variables: Record<string, VariableValue>,
  contactId: string | null,
) {
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
