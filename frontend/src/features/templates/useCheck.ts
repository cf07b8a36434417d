import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { FieldError } from '@/shared/api/problem';
import type { Wording } from './wording';

const SETTLES_MS = 350;

/** What Meta would refuse of it, as the server's own rules say, asked while one writes; undefined: not known yet. */
export function useCheck({ name, language, category, components, timeToLive }: Wording): FieldError[] | undefined {
  const [settled] = useDebouncedValue(JSON.stringify({ name, language, category, components, timeToLive }), SETTLES_MS);
  const check = useQuery({
    queryKey: ['template-check', settled],
    queryFn: async () => {
      const { data } = await api.POST('/api/v1/templates/check', { body: JSON.parse(settled) as Wording });
      return (data?.problems ?? []) as FieldError[];
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
  return check.data;
}
