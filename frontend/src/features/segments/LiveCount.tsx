import { Anchor, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import type { Contact, Filter, SegmentPreview } from '@/shared/api/types';
import { count, people } from '@/shared/format';
import { t } from '@/shared/i18n';
import { skipReason } from '@/shared/words';
import { complete } from '@/shared/filter/filters';

const SETTLES_MS = 350;

/** Who meets the filter as it stands on screen, counted by the server as it changes. */
export function LiveCount({ filter }: { filter: Filter }) {
  const [settled] = useDebouncedValue(filter, SETTLES_MS);
  const ready = complete(settled);
  const preview = useQuery({
    queryKey: ['segment-preview', settled],
    queryFn: async () => {
      const { data } = await api.POST('/api/v1/segments/preview', { body: { filter: settled, category: 'MARKETING' } });
      return data as SegmentPreview;
    },
    enabled: ready,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="count">
      <Title order={2} id="count" mb="xs">
        {t('Who is in it now')}
      </Title>
      <div aria-live="polite">
        {!complete(filter) && <Text size="sm">{t('Fill in every condition to count.')}</Text>}
        {preview.error && ready && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {wordsOf(preview.error)}
          </Text>
        )}
        {preview.data && complete(filter) && <Counted preview={preview.data} />}
      </div>
    </Paper>
  );
}

function Counted({ preview: { matched = 0, messageable = 0, skipped, sample } }: { preview: SegmentPreview }) {
  const losses = Object.entries(skipped ?? {}).filter(([, n]) => n > 0);
  return (
    <Stack gap="xs">
      <Text size="xl" fw={650} data-testid="matched">
        {people(matched)}
      </Text>
      <Text size="sm">{t('{{n}} of them can get marketing messages', { n: count(messageable) })}</Text>
      {losses.map(([reason, n]) => (
        <Text key={reason} size="sm" c="dimmed">
          {skipReason(reason)}: {count(n)}
        </Text>
      ))}
      {(sample ?? []).length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {t('For example')}
          </Text>
          <List size="sm">
            {((sample ?? []) as Contact[]).slice(0, 8).map((contact) => (
              <List.Item key={contact.id}>
                <Anchor component={Link} to={`/contacts/${contact.id}`} size="sm">
                  {contact.name ?? contact.phone}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
