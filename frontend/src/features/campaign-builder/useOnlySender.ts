import { useEffect } from 'react';
import { $api } from '@/shared/api/client';
import { type Sender, itemsOf } from '@/shared/api/types';
import { senderIdOf } from './draft';
import type { DraftHandle } from './useDraft';

/** With a single sender there is nothing to choose. A new draft takes it for granted, and is not saved for that. */
export function useOnlySender({ draft, id, saving, assume, change }: DraftHandle) {
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const all = itemsOf<Sender>(senders.data);
  const only = all.length === 1 && senderIdOf(draft) === undefined ? all[0]?.id : undefined;
  useEffect(() => {
    if (only === undefined) return;
    if (id === undefined && saving === 'new') assume({ senderIds: [only] });
    else change({ senderIds: [only] });
  });
}
