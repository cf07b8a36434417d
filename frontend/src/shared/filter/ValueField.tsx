import { Group, MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { countries } from '@/shared/countries';
import { t } from '@/shared/i18n';
import { type Choice, spokenLanguages } from '@/shared/languages';
import { CONSENT_CODES, consent } from '@/shared/words';
import { type Kind, type Operator, takesList, takesNoValue } from './kinds';

interface ValueFieldProps {
  kind: Kind;
  op: Operator;
  value: unknown;
  onChange: (value: unknown) => void;
}

const WIDTH = 200;
/** More than these are searched for. */
const FEW = 5;

/** The field for what something is compared with. */
export function ValueField({ kind, op, value, onChange }: ValueFieldProps) {
  if (takesNoValue(op)) return null;
  if (op === 'WITHIN_LAST') return <Days value={value} onChange={onChange} />;
  if (op === 'BETWEEN') return <Between kind={kind} value={value} onChange={onChange} />;
  if (takesList(op)) return <Listed kind={kind} value={value} onChange={onChange} />;
  return <One label={t('Value')} kind={kind} value={value} onChange={onChange} />;
}

type FieldProps = Omit<ValueFieldProps, 'op'>;

/** Of a kind that has but few values, these in words; one that a filter came with is among them. */
function choices(kind: Kind, value: unknown): Choice[] | undefined {
  const given = [value].flat().filter((one): one is string => typeof one === 'string');
  if (kind === 'BOOLEAN')
    return [
      { value: 'true', label: t('yes') },
      { value: 'false', label: t('no') },
    ];
  if (kind === 'CONSENT') return CONSENT_CODES.map((code) => ({ value: code, label: consent(code) }));
  if (kind === 'LANGUAGE') return spokenLanguages(given);
  if (kind !== 'COUNTRY') return undefined;
  const all = countries();
  return [
    ...all,
    ...given.filter((one) => all.every((c) => c.value !== one)).map((one) => ({ value: one, label: one })),
  ];
}

function One({ label, kind, value, onChange }: FieldProps & { label: string }) {
  const data = choices(kind, value);
  if (data)
    return (
      <Select
        aria-label={label}
        searchable={data.length > FEW}
        allowDeselect={false}
        data={data}
        value={value === undefined ? null : String(value)}
        onChange={(next) => next && onChange(kind === 'BOOLEAN' ? next === 'true' : next)}
        w={WIDTH}
      />
    );
  if (kind === 'NUMBER')
    return (
      <NumberInput
        aria-label={label}
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        w={WIDTH}
      />
    );
  return (
    <TextInput
      aria-label={label}
      type={kind === 'DATE' || kind === 'TIME' ? 'date' : 'text'}
      value={typeof value === 'string' ? value : ''}
      onChange={(e) => onChange(e.currentTarget.value)}
      w={WIDTH}
    />
  );
}

function Between({ kind, value, onChange }: FieldProps) {
  const [from, to] = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    <Group gap="xs">
      <One label={t('From')} kind={kind} value={from} onChange={(next) => onChange([next, to])} />
      <One label={t('To')} kind={kind} value={to} onChange={(next) => onChange([from, next])} />
    </Group>
  );
}

function Listed({ kind, value, onChange }: FieldProps) {
  const list = Array.isArray(value) ? value.map(String) : [];
  const data = choices(kind, list);
  if (data)
    return (
      <MultiSelect
        aria-label={t('Values')}
        searchable
        data={data}
        value={list}
        onChange={onChange}
        w={{ base: '100%', xs: 280 }}
      />
    );
  return (
    <TagsInput
      aria-label={t('Values')}
      placeholder={list.length > 0 ? undefined : t('Enter after each')}
      value={list}
      onChange={(next) => onChange(kind === 'NUMBER' ? next.map(Number).filter(Number.isFinite) : next)}
      w={{ base: '100%', xs: 280 }}
    />
  );
}

const DAYS = /^P(\d+)D$/;

function Days({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) {
  const days = DAYS.exec(typeof value === 'string' ? value : '')?.[1];
  return (
    <NumberInput
      aria-label={t('Days')}
      suffix={t(' days')}
      min={1}
      max={36_500}
      allowDecimal={false}
      value={days ? Number(days) : ''}
      onChange={(n) => onChange(typeof n === 'number' && n > 0 ? `P${n}D` : undefined)}
      w={WIDTH}
    />
  );
}
