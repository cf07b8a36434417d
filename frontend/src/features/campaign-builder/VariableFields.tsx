import { Group, SegmentedControl, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import type { Template, VariableValue } from '@/shared/api/types';
import { variableName } from '@/shared/templateText';
import { t } from '@/shared/i18n';
import { useContactPaths } from './useContactPaths';

interface VariableFieldsProps {
  template: Template;
  values: Record<string, VariableValue>;
  onChange: (values: Record<string, VariableValue>) => void;
}

/** Each variable: from the contact with a fallback for those who lack it, or the same text for all. */
export function VariableFields({ template, values, onChange }: VariableFieldsProps) {
  const variables = template.variables ?? [];
  if (variables.length === 0) return null;
  return (
    <Stack gap="md">
      <Title order={2}>{t('Variables')}</Title>
      {variables.map(({ key = '', example }) => (
        <VariableField
          key={key}
          name={variableName(key)}
          example={example ?? undefined}
          value={values[key]}
          onChange={(value) => onChange({ ...values, [key]: value })}
        />
      ))}
    </Stack>
  );
}

interface VariableFieldProps {
  name: string;
  example: string | undefined;
  value: VariableValue | undefined;
  onChange: (value: VariableValue) => void;
}

function VariableField({ name, example, value, onChange }: VariableFieldProps) {
  const fixed = value?.value != null;
  return (
    <Stack gap={6} role="group" aria-label={name}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {name}{' '}
          {example && (
            <Text span size="xs" c="dimmed">
              {t('for example “{{example}}”', { example })}
            </Text>
          )}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('{{name}}: where from', { name })}
          value={fixed ? 'text' : 'contact'}
          data={[
            { value: 'contact', label: t('From the contact') },
            { value: 'text', label: t('Same for all') },
          ]}
          onChange={(kind) => onChange(kind === 'text' ? { value: '' } : { path: 'contact.name', fallback: '' })}
        />
      </Group>
      {fixed ? (
        <TextInput
          aria-label={t('{{name}}: text', { name })}
          placeholder={t('Text')}
          value={value.value ?? ''}
          onChange={(e) => onChange({ value: e.currentTarget.value })}
        />
      ) : (
        <FromContact name={name} value={value} onChange={onChange} />
      )}
    </Stack>
  );
}

function FromContact({ name, value, onChange }: Omit<VariableFieldProps, 'example'>) {
  const paths = useContactPaths();
  return (
    <Group grow align="flex-start" gap="xs">
      <Select
        aria-label={t('{{name}}: field of the contact', { name })}
        placeholder={t('Field of the contact')}
        searchable
        allowDeselect={false}
        data={paths}
        value={value?.path ?? null}
        onChange={(path) => path && onChange({ path, fallback: value?.fallback })}
      />
      <TextInput
        aria-label={t('{{name}}: fallback', { name })}
        placeholder={t('Fallback for those without')}
        description={
          value?.path && !value.fallback ? t('Without a fallback, people who lack it are skipped') : undefined
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value?.fallback ?? ''}
        disabled={!value?.path}
        onChange={(e) => onChange({ path: value?.path, fallback: e.currentTarget.value })}
      />
    </Group>
  );
}
