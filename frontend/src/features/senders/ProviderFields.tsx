import { NativeSelect } from '@mantine/core';
import { Suspense, lazy } from 'react';
import { fieldError } from '@/shared/api/problem';
import { LoadingState } from '@/shared/ui/states';
import { t } from '@/shared/i18n';
import { KINDS, type ProviderDraft, type ProviderKind } from './providers';

const CloudApiFields = lazy(() => import('./CloudApiFields').then((m) => ({ default: m.CloudApiFields })));
const HttpDescription = lazy(() => import('./HttpDescription').then((m) => ({ default: m.HttpDescription })));

interface ProviderFieldsProps {
  draft: ProviderDraft;
  error: unknown;
  onChange: (draft: ProviderDraft) => void;
}

/** Through whom a number sends, and what has to be known of them. */
export function ProviderFields({ draft, error, onChange }: ProviderFieldsProps) {
  return (
    <>
      <NativeSelect
        label={t('Sends through')}
        data={Object.entries(KINDS).map(([value, label]) => ({ value, label: t(label) }))}
        value={draft.kind}
        error={fieldError(error, 'provider')}
        onChange={(e) => onChange({ ...draft, kind: e.currentTarget.value as ProviderKind })}
      />
      <Suspense fallback={<LoadingState />}>
        {draft.kind === 'CLOUD_API' && (
          <CloudApiFields
            cloud={draft.cloud}
            fault={(field) => fieldError(error, `provider.${field}`)}
            onChange={(cloud) => onChange({ ...draft, cloud })}
          />
        )}
        {draft.kind === 'HTTP' && <HttpDescription draft={draft} error={error} onChange={onChange} />}
      </Suspense>
    </>
  );
}
