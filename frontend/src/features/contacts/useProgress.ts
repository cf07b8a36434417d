import { useEffect, useState } from 'react';
import type { ContactImport } from '@/shared/api/types';
import { openStream } from '@/shared/sse';

/** The import as the server tells it, until it is over; undefined while it has said nothing. */
export function useProgress(id: number, running: boolean): ContactImport | undefined {
  const [progress, setProgress] = useState<ContactImport>();
  const over = progress?.id === id && progress.state !== 'RUNNING';
  const listen = running && !over;
  useEffect(() => {
    if (!listen) return;
    return openStream(`/api/v1/imports/${id}/stream`, 'import', {
      onMessage: (data) => setProgress(JSON.parse(data) as ContactImport),
      onConnection: () => undefined,
      onRefused: () => undefined,
    });
  }, [id, listen]);
  return progress?.id === id ? progress : undefined;
}
