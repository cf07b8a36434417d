import { NativeSelect, TextInput } from '@mantine/core';
import type { Schemas } from '@/shared/api/types';
import { message, t } from '@/shared/i18n';

type Proof = Schemas['CallbackProof'];

const WAYS: Record<Proof['type'], string> = {
  HMAC_SHA256: message('A header with a signature of the call (HMAC-SHA256)'),
  HEADER: message('A header with the app secret'),
  QUERY: message('A parameter of the address with the app secret; it may show in logs'),
};

interface CallbackFieldsProps {
  proof: Proof;
  fault: (field: string) => string | undefined;
  onChange: (proof: Proof) => void;
}

/** How the provider's calls prove who they are. */
export function CallbackFields({ proof, fault, onChange }: CallbackFieldsProps) {
  return (
    <>
      <NativeSelect
        label={t('Its calls prove themselves by')}
        data={Object.entries(WAYS).map(([value, label]) => ({ value, label: t(label) }))}
        value={proof.type}
        error={fault('type')}
        onChange={(e) => onChange({ ...proof, type: e.currentTarget.value as Proof['type'] })}
      />
      <TextInput
        label={t('Name of the header or parameter')}
        required
        value={proof.name}
        error={fault('name')}
        onChange={(e) => onChange({ ...proof, name: e.currentTarget.value })}
      />
      <TextInput
        label={t('What stands before the value')}
        description={t('Such as sha256=; empty for nothing')}
        value={proof.prefix ?? ''}
        error={fault('prefix')}
        onChange={(e) => onChange({ ...proof, prefix: e.currentTarget.value })}
      />
      {proof.type === 'HMAC_SHA256' && (
        <NativeSelect
          label={t('The signature is written as')}
          data={[
            { value: 'HEX', label: t('Hexadecimal digits') },
            { value: 'BASE64', label: 'Base64' },
          ]}
          value={proof.encoding ?? 'HEX'}
          error={fault('encoding')}
          onChange={(e) => onChange({ ...proof, encoding: e.currentTarget.value as Schemas['Encoding'] })}
        />
      )}
    </>
  );
}
