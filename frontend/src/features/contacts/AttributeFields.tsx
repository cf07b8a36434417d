import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { itemsOf } from '@/shared/api/types';
import { humanize } from '@/shared/format';
import { t } from '@/shared/i18n';

interface Attribute {
  key: string;
  label?: string | null;
  type: string;
}

interface AttributeFieldsProps {
  values: Record<string, unknown>;
  onChange: (values: Record<string, unknown>) => void;
}

const isGiven = (value: unknown) => value !== '' && value !== null && value !== undefined;

/** Every attribute in use, each with a field of its kind; an empty one is not kept. */
export function AttributeFields({ values, onChange }: AttributeFieldsProps) {
  const attributes = $api.useQuery('get', '/api/v1/attributes');
  const known = itemsOf<Attribute>(attributes.data);
  const more = Object.keys(values).filter((key) => !known.some((one) => one.key === key));
  const all = [...known, ...more.map((key) => ({ key, label: null, type: 'TEXT' }))];
  const set = (key: string, value: unknown) =>
    onChange(Object.fromEntries(Object.entries({ ...values, [key]: value }).filter(([, given]) => isGiven(given))));
  return (
    <Stack gap="xs" role="group" aria-label={t('Attributes')}>
      <Text fw={600}>{t('Attributes')}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {all.map(({ key, label, type }) => (
          <Field
            key={key}
            label={label || humanize(key)}
            type={type}
            value={values[key]}
            onChange={(value) => set(key, value)}
          />
        ))}
      </SimpleGrid>
      <NewAttribute taken={all.map(({ key }) => key)} onAdd={set} />
    </Stack>
  );
}

interface FieldProps {
  label: string;
  type: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

function Field({ label, type, value, onChange }: FieldProps) {
  if (type === 'NUMBER')
    return <NumberInput label={label} value={typeof value === 'number' ? value : ''} onChange={onChange} />;
  if (type === 'LIST')
    return (
      <TagsInput
        label={label}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={(list) => onChange(list.length > 0 ? list : undefined)}
      />
    );
  if (type === 'BOOLEAN')
    return (
      <Select
        label={label}
        clearable
        data={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
        value={typeof value === 'boolean' ? String(value) : null}
        onChange={(chosen) => onChange(chosen === null ? undefined : chosen === 'true')}
      />
    );
  return (
    <TextInput
      label={label}
      type={type === 'DATE' ? 'date' : 'text'}
      value={value === undefined ? '' : String(value)}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  );
}

/** One that nobody has yet. */
function NewAttribute({ taken, onAdd }: { taken: string[]; onAdd: (key: string, value: string) => void }) {
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const name = key.trim().toLowerCase().replace(/\W+/g, '_');
  return (
    <Group align="flex-end" gap="xs">
      <TextInput label={t('Another attribute')} value={key} onChange={(e) => setKey(e.currentTarget.value)} />
      <TextInput label={t('Its value')} value={value} onChange={(e) => setValue(e.currentTarget.value)} />
      <Button
        variant="default"
        leftSection={<IconPlus size={14} />}
        disabled={!name || !value.trim() || taken.includes(name)}
        onClick={() => {
          onAdd(name, value.trim());
          setKey('');
          setValue('');
        }}
      >
        {t('Add')}
      </Button>
    </Group>
  );
}
