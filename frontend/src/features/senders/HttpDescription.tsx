import { Textarea } from '@mantine/core';
import { Problem } from '@/shared/api/problem';
import { t } from '@/shared/i18n';
import { type ProviderDraft, faultOf } from './providers';

interface HttpDescriptionProps {
  draft: ProviderDraft;
  error: unknown;
  onChange: (draft: ProviderDraft) => void;
}

/** The request that sends, what its answer means and how the provider calls back, as JSON. */
export function HttpDescription({ draft, error, onChange }: HttpDescriptionProps) {
  return (
    <Textarea
      label={t('Description of the interface')}
      description={t(
        'JSON: the request that sends a message, what its answer means, and where its reports hold what. A new one begins as an example.',
      )}
      required
      autosize
      minRows={10}
      maxRows={24}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={draft.description}
      error={faultOf(draft) ?? refused(error)}
      onChange={(e) => onChange({ ...draft, description: e.currentTarget.value })}
    />
  );
}

/** All that the server says of its parts. */
function refused(error: unknown): string | undefined {
  const errors = error instanceof Problem ? error.errors : [];
  const parts = errors.filter(({ field }) => field.startsWith('provider.'));
  return parts.map(({ field, message }) => `${field.slice('provider.'.length)}: ${message}`).join(' · ') || undefined;
}
