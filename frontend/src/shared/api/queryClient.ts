import { notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { statusOf, wordsOf } from '@/shared/api/problem';
import { t } from '@/shared/i18n';

export const SESSION_KEY = ['get', '/api/v1/session'];

export function createAppQueryClient(): QueryClient {
  /** Any 401 asks for the session again; when that is gone, too, the shell leads to the log-in page. */
  const onUnauthorised = (error: unknown) => {
    if (statusOf(error) === 401) void client.invalidateQueries({ queryKey: SESSION_KEY });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[1] !== SESSION_KEY[1]) onUnauthorised(error);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        onUnauthorised(error);
        if (mutation.meta?.inline) return;
        notifications.show({ color: 'red', title: t('That did not work'), message: wordsOf(error) });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && (statusOf(error) ?? 503) >= 500,
      },
    },
  });
  return client;
}
