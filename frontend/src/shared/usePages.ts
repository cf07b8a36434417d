import { type QueryKey, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

interface Page {
  items?: unknown[];
  nextCursor?: string | null;
}

/**
 * A list by cursor, read page by page as somebody scrolls.
 *
 * @param refetchInterval in milliseconds; without it, it is read anew only when asked
 */
export function usePages<T>(
  queryKey: QueryKey,
  read: (cursor: string | undefined) => Promise<Page | undefined>,
  refetchInterval: number | false = false,
) {
  const pages = useInfiniteQuery({
    queryKey: ['pages', ...queryKey],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last?.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval,
  });
  const rows = pages.data?.pages.flatMap((page) => (page?.items ?? []) as T[]);
  return { ...pages, rows };
}
