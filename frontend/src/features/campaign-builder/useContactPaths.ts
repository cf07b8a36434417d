import { useParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { itemsOf } from '@/shared/api/types';
import { humanize } from '@/shared/format';
import { FIXED_PATHS, pathName } from '@/shared/paths';
import { useOwnValues } from './useOwnValues';

/** What a variable can be taken from: a contact's own fields, the attributes in use, and what came with the file. */
export function useContactPaths(): { value: string; label: string }[] {
  const attributes = $api.useQuery('get', '/api/v1/attributes');
  const { id } = useParams();
  const columns = useOwnValues(id === undefined ? undefined : Number(id)).columns.map(
    (column) => `recipient.${column}`,
  );
  const own = itemsOf<{ key: string; label?: string | null }>(attributes.data).map(({ key, label }) => ({
    value: `contact.attributes.${key}`,
    label: label || humanize(key),
  }));
  const known = (paths: string[]) => paths.map((value) => ({ value, label: pathName(value) }));
  return [...known(Object.keys(FIXED_PATHS)), ...own, ...known(columns)];
}
