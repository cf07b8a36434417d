import { type QueryKey, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

interface Page {
  items?: unknown[];
  nextCursor?: string | null;
}

/** A list by cursor, read page by page as somebody scrolls. */
export function usePages<T>(queryKey: QueryKey, read: (cursor: string | undefined) => Promise<Page | undefined>) {
  const pages = useInfiniteQuery({
    queryKey: ['pages', ...queryKey],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last?.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = pages.data?.pages.flatMap((page) => (page?.items ?? []) as T[]);
  return { ...pages, rows };
}
