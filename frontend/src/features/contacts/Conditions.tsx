import { Button, Collapse, Group, Stack } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Filter } from '@/shared/api/types';
import { FilterNode } from '@/shared/filter/FilterNode';
import { EVERYBODY, complete, filterIn } from '@/shared/filter/filters';
import { count } from '@/shared/format';
import { withQuery } from '@/shared/ui/Pager';
import { t } from '@/shared/i18n';

const SETTLES_MS = 350;

const conditionsOf = (filter: Filter): number => ('of' in filter && Array.isArray(filter.of) ? filter.of.length : 1);

/** The same conditions as those of a segment; they hold as soon as they are filled in, and stand in the address. */
export function Conditions() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [filter, setFilter] = useState<Filter>(() => filterIn(params) ?? EVERYBODY);
  const [open, panel] = useDisclosure(params.has('filter'));
  const n = conditionsOf(filter);
  const apply = useDebouncedCallback((next: Filter) => {
    const written = conditionsOf(next) > 0 ? JSON.stringify(next) : null;
    if (complete(next)) void navigate(withQuery(params, { filter: written }), { preventScrollReset: true });
  }, SETTLES_MS);
  const change = (next: Filter) => {
    setFilter(next);
    apply(next);
  };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={14} />}
          aria-expanded={open}
          onClick={panel.toggle}
        >
          {n > 0 ? t('Conditions ({{n}})', { n: count(n) }) : t('Conditions')}
        </Button>
        {params.has('filter') && (
          <>
            <Button component={Link} size="xs" variant="default" to={`/segments/new?${saved(params)}`}>
              {t('Keep them as a segment')}
            </Button>
            <Button size="xs" variant="default" onClick={() => change(EVERYBODY)}>
              {t('Without conditions')}
            </Button>
          </>
        )}
      </Group>
      <Collapse expanded={open}>
        {open && <FilterNode node={filter} onChange={change} place="" selfId={undefined} />}
      </Collapse>
    </Stack>
  );
}

const saved = (params: URLSearchParams) => new URLSearchParams({ filter: params.get('filter') ?? '' });
