import { Chip, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import type { Hours } from '@/shared/api/types';
import { LOCAL_ZONE } from '@/shared/format';
import { ZONES } from './zones';

interface HoursFieldsProps {
  hours: Hours | null;
  onChange: (hours: Hours | null) => void;
}

const DAYS = { MON: 'Mon', TUE: 'Tue', WED: 'Wed', THU: 'Thu', FRI: 'Fri', SAT: 'Sat', SUN: 'Sun' };
const USUAL: Hours = { from: '09:00', to: '21:00', days: Object.keys(DAYS), timezone: LOCAL_ZONE };

/** The hours outside of which nothing is sent. */
export function HoursFields({ hours, onChange }: HoursFieldsProps) {
  return (
    <Stack gap="sm">
      <Switch
        label="Only at certain hours"
        checked={hours !== null}
        onChange={(e) => onChange(e.currentTarget.checked ? USUAL : null)}
      />
      {hours && (
        <>
          <Group grow>
            <TextInput
              type="time"
              label="From"
              value={hours.from?.slice(0, 5) ?? ''}
              onChange={(e) => onChange({ ...hours, from: e.currentTarget.value })}
            />
            <TextInput
              type="time"
              label="To"
              value={hours.to?.slice(0, 5) ?? ''}
              onChange={(e) => onChange({ ...hours, to: e.currentTarget.value })}
            />
          </Group>
          <Chip.Group multiple value={hours.days ?? []} onChange={(days) => onChange({ ...hours, days })}>
            <Group gap={6} role="group" aria-label="Days">
              {Object.entries(DAYS).map(([code, name]) => (
                <Chip key={code} value={code} size="xs">
                  {name}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <Select
            label="Time zone of the hours"
            searchable
            allowDeselect={false}
            data={ZONES}
            value={hours.timezone ?? LOCAL_ZONE}
            onChange={(timezone) => timezone && onChange({ ...hours, timezone })}
          />
        </>
      )}
    </Stack>
  );
}
