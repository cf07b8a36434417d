import { Checkbox, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { message, t } from '@/shared/i18n';
import type { Component, TemplateButton } from '@/shared/templateParts';
import type { Faults } from './faults';
import { fieldOf, partOf, withPart } from './parts';

const WAYS: Record<string, string> = {
  COPY_CODE: message('People copy the code'),
  ONE_TAP: message('One tap fills the code into your app'),
  ZERO_TAP: message('The code goes into your app by itself'),
};

const MOST_MINUTES = 90;

interface PasswordFieldsProps {
  parts: Component[];
  faults: Faults;
  onChange: (parts: Component[]) => void;
}

/** Meta writes the text of one-time passwords; only a few things about it can be chosen. */
export function PasswordFields({ parts, faults, onChange }: PasswordFieldsProps) {
  const body = partOf(parts, 'BODY');
  const minutes = partOf(parts, 'FOOTER')?.code_expiration_minutes;
  const put = (type: string, part: Component | undefined) => onChange(withPart(parts, type, part));
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('Meta writes the text of one-time passwords, in the language of the template.')}
      </Text>
      <Checkbox
        label={t('Advise people not to share the code')}
        checked={body?.add_security_recommendation ?? false}
        onChange={(e) => put('BODY', { type: 'BODY', add_security_recommendation: e.currentTarget.checked })}
      />
      <NumberInput
        label={t('Minutes until the code expires')}
        description={t('Empty: nothing is said of it')}
        min={1}
        max={MOST_MINUTES}
        allowDecimal={false}
        clampBehavior="strict"
        value={minutes ?? ''}
        error={faults.at(`${fieldOf(parts, 'FOOTER')}.code_expiration_minutes`, minutes)}
        onChange={(n) =>
          put('FOOTER', typeof n === 'number' ? { type: 'FOOTER', code_expiration_minutes: n } : undefined)
        }
      />
      <OneTimePassword
        button={partOf(parts, 'BUTTONS')?.buttons?.[0] ?? {}}
        onChange={(button) => put('BUTTONS', { type: 'BUTTONS', buttons: [button] })}
      />
    </Stack>
  );
}

interface OneTimePasswordProps {
  button: TemplateButton;
  onChange: (button: TemplateButton) => void;
}

function OneTimePassword({ button, onChange }: OneTimePasswordProps) {
  const way = button.otp_type ?? 'COPY_CODE';
  const [app] = button.supported_apps ?? [];
  const setApp = (part: NonNullable<typeof app>) => onChange({ ...button, supported_apps: [{ ...app, ...part }] });
  return (
    <>
      <NativeSelect
        label={t('How people use the code')}
        value={way}
        data={Object.entries(WAYS).map(([value, label]) => ({ value, label: t(label) }))}
        onChange={(e) => onChange({ ...button, otp_type: e.currentTarget.value })}
      />
      <TextInput
        label={t('Label')}
        maxLength={25}
        value={button.text ?? ''}
        onChange={(e) => onChange({ ...button, text: e.currentTarget.value })}
      />
      {way !== 'COPY_CODE' && (
        <>
          <TextInput
            label={t('Name of the Android package')}
            value={app?.package_name ?? ''}
            onChange={(e) => setApp({ package_name: e.currentTarget.value })}
          />
          <TextInput
            label={t('Hash of the app’s signature')}
            value={app?.signature_hash ?? ''}
            onChange={(e) => setApp({ signature_hash: e.currentTarget.value })}
          />
        </>
      )}
      {way === 'ZERO_TAP' && (
        <Checkbox
          label={t('I accept Meta’s terms for codes that fill in by themselves')}
          checked={button.zero_tap_terms_accepted ?? false}
          onChange={(e) => onChange({ ...button, zero_tap_terms_accepted: e.currentTarget.checked })}
        />
      )}
    </>
  );
}
