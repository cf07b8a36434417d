import type { Sender, Template } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { templateState } from '@/shared/words';

/** Why a template cannot be sent by this sender; undefined: it can. */
export function obstacle(template: Template, sender: Sender | undefined): string | undefined {
  if (template.missing) return templateState('MISSING');
  if (template.status !== 'APPROVED') return templateState(template.status);
  if (template.notSendable) return template.notSendable;
  if (sender && template.wabaId && template.wabaId !== sender.wabaId) return t('Belongs to another account');
  return undefined;
}
