import { Chip, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import type { Hours } from '@/shared/api/types';
import { LOCAL_ZONE, weekday } from '@/shared/format';
import { t } from '@/shared/i18n';
import { ZONES } from './zones';

interface HoursFieldsProps {
  hours: Hours | null;
  onChange: (hours: Hours | null) => void;
}

const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const USUAL: Hours = { from: '09:00', to: '21:00', days: DAYS, timezone: LOCAL_ZONE };

/** The hours outside of which nothing is sent. */
export function HoursFields({ hours, onChange }: HoursFieldsProps) {
  return (
    <Stack gap="sm">
      <Switch
        label={t('Only at certain hours')}
        checked={hours !== null}
        onChange={(e) => onChange(e.currentTarget.checked ? USUAL : null)}
      />
      {hours && (
        <>
          <Group grow>
            <TextInput
              type="time"
              label={t('From')}
              value={hours.from?.slice(0, 5) ?? ''}
              onChange={(e) => onChange({ ...hours, from: e.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={t('To')}
              value={hours.to?.slice(0, 5) ?? ''}
              onChange={(e) => onChange({ ...hours, to: e.currentTarget.value })}
            />
          </Group>
          <Chip.Group multiple value={hours.days ?? []} onChange={(days) => onChange({ ...hours, days })}>
            <Group gap={6} role="group" aria-label={t('Days')}>
              {DAYS.map((code) => (
                <Chip key={code} value={code} size="xs">
                  {weekday(code)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <Select
            label={t('Time zone of the hours')}
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
