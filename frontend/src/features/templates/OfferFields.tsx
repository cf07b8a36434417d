import { Stack, Switch, TextInput } from '@mantine/core';
import { t } from '@/shared/i18n';
import type { Component } from '@/shared/templateParts';
import type { Faults } from './faults';

const LONGEST = 16;

interface OfferFieldsProps {
  part: Component;
  field: string;
  faults: Faults;
  onChange: (part: Component) => void;
}

export function OfferFields({ part, field, faults, onChange }: OfferFieldsProps) {
  const offer = part.limited_time_offer ?? {};
  const set = (change: typeof offer) => onChange({ ...part, limited_time_offer: { ...offer, ...change } });
  return (
    <Stack gap="xs">
      <TextInput
        label={t('Words of the offer')}
        maxLength={LONGEST}
        value={offer.text ?? ''}
        error={faults.at(`${field}.limited_time_offer.text`, offer.text)}
        onChange={(e) => set({ text: e.currentTarget.value })}
      />
      <Switch
        label={t('Count down to its end')}
        checked={offer.has_expiration ?? false}
        onChange={(e) => set({ has_expiration: e.currentTarget.checked })}
      />
    </Stack>
  );
}
