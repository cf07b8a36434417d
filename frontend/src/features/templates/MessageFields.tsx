import { SegmentedControl, Stack, TextInput } from '@mantine/core';
import { t } from '@/shared/i18n';
import type { Component } from '@/shared/templateParts';
import { ButtonsFields } from './ButtonsFields';
import { CarouselFields } from './CarouselFields';
import { HeaderFields } from './HeaderFields';
import { OfferFields } from './OfferFields';
import { PasswordFields } from './PasswordFields';
import { TextWithVariables } from './TextWithVariables';
import type { Faults } from './faults';
import { type Form, fieldOf, formOf, inForm, partOf, withPart } from './parts';
import type { Wording } from './wording';

interface MessageFieldsProps {
  wording: Wording;
  faults: Faults;
  onChange: (part: Partial<Wording>) => void;
}

const MOST_BUTTONS = 10;
const BODY = 1_024;
const BODY_OF_AN_OFFER = 600;
const FOOTER = 60;

/** What the message says, part by part, from top to bottom. */
export function MessageFields({ wording: { category, components: parts }, faults, onChange }: MessageFieldsProps) {
  const set = (components: Component[]) => onChange({ components });
  const put = (type: string, part: Component | undefined) => set(withPart(parts, type, part));
  const of = (type: string) => ({ field: fieldOf(parts, type), faults });
  if (category === 'AUTHENTICATION') return <PasswordFields parts={parts} faults={faults} onChange={set} />;

  const form = formOf(parts);
  const offer = partOf(parts, 'LIMITED_TIME_OFFER');
  const carousel = partOf(parts, 'CAROUSEL');
  return (
    <Stack gap="md">
      {category === 'MARKETING' && (
        <SegmentedControl
          aria-label={t('Form of the message')}
          value={form}
          styles={{ label: { whiteSpace: 'normal' } }}
          data={[
            { value: 'PLAIN', label: t('Plain') },
            { value: 'OFFER', label: t('Offer for a limited time') },
            { value: 'CAROUSEL', label: t('Cards') },
          ]}
          onChange={(next) => set(inForm(parts, next as Form))}
        />
      )}
      {!carousel && (
        <HeaderFields part={partOf(parts, 'HEADER')} {...of('HEADER')} onChange={(part) => put('HEADER', part)} />
      )}
      {offer && (
        <OfferFields part={offer} {...of('LIMITED_TIME_OFFER')} onChange={(part) => put('LIMITED_TIME_OFFER', part)} />
      )}
      <TextWithVariables
        label={t('Text')}
        part={partOf(parts, 'BODY') ?? { type: 'BODY' }}
        place="body"
        {...of('BODY')}
        longest={offer ? BODY_OF_AN_OFFER : BODY}
        onChange={(part) => put('BODY', part)}
      />
      {form === 'PLAIN' && (
        <Footer part={partOf(parts, 'FOOTER')} {...of('FOOTER')} onChange={(part) => put('FOOTER', part)} />
      )}
      {!carousel && (
        <ButtonsFields
          buttons={partOf(parts, 'BUTTONS')?.buttons ?? []}
          field={`${fieldOf(parts, 'BUTTONS')}.buttons`}
          faults={faults}
          most={MOST_BUTTONS}
          onChange={(buttons) => put('BUTTONS', buttons.length > 0 ? { type: 'BUTTONS', buttons } : undefined)}
        />
      )}
      {carousel && <CarouselFields part={carousel} {...of('CAROUSEL')} onChange={(part) => put('CAROUSEL', part)} />}
    </Stack>
  );
}

interface FooterProps {
  part: Component | undefined;
  field: string;
  faults: Faults;
  onChange: (part: Component | undefined) => void;
}

const Footer = ({ part, field, faults, onChange }: FooterProps) => (
  <TextInput
    label={t('Footer')}
    placeholder={t('For example: reply STOP to end')}
    maxLength={FOOTER}
    value={part?.text ?? ''}
    error={faults.at(`${field}.text`, part?.text)}
    onChange={(e) => onChange(e.currentTarget.value ? { type: 'FOOTER', text: e.currentTarget.value } : undefined)}
  />
);
