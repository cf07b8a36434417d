import { $api } from '@/shared/api/client';
import { type ErrorCode, itemsOf } from '@/shared/api/types';

/** Looks an error code up in the server's catalogue, so that a screen shows words before numbers. */
export function useErrorCodes(): (code: number) => ErrorCode | undefined {
  const codes = $api.useQuery('get', '/api/v1/error-codes', {}, { staleTime: Infinity });
  const entries = itemsOf<ErrorCode>(codes.data);
  return (code) =>
    entries.find((e) => e.code === code) ?? entries.find((e) => e.lastCode && e.code <= code && code <= e.lastCode);
}
