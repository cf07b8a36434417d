import { Alert, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { $api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import { type CampaignDraft, type Group as ContactGroup, type Preflight, itemsOf } from '@/shared/api/types';
import { count } from '@/shared/format';
import { ContactPicker } from './ContactPicker';
import { Skipped } from './Skipped';
import type { PreflightQuery } from './usePreflight';

interface PeopleStepProps {
  draft: CampaignDraft;
  change: (part: Partial<CampaignDraft>) => void;
  preflight: PreflightQuery;
}

export function PeopleStep({ draft, change, preflight }: PeopleStepProps) {
  const groups = $api.useQuery('get', '/api/v1/groups', { params: { query: { limit: 200 } } });
  const options = itemsOf<ContactGroup>(groups.data).map((g) => ({
    value: String(g.id),
    label: `${g.name} (${count(g.memberCount)})`,
  }));
  const { audience } = draft;
  const set = (part: NonNullable<typeof audience>) => change({ audience: { ...audience, ...part } });
  return (
    <Stack gap="lg">
      <MultiSelect
        label="Groups"
        description="Everybody who is in one of them"
        placeholder={audience?.groupIds?.length ? undefined : 'Choose groups'}
        searchable
        clearable
        data={options}
        value={(audience?.groupIds ?? []).map(String)}
        onChange={(ids) => set({ groupIds: ids.map(Number) })}
        nothingFoundMessage="No such group"
      />
      <ContactPicker ids={audience?.contactIds ?? []} onChange={(contactIds) => set({ contactIds })} />
      <MultiSelect
        label="Without these groups"
        description="Who is in one of them gets nothing"
        placeholder={audience?.exclude?.groupIds?.length ? undefined : 'Nobody is left out'}
        searchable
        clearable
        data={options}
        value={(audience?.exclude?.groupIds ?? []).map(String)}
        onChange={(ids) => set({ exclude: { ...audience?.exclude, groupIds: ids.map(Number) } })}
        nothingFoundMessage="No such group"
      />
      {preflight.error ? (
        <Alert color="red" variant="outline" role="alert">
          {wordsOf(preflight.error)}
        </Alert>
      ) : (
        <Numbers preflight={preflight.data} />
      )}
    </Stack>
  );
}

/** Matched, of them messageable, and where the others are lost. */
function Numbers({ preflight }: { preflight: Preflight | undefined }) {
  const { matched = 0, messageable = 0, skipped } = preflight?.audience ?? {};
  return (
    <Stack gap="xs" aria-live="polite">
      <Group gap="xl">
        <Figure n={matched} words="chosen" />
        <Text aria-hidden>→</Text>
        <Figure n={messageable} words="will get the message" />
      </Group>
      <Skipped skipped={skipped} />
    </Stack>
  );
}

const Figure = ({ n, words }: { n: number; words: string }) => (
  <div>
    <Text size="xl" fw={650}>
      {count(n)}
    </Text>
    <Text size="sm" c="dimmed">
      {words}
    </Text>
  </div>
);
