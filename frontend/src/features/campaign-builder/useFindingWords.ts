import type { Finding } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { variableName } from '@/shared/templateText';
import { useTold } from '@/shared/told/told';

const UNMAPPED = /\.variables\.(.+)$/;

/** What the preflight found, for people: variables by the names that the first step gives them. */
export function useFindingWords(): (finding: Finding) => string {
  const told = useTold();
  return ({ code, field, message }) => {
    const key =
      code === 'VARIABLE_NOT_MAPPED' && message.endsWith(' is not mapped.') ? UNMAPPED.exec(field ?? '') : null;
    return key ? t('{{variable}}: say what stands there.', { variable: variableName(key[1] ?? '') }) : told(message);
  };
}
