import { Checkbox, Stack, TextInput } from '@mantine/core';
import { t } from '@/shared/i18n';
import { type TemplateButton, exampleOfButton } from '@/shared/templateParts';
import type { Faults } from './faults';

interface ButtonFieldsProps {
  button: TemplateButton;
  field: string;
  faults: Faults;
  onChange: (button: TemplateButton) => void;
}

const LABEL = 25;

/** What a button of its kind has to be told. */
export function ButtonFields(props: ButtonFieldsProps) {
  const { button, field, faults, onChange } = props;
  return (
    <Stack gap="xs">
      {button.type !== 'COPY_CODE' && (
        <TextInput
          label={t('Label')}
          maxLength={LABEL}
          value={button.text ?? ''}
          error={faults.at(`${field}.text`, button.text)}
          onChange={(e) => onChange({ ...button, text: e.currentTarget.value })}
        />
      )}
      {button.type === 'URL' && <Link {...props} />}
      {button.type === 'PHONE_NUMBER' && (
        <TextInput
          label={t('Phone number')}
          description={t('With + and country code')}
          type="tel"
          value={button.phone_number ?? ''}
          error={faults.at(`${field}.phone_number`, button.phone_number)}
          onChange={(e) => onChange({ ...button, phone_number: e.currentTarget.value })}
        />
      )}
      {button.type === 'COPY_CODE' && (
        <TextInput
          label={t('Example of a code')}
          description={t('Which code is sent is said with each campaign; WhatsApp writes the label.')}
          value={exampleOfButton(button)}
          error={faults.at(`${field}.example`, exampleOfButton(button))}
          onChange={(e) => onChange({ ...button, example: e.currentTarget.value })}
        />
      )}
      {button.type === 'FLOW' && (
        <TextInput
          label={t('Id of the flow')}
          description={t('From Meta’s Flows page')}
          value={button.flow_id ?? ''}
          error={faults.at(`${field}.flow_id`, button.flow_id)}
          onChange={(e) => onChange({ ...button, flow_id: e.currentTarget.value })}
        />
      )}
    </Stack>
  );
}

const VARIABLE = '{{1}}';

/** An address, whose end may differ for each person. */
function Link({ button, field, faults, onChange }: ButtonFieldsProps) {
  const url = button.url ?? '';
  const open = url.includes('{{');
  const set = (next: string) => {
    const { example, ...bare } = button;
    onChange({ ...bare, url: next, ...(next.includes('{{') && { example: example ?? [''] }) });
  };
  return (
    <>
      <TextInput
        label={t('Address')}
        type="url"
        value={url}
        error={faults.at(`${field}.url`, url !== 'https://' && url)}
        onChange={(e) => set(e.currentTarget.value)}
      />
      <Checkbox
        label={t('Its end differs for each person')}
        checked={open}
        onChange={(e) => set(e.currentTarget.checked ? url + VARIABLE : url.replace(/\{\{.*$/, ''))}
      />
      {open && (
        <TextInput
          label={t('Example of the whole address')}
          type="url"
          value={exampleOfButton(button)}
          error={faults.at(`${field}.example`, exampleOfButton(button))}
          onChange={(e) => onChange({ ...button, example: [e.currentTarget.value] })}
        />
      )}
    </>
  );
}
