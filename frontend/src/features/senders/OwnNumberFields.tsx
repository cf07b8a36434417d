import { NumberInput, Switch, TextInput } from '@mantine/core';
import type { Schemas } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { textFields } from './textFields';

type OwnNumber = Schemas['OwnNumber'];

interface OwnNumberFieldsProps {
  number: OwnNumber | undefined;
  fault: (field: string) => string | undefined;
  onChange: (number: OwnNumber | undefined) => void;
}

/** What is entered of a number where the provider cannot be asked. */
export function OwnNumberFields({ number, fault, onChange }: OwnNumberFieldsProps) {
  return (
    <>
      <Switch
        label={t('It can be asked about the number as Meta can')}
        checked={!number}
        onChange={(e) =>
          onChange(e.currentTarget.checked ? undefined : { displayPhoneNumber: '', throughputPerSecond: 20 })
        }
      />
      {number && <Fields number={number} fault={fault} onChange={onChange} />}
    </>
  );
}

function Fields({ number, fault, onChange }: OwnNumberFieldsProps & { number: OwnNumber }) {
  const field = textFields(
    number,
    onChange,
    (name: 'displayPhoneNumber' | 'verifiedName' | 'messagingLimit' | 'portfolioId') => fault(name),
  );
  return (
    <>
      <TextInput label={t('Phone number')} type="tel" required {...field('displayPhoneNumber')} />
      <TextInput label={t('Name shown to people')} {...field('verifiedName')} />
      <NumberInput
        label={t('Messages a second that the provider takes')}
        min={0.1}
        decimalScale={1}
        required
        value={number.throughputPerSecond}
        error={fault('throughputPerSecond')}
        onChange={(value) => onChange({ ...number, throughputPerSecond: Number(value) })}
      />
      <TextInput
        label={t('Limit in 24 hours')}
        description={t('As Meta writes it, such as TIER_10K or TIER_UNLIMITED; empty: the lowest')}
        {...field('messagingLimit')}
      />
      <TextInput
        label={t('Portfolio id')}
        description={t('Numbers of one portfolio share the limit; empty: those of one account do')}
        {...field('portfolioId')}
      />
    </>
  );
}
