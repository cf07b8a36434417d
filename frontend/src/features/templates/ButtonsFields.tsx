import { ActionIcon, Button, Group, Menu, Paper, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { humanize } from '@/shared/format';
import { message, t } from '@/shared/i18n';
import type { TemplateButton } from '@/shared/templateParts';
import { ButtonFields } from './ButtonFields';
import type { Faults } from './faults';
import { FRESH_BUTTON } from './parts';

const TYPES: Record<string, string> = {
  QUICK_REPLY: message('Quick reply'),
  URL: message('Website'),
  PHONE_NUMBER: message('Phone call'),
  COPY_CODE: message('Code to copy'),
  FLOW: message('Flow'),
  VOICE_CALL: message('WhatsApp call'),
  CATALOG: message('Catalogue'),
};

const buttonType = (type: string) => (TYPES[type] ? t(TYPES[type]) : humanize(type));

interface ButtonsFieldsProps {
  buttons: TemplateButton[];
  /** Of the list, as the server names it. */
  field: string;
  faults: Faults;
  most: number;
  onChange: (buttons: TemplateButton[]) => void;
}

/** In the order in which they stand beneath the message. */
export function ButtonsFields({ buttons, field, faults, most, onChange }: ButtonsFieldsProps) {
  const put = (place: number, button: TemplateButton) => onChange(buttons.map((b, i) => (i === place ? button : b)));
  const swap = (a: number, b: number) =>
    onChange(buttons.map((button, i) => buttons[i === a ? b : i === b ? a : i] ?? button));
  const fault = faults.at(field, buttons.length);
  return (
    <Stack gap="xs" role="group" aria-label={t('Buttons')}>
      <Text size="sm" fw={500}>
        {t('Buttons')}
      </Text>
      {buttons.map((button, i) => (
        <Paper key={i} withBorder p="sm" role="group" aria-label={t('Button {{n}}', { n: i + 1 })}>
          <Group justify="space-between" mb={6} wrap="nowrap">
            <Text size="sm" fw={600}>
              {buttonType(button.type ?? '')}
            </Text>
            <Group gap={2} wrap="nowrap">
              <Tool label={t('Up')} icon={<IconArrowUp size={16} />} off={i === 0} do={() => swap(i, i - 1)} />
              <Tool
                label={t('Down')}
                icon={<IconArrowDown size={16} />}
                off={i === buttons.length - 1}
                do={() => swap(i, i + 1)}
              />
              <Tool
                label={t('Remove')}
                icon={<IconTrash size={16} />}
                do={() => onChange(buttons.filter((_, j) => j !== i))}
              />
            </Group>
          </Group>
          <ButtonFields button={button} field={`${field}[${i}]`} faults={faults} onChange={(b) => put(i, b)} />
        </Paper>
      ))}
      {fault && (
        <Text size="xs" c="var(--mantine-color-error)">
          {fault}
        </Text>
      )}
      {buttons.length < most && <AddButton onAdd={(button) => onChange([...buttons, button])} />}
    </Stack>
  );
}

interface ToolProps {
  label: string;
  icon: React.ReactNode;
  off?: boolean;
  do: () => void;
}

const Tool = ({ label, icon, off = false, do: act }: ToolProps) => (
  <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={off} onClick={act}>
    {icon}
  </ActionIcon>
);

const AddButton = ({ onAdd }: { onAdd: (button: TemplateButton) => void }) => (
  <Menu position="bottom-start">
    <Menu.Target>
      <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} style={{ alignSelf: 'flex-start' }}>
        {t('Add a button')}
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {Object.entries(FRESH_BUTTON).map(([type, button]) => (
        <Menu.Item key={type} onClick={() => onAdd(button)}>
          {buttonType(type)}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
);
