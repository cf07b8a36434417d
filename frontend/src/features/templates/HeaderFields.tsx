import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { MediaChoice } from '@/shared/media/MediaChoice';
import { isMediaKind, mediaIdOf, referenceTo } from '@/shared/media/media';
import { message, t } from '@/shared/i18n';
import type { Component } from '@/shared/templateParts';
import { TextWithVariables } from './TextWithVariables';
import type { Faults } from './faults';

const LONGEST = 60;

const FORMATS: Record<string, string> = {
  TEXT: message('Text'),
  IMAGE: message('Picture'),
  VIDEO: message('Video'),
  DOCUMENT: message('Document'),
  LOCATION: message('Place on the map'),
};

interface HeaderFieldsProps {
  part: Component | undefined;
  field: string;
  faults: Faults;
  onChange: (part: Component | undefined) => void;
}

export function HeaderFields({ part, field, faults, onChange }: HeaderFieldsProps) {
  const format = part?.format ?? '';
  const known = format in FORMATS || !format;
  const choose = (next: string) =>
    onChange(next ? { type: 'HEADER', format: next, ...(next === 'TEXT' && { text: '' }) } : undefined);
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('Header')}
        value={format}
        data={[
          { value: '', label: t('None') },
          ...Object.entries(FORMATS).map(([value, label]) => ({ value, label: t(label) })),
          ...(known ? [] : [{ value: format, label: format }]),
        ]}
        onChange={(e) => choose(e.currentTarget.value)}
      />
      {part && format === 'TEXT' && (
        <TextWithVariables
          label={t('Text of the header')}
          part={part}
          place="header"
          field={field}
          faults={faults}
          longest={LONGEST}
          onChange={onChange}
        />
      )}
      {part && <MediaExample part={part} field={field} faults={faults} onChange={onChange} />}
      {format === 'LOCATION' && (
        <Text size="sm" c="dimmed">
          {t('Which place is said with each campaign.')}
        </Text>
      )}
    </Stack>
  );
}

interface MediaExampleProps {
  part: Component;
  field: string;
  faults: Faults;
  onChange: (part: Component) => void;
}

/** Meta wants to see an example of a file; which file is sent is said with each campaign. */
export function MediaExample({ part, field, faults, onChange }: MediaExampleProps) {
  const { format } = part;
  if (!isMediaKind(format)) return null;
  const handle = part.example?.header_handle?.[0] ?? '';
  const file = mediaIdOf(handle);
  const fault = faults.at(`${field}.example.header_handle`, handle);
  const show = (example: string) => onChange({ ...part, example: { header_handle: [example] } });
  return (
    <Stack gap="xs">
      <MediaChoice
        key={format}
        label={t('File to show as the example')}
        kind={format}
        chosen={file}
        error={file === undefined ? undefined : fault}
        onChoose={(id) => show(referenceTo(id))}
      />
      <TextInput
        label={t('Handle of the example for the review')}
        description={t('Meta gives it when a file is uploaded to it; which file is sent is said with each campaign.')}
        placeholder={file === undefined ? undefined : t('The file above is uploaded')}
        value={file === undefined ? handle : ''}
        error={file === undefined ? fault : undefined}
        onChange={(e) => show(e.currentTarget.value)}
      />
    </Stack>
  );
}
