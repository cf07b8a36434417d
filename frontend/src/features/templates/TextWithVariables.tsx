import { ActionIcon, Button, Group, Menu, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { IconBold, IconBraces, IconCode, IconItalic, IconStrikethrough, type TablerIcon } from '@tabler/icons-react';
import { type RefObject, useId, useRef } from 'react';
import { $api } from '@/shared/api/client';
import { itemsOf } from '@/shared/api/types';
import { count, humanize } from '@/shared/format';
import { message, t } from '@/shared/i18n';
import { type Component, type TextPlace, examplesOf, isNumber, variablesIn } from '@/shared/templateParts';
import { Examples } from './Examples';
import type { Faults } from './faults';
import { nextNumber, written } from './parts';

interface TextWithVariablesProps {
  label: string;
  part: Component;
  place: TextPlace;
  field: string;
  faults: Faults;
  longest: number;
  onChange: (part: Component) => void;
}

type Box = HTMLTextAreaElement & HTMLInputElement;

/** A text into which variables are put by a button, each with its example; the body may be formatted, too. */
export function TextWithVariables(props: TextWithVariablesProps) {
  const { label, part, place, field, faults, longest, onChange } = props;
  const box = useRef<Box>(null);
  const about = useId();
  const text = part.text ?? '';
  const examples = examplesOf(part, place);
  const write = (next: string, with_ = examples) => onChange(written(part, place, next, with_));
  const shared = {
    label,
    ref: box,
    value: text,
    error: faults.at(`${field}.text`, text),
    onChange: (e: { currentTarget: { value: string } }) => write(e.currentTarget.value),
    'aria-describedby': about,
  };
  const surround = (before: string, after: string) => write(surrounded(box, text, before, after));
  return (
    <Stack gap="xs">
      {place === 'body' ? <Textarea {...shared} autosize minRows={4} maxRows={16} /> : <TextInput {...shared} />}
      <Group gap="xs" justify="space-between">
        <Group gap={4}>
          <AddVariable text={text} onlyOne={place === 'header'} onAdd={(name) => surround(`{{${name}}}`, '')} />
          {place === 'body' && <Formats surround={surround} />}
        </Group>
        <Text size="xs" c="dimmed" id={about}>
          {t('{{n}} of {{all}} characters', { n: count(text.length), all: count(longest) })}
        </Text>
      </Group>
      <Examples
        names={variablesIn(text)}
        examples={examples}
        fault={faults.at(`${field}.example.${place}_text`) ?? faults.at(`${field}.example.${place}_text_named_params`)}
        onChange={(next) => write(text, next)}
      />
    </Stack>
  );
}

/** The text with something put around what is selected, which stays selected. */
function surrounded(box: RefObject<Box | null>, text: string, before: string, after: string): string {
  const from = box.current?.selectionStart ?? text.length;
  const to = box.current?.selectionEnd ?? text.length;
  requestAnimationFrame(() => {
    box.current?.focus();
    box.current?.setSelectionRange(from + before.length, to + before.length);
  });
  return text.slice(0, from) + before + text.slice(from, to) + after + text.slice(to);
}

interface AddVariableProps {
  text: string;
  onlyOne: boolean;
  onAdd: (name: string) => void;
}

/** Numbered, or named like a field of the contact, from which a campaign then takes it; Meta does not allow both in one. */
function AddVariable({ text, onlyOne, onAdd }: AddVariableProps) {
  const attributes = $api.useQuery('get', '/api/v1/attributes');
  const names = variablesIn(text);
  const number = nextNumber(text);
  const known = [
    { name: 'name', label: t('Name') },
    ...itemsOf<{ key: string; label?: string | null }>(attributes.data)
      .filter(({ key }) => /^[a-z][a-z0-9_]*$/.test(key))
      .map(({ key, label }) => ({ name: key, label: label || humanize(key) })),
  ];
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconBraces size={14} />}
          disabled={onlyOne && names.length > 0}
        >
          {t('Add a variable')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {names.every(isNumber) && (
          <Menu.Item onClick={() => onAdd(String(number))}>
            {t('Variable {{variable}}', { variable: `{{${number}}}` })}
          </Menu.Item>
        )}
        {!names.some(isNumber) && (
          <>
            <Menu.Label>{t('By name, taken from the contact')}</Menu.Label>
            {known.map(({ name, label }) => (
              <Menu.Item key={name} onClick={() => onAdd(name)}>
                {label}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const FORMATS: [TablerIcon, string, string][] = [
  [IconBold, '*', message('Bold')],
  [IconItalic, '_', message('Italic')],
  [IconStrikethrough, '~', message('Struck through')],
  [IconCode, '```', message('Fixed width')],
];

const Formats = ({ surround }: { surround: (before: string, after: string) => void }) =>
  FORMATS.map(([Icon, mark, label]) => (
    <ActionIcon key={mark} variant="subtle" color="gray" aria-label={t(label)} onClick={() => surround(mark, mark)}>
      <Icon size={16} />
    </ActionIcon>
  ));
