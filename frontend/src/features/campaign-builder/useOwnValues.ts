import { $api } from '@/shared/api/client';

/** How many people came with values of their own, and what these are called. */
export function useOwnValues(id: number | undefined): { count: number; columns: string[] } {
  const list = $api.useQuery(
    'get',
    '/api/v1/campaigns/{id}/recipients/values',
    { params: { path: { id: id ?? 0 }, query: { limit: 1 } } },
    { enabled: id !== undefined },
  );
  return { count: list.data?.count ?? 0, columns: list.data?.columns ?? [] };
}
