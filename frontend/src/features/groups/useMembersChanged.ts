import { useQueryClient } from '@tanstack/react-query';

/** Who is in a group, and its count, are asked for anew. */
export function useMembersChanged(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/groups') });
}
