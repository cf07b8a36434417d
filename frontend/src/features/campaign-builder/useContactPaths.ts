import { useParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { itemsOf } from '@/shared/api/types';
import { humanize } from '@/shared/format';
import { message, t } from '@/shared/i18n';
import { useOwnValues } from './useOwnValues';

const FIXED = [
  { value: 'contact.name', label: message('Name') },
  { value: 'contact.phone', label: message('Phone') },
  { value: 'contact.language', label: message('Language') },
  { value: 'contact.country', label: message('Country') },
  { value: 'contact.externalId', label: message('External id') },
];

/** What a variable can be taken from: a contact's own fields, the attributes in use, and what came with the file. */
export function useContactPaths(): { value: string; label: string }[] {
  const attributes = $api.useQuery('get', '/api/v1/attributes');
  const { id } = useParams();
  const brought = useOwnValues(id === undefined ? undefined : Number(id)).columns.map((column) => ({
    value: `recipient.${column}`,
    label: t('{{column}} (from the file)', { column }),
  }));
  const own = itemsOf<{ key: string; label?: string | null }>(attributes.data).map(({ key, label }) => ({
    value: `contact.attributes.${key}`,
    label: label || humanize(key),
  }));
  return [...FIXED.map(({ value, label }) => ({ value, label: t(label) })), ...own, ...brought];
}
