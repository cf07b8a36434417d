import { SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import type { CampaignDraft, Template } from '@/shared/api/types';
import { LOCAL_ZONE } from '@/shared/format';
import { t } from '@/shared/i18n';
import { AdvancedDelivery } from './AdvancedDelivery';
import { HoursFields } from './HoursFields';
import { ZONES, localInput, wallClock } from './zones';

interface WhenStepProps {
  draft: CampaignDraft;
  change: (part: Partial<CampaignDraft>) => void;
  template: Template | undefined;
}

const IN_AN_HOUR_MS = 3_600_000;

export function WhenStep({ draft, change, template }: WhenStepProps) {
  const { schedule, delivery } = draft;
  const zone = schedule?.timezone ?? LOCAL_ZONE;
  const later = () => ({
    type: 'AT' as const,
    at: wallClock(new Date(Date.now() + IN_AN_HOUR_MS)),
    timezone: LOCAL_ZONE,
  });
  return (
    <Stack gap="lg" maw={520}>
      <Stack gap={6}>
        <Text size="sm" fw={500} id="start-label">
          {t('Start')}
        </Text>
        <SegmentedControl
          aria-labelledby="start-label"
          value={schedule?.type ?? 'NOW'}
          data={[
            { value: 'NOW', label: t('As soon as it is launched') },
            { value: 'AT', label: t('Later') },
          ]}
          onChange={(type) => change({ schedule: type === 'AT' ? later() : { type: 'NOW' } })}
        />
      </Stack>
      {schedule?.type === 'AT' && (
        <>
          <TextInput
            type="datetime-local"
            label={t('Day and time')}
            value={schedule.at?.slice(0, 16) ?? ''}
            onChange={(e) => change({ schedule: { ...schedule, at: e.currentTarget.value } })}
          />
          <Select
            label={t('Time zone')}
            searchable
            allowDeselect={false}
            data={ZONES}
            value={zone}
            onChange={(timezone) => timezone && change({ schedule: { ...schedule, timezone } })}
          />
        </>
      )}
      <HoursFields
        hours={delivery?.hours ?? null}
        onChange={(hours) => change({ delivery: { ...delivery, hours: hours ?? undefined } })}
      />
      <TextInput
        type="datetime-local"
        label={t('Stop at')}
        description={t('Whoever has no message by then is skipped. Time in {{zone}}; empty: no stop.', {
          zone: LOCAL_ZONE,
        })}
        value={delivery?.stopAt ? localInput(delivery.stopAt) : ''}
        onChange={(e) => change({ delivery: { ...delivery, stopAt: instant(e.currentTarget.value) } })}
      />
      <AdvancedDelivery
        delivery={delivery ?? {}}
        marketing={template?.category === 'MARKETING'}
        onChange={(part) => change({ delivery: { ...delivery, ...part } })}
      />
    </Stack>
  );
}

const instant = (local: string) => (local ? new Date(local).toISOString() : undefined);
