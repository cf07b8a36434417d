import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { $api, api } from '@/shared/api/client';
import { Answer } from '@/shared/ui/states';
import { RenderedText } from '@/shared/ui/WhatsAppText';
import { forWhom } from '@/shared/words';
import { t } from '@/shared/i18n';
import type { Text as TextOfMany } from './draft';

interface SamplePeopleProps {
  id: number;
  /** Of the draft: a new one is asked of the server again. */
  revision: unknown;
  texts: TextOfMany[];
}

/** The first of the audience, and what each of them would read. */
export function SamplePeople({ id, revision, texts }: SamplePeopleProps) {
  const sample = useQuery({
    queryKey: ['sample', id, revision],
    queryFn: async () => (await api.POST('/api/v1/campaigns/{id}/preview', { params: { path: { id } } })).data ?? [],
    retry: false,
  });
  return (
    <Answer of={sample}>
      {(people) => (
        <Stack gap="sm">
          {people.length === 0 && <Text size="sm">{t('Nobody would get it.')}</Text>}
          {people.map(({ contactId = 0, variant = 0, preview }) => (
            <div key={contactId}>
              <PersonName id={contactId} />
              {texts.length > 1 && texts[variant] && (
                <Text span size="xs" c="dimmed">
                  {' '}
                  {forWhom(texts[variant])}
                </Text>
              )}
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                <RenderedText text={preview?.body ?? ''} />
              </Text>
            </div>
          ))}
        </Stack>
      )}
    </Answer>
  );
}

function PersonName({ id }: { id: number }) {
  const contact = $api.useQuery('get', '/api/v1/contacts/{id}', { params: { path: { id } } });
  return (
    <Anchor component={Link} to={`/contacts/${id}`} size="sm" fw={600}>
      {contact.data?.name ?? contact.data?.phone ?? t('Contact {{id}}', { id })}
    </Anchor>
  );
}
