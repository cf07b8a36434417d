import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api/client';
import type { Preflight } from '@/shared/api/types';
import type { DraftHandle } from './useDraft';

/** "Now" moves on. */
const REFRESH_MS = 60_000;

/** What would happen if it were launched now; asked anew after each save, and each minute. */
export function usePreflight({ id, saving, revision }: DraftHandle) {
  return useQuery({
    queryKey: ['preflight', id, revision],
    queryFn: async () => {
      const { data } = await api.POST('/api/v1/campaigns/{id}/preflight', { params: { path: { id: id ?? 0 } } });
      return data as Preflight;
    },
    enabled: id !== undefined && saving === 'saved',
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

export type PreflightQuery = ReturnType<typeof usePreflight>;
