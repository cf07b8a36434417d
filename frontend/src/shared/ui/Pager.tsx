import { Button, Group } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { t } from '@/shared/i18n';

/** The address with some of its query changed; null takes a key out. A changed filter starts at the first page. */
export function withQuery(params: URLSearchParams, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(params);
  if (!('cursor' in changes)) next.delete('cursor');
  for (const [key, value] of Object.entries(changes)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  return `?${next}`;
}

/** Pages by cursor: the place in the list is in the address, so the browser's "back" is the way back. */
export function Pager({ nextCursor }: { nextCursor: string | null | undefined }) {
  const [params] = useSearchParams();
  if (!params.get('cursor') && !nextCursor) return null;
  return (
    <Group justify="flex-end" gap="xs">
      {params.get('cursor') && (
        <Button component={Link} variant="default" size="xs" to={withQuery(params, {})} preventScrollReset>
          {t('First page')}
        </Button>
      )}
      {nextCursor && (
        <Button
          component={Link}
          variant="default"
          size="xs"
          to={withQuery(params, { cursor: nextCursor })}
          preventScrollReset
        >
          {t('Next page')}
        </Button>
      )}
    </Group>
  );
}
