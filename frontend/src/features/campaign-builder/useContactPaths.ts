import { $api } from '@/shared/api/client';
import { itemsOf } from '@/shared/api/types';
import { humanize } from '@/shared/format';

const FIXED = [
  { value: 'contact.name', label: 'Name' },
  { value: 'contact.phone', label: 'Phone' },
  { value: 'contact.language', label: 'Language' },
  { value: 'contact.country', label: 'Country' },
  { value: 'contact.externalId', label: 'External id' },
];

/** What a variable can be taken from: a contact's own fields and the attributes in use. */
export function useContactPaths(): { value: string; label: string }[] {
  const attributes = $api.useQuery('get', '/api/v1/attributes');
  const own = itemsOf<{ key: string; label?: string | null }>(attributes.data).map(({ key, label }) => ({
    value: `contact.attributes.${key}`,
    label: label || humanize(key),
  }));
  return [...FIXED, ...own];
}
