import { MultiSelect } from '@mantine/core';
import { $api } from '@/shared/api/client';
import { type Group, itemsOf } from '@/shared/api/types';
import { count } from '@/shared/format';
import { t } from '@/shared/i18n';

interface Chosen {
  groupIds: number[];
}

interface AudiencePickerProps {
  label: string;
  description: string;
  placeholder: string;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** Sets of people, in one field. */
export function AudiencePicker({ label, description, placeholder, chosen, onChange }: AudiencePickerProps) {
  const groups = $api.useQuery('get', '/api/v1/groups', { params: { query: { limit: 200 } } });
  return (
    <MultiSelect
      label={label}
      description={description}
      placeholder={chosen.groupIds.length > 0 ? undefined : placeholder}
      searchable
      clearable
      data={itemsOf<Group>(groups.data).map((g) => ({
        value: String(g.id),
        label: `${g.name} (${count(g.memberCount)})`,
      }))}
      value={chosen.groupIds.map(String)}
      onChange={(ids) => onChange({ groupIds: ids.map(Number) })}
      nothingFoundMessage={t('No such group')}
    />
  );
}
