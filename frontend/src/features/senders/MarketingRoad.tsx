import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { $api } from '@/shared/api/client';
import type { Schemas, Sender } from '@/shared/api/types';
import { message, t } from '@/shared/i18n';

type Road = Schemas['MarketingMessages'];

const ROADS: Record<Road, string> = {
  OFF: message('Like all other messages'),
  FALLBACK: message('Through Marketing Messages; where that is not possible, like all others'),
  STRICT: message('Only through Marketing Messages'),
};

/** Meta's Marketing Messages API delivers offers better, and takes nothing else. */
export function MarketingRoad({ sender: { id, marketingMessages, capabilities } }: { sender: Sender }) {
  const queries = useQueryClient();
  const patch = $api.useMutation('patch', '/api/v1/senders/{id}', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/senders/{id}'] }),
  });
  return (
    <NativeSelect
      label={t('How marketing is sent')}
      description={t('The account has to be signed up for Meta’s Marketing Messages')}
      data={Object.entries(ROADS).map(([value, label]) => ({ value, label: t(label) }))}
      value={marketingMessages ?? 'OFF'}
      disabled={patch.isPending || capabilities?.marketingMessages === false}
      onChange={(e) =>
        patch.mutate({ params: { path: { id } }, body: { marketingMessages: e.currentTarget.value as Road } })
      }
    />
  );
}
