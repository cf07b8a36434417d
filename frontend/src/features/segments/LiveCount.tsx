import { Anchor, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import type { Contact, Filter, SegmentPreview } from '@/shared/api/types';
import { count, people } from '@/shared/format';
import { t } from '@/shared/i18n';
import { contactsLink } from '@/shared/filter/reached';
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
        {preview.data && complete(filter) && <Counted filter={settled} preview={preview.data} />}
      </div>
    </Paper>
  );
}

/** The conditions, and one more of what is known of people's consent. */
const ofConsent = (filter: Filter, op: 'EQ' | 'NE', value: string): Filter => ({
  type: 'all',
  of: [filter, { type: 'property', path: 'contact.consent.marketing', op, value }],
});

/** Those of the people whom a reason is about; undefined: no condition says it. */
function peopleOf(reason: string, filter: Filter): Filter | undefined {
  if (reason === 'OPTED_OUT') return ofConsent(filter, 'EQ', 'OPTED_OUT');
  if (reason === 'NOT_OPTED_IN') return ofConsent(filter, 'EQ', 'UNKNOWN');
  return undefined;
}

function Counted({ filter, preview }: { filter: Filter; preview: SegmentPreview }) {
  const { matched = 0, messageable = 0, skipped, sample } = preview;
  const losses = Object.entries(skipped ?? {}).filter(([, n]) => n > 0);
  return (
    <Stack gap="xs">
      <Text size="xl" fw={650} data-testid="matched">
        {matched > 0 ? (
          <Anchor component={Link} to={contactsLink(filter)} inherit>
            {people(matched)}
          </Anchor>
        ) : (
          people(matched)
        )}
      </Text>
      <Text size="sm">{t('{{n}} of them can get marketing messages', { n: count(messageable) })}</Text>
      {losses.map(([reason, n]) => (
        <Text key={reason} size="sm" c="dimmed">
          {skipReason(reason)}: <Loss n={n} people={peopleOf(reason, filter)} />
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

function Loss({ n, people: who }: { n: number; people: Filter | undefined }) {
  if (!who) return count(n);
  return (
    <Anchor component={Link} to={contactsLink(who)} inherit underline="always">
      {count(n)}
    </Anchor>
  );
}
