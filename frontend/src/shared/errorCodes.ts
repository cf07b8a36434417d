import { $api } from '@/shared/api/client';
import { type ErrorCode, itemsOf } from '@/shared/api/types';
import { useTold } from '@/shared/told/told';

/** Looks an error code up in the server's catalogue, so that a screen shows words before numbers. */
export function useErrorCodes(): (code: number) => ErrorCode | undefined {
  const codes = $api.useQuery('get', '/api/v1/error-codes', {}, { staleTime: Infinity });
  const entries = itemsOf<ErrorCode>(codes.data);
  const told = useTold();
  return (code) => {
    const entry =
      entries.find((e) => e.code === code) ?? entries.find((e) => e.lastCode && e.code <= code && code <= e.lastCode);
    return entry && { ...entry, meaning: told(entry.meaning), ...(entry.advice && { advice: told(entry.advice) }) };
  };
}
