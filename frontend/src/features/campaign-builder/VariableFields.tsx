import { Group, SegmentedControl, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { Template, VariableValue } from '@/shared/api/types';
import { MediaChoice } from '@/shared/media/MediaChoice';
import { type MediaKind, isMediaKind, mediaIdOf } from '@/shared/media/media';
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
      <Title order={3}>{t('Variables')}</Title>
      {variables.map(({ key = '', example, kind }) => (
        <VariableField
          key={`${template.id} ${key}`}
          name={variableName(key)}
          example={example ?? undefined}
          media={isMediaKind(kind) ? kind : undefined}
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
  /** What kind of file it stands for, if it stands for one. */
  media: MediaKind | undefined;
  value: VariableValue | undefined;
  onChange: (value: VariableValue) => void;
}

type Way = 'contact' | 'text' | 'file';

const FRESH: Record<Way, VariableValue> = {
  contact: { path: 'contact.name', fallback: '' },
  text: { value: '' },
  file: { value: '' },
};

const fileIn = (value: VariableValue | undefined) => value?.mediaId ?? mediaIdOf(value?.value);

/** Where a value comes from; an empty one does not say whether the address of a file or one of ours is meant. */
function wayOf(value: VariableValue | undefined, media: boolean, meant: Way): Way {
  if (value?.path) return 'contact';
  if (!media) return value?.value != null ? 'text' : 'contact';
  if (fileIn(value) !== undefined) return 'file';
  return value?.value ? 'text' : meant;
}

function VariableField({ name, example, media, value, onChange }: VariableFieldProps) {
  const [meant, setMeant] = useState<Way>(value?.value ? 'text' : 'file');
  const way = wayOf(value, media !== undefined, meant);
  const choose = (next: Way) => {
    setMeant(next);
    onChange(FRESH[next]);
  };
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
          value={way}
          data={[
            { value: 'contact', label: t('From the contact') },
            { value: 'text', label: media ? t('Address of a file') : t('Same for all') },
            ...(media ? [{ value: 'file', label: t('File') }] : []),
          ]}
          onChange={(next) => choose(next as Way)}
        />
      </Group>
      {way === 'file' && media && (
        <MediaChoice
          label={t('{{name}}: file', { name })}
          kind={media}
          chosen={fileIn(value)}
          onChoose={(mediaId) => onChange({ mediaId })}
        />
      )}
      {way === 'text' && (
        <TextInput
          aria-label={t('{{name}}: text', { name })}
          placeholder={media ? 'https://' : t('Text')}
          value={value?.value ?? ''}
          onChange={(e) => onChange({ value: e.currentTarget.value })}
        />
      )}
      {way === 'contact' && <FromContact name={name} value={value} onChange={onChange} />}
    </Stack>
  );
}

function FromContact({ name, value, onChange }: Omit<VariableFieldProps, 'example' | 'media'>) {
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
