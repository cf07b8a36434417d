import { MultiSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { $api } from '@/shared/api/client';
import { type Group, type Segment, itemsOf } from '@/shared/api/types';
import { count } from '@/shared/format';
import { t } from '@/shared/i18n';

interface Chosen {
  groupIds: number[];
  segmentIds: number[];
}

interface AudiencePickerProps {
  label: string;
  description: string;
  placeholder: string;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

const EVERY = { params: { query: { limit: 200 } } };
const GROUP = 'group ';
const SEGMENT = 'segment ';

const idsOf = (values: string[], kind: string) =>
  values.filter((value) => value.startsWith(kind)).map((value) => Number(value.slice(kind.length)));

/** Groups and segments in one field: both are sets of people. */
export function AudiencePicker({ label, description, placeholder, chosen, onChange }: AudiencePickerProps) {
  const groups = $api.useQuery('get', '/api/v1/groups', EVERY);
  const segments = $api.useQuery('get', '/api/v1/segments', EVERY);
  const values = [...chosen.groupIds.map((id) => GROUP + id), ...chosen.segmentIds.map((id) => SEGMENT + id)];
  const options = [
    {
      group: t('Groups'),
      items: itemsOf<Group>(groups.data).map((g) => ({
        value: GROUP + g.id,
        label: `${g.name} (${count(g.memberCount)})`,
      })),
    },
    {
      group: t('Segments'),
      items: itemsOf<Segment>(segments.data).map((s) => ({ value: SEGMENT + s.id, label: s.name })),
    },
  ];
  // Most campaigns go to one group: the list does not stay open over what comes next.
  const [open, list] = useDisclosure();
  return (
    <MultiSelect
      dropdownOpened={open}
      onDropdownOpen={list.open}
      onDropdownClose={list.close}
      label={label}
      description={description}
      placeholder={values.length > 0 ? undefined : placeholder}
      searchable
      clearable
      data={options.filter(({ items }) => items.length > 0)}
      value={values}
      onChange={(next) => {
        onChange({ groupIds: idsOf(next, GROUP), segmentIds: idsOf(next, SEGMENT) });
        list.close();
      }}
      nothingFoundMessage={t('No such group or segment')}
    />
  );
}
