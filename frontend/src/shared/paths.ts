import { humanize } from '@/shared/format';
import { message, t } from '@/shared/i18n';

/** The fields that every contact has and a variable can be taken from. */
export const FIXED_PATHS: Record<string, string> = {
  'contact.name': message('Name'),
  'contact.phone': message('Phone'),
  'contact.language': message('Language'),
  'contact.country': message('Country'),
  'contact.externalId': message('External id'),
};

/** Where a variable is taken from, in words: "contact.attributes.city" is "City". */
export function pathName(path: string): string {
  const [root, ...rest] = path.split('.');
  const column = rest.join('.');
  if (root === 'recipient') return t('{{column}} (from the file)', { column });
  return FIXED_PATHS[path] ? t(FIXED_PATHS[path]) : humanize(column.replace(/^attributes\./, ''));
}
