import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { SESSION_KEY } from '@/shared/api/queryClient';

export type Connection = 'connecting' | 'live' | 'reconnecting' | 'stale';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** After this long without a connection the numbers on screen are called old. */
const STALE_AFTER_MS = 20_000;

interface Handlers {
  onMessage: (data: string) => void;
  onConnection: (connection: Connection) => void;
  /** The server refused the stream: perhaps the session has ended. */
  onRefused: () => void;
}

/** Listens to one event of one stream until closed, and connects again by itself, ever more patiently. */
export function openStream(url: string, event: string, handlers: Handlers): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let stale: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;

  const lost = () => {
    handlers.onConnection('reconnecting');
    stale ??= setTimeout(() => handlers.onConnection('stale'), STALE_AFTER_MS);
  };
  const connect = () => {
    source = new EventSource(url);
    source.onopen = () => {
      wait = FIRST_WAIT_MS;
      clearTimeout(stale);
      stale = undefined;
      handlers.onConnection('live');
    };
    source.addEventListener(event, (message) => handlers.onMessage((message as MessageEvent<string>).data));
    source.onerror = () => {
      if (stale === undefined) lost();
      // CONNECTING: the browser tries again by itself. CLOSED: it gave up, so we do.
      if (source?.readyState !== EventSource.CLOSED) return;
      handlers.onRefused();
      retry = setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };
  connect();
  return () => {
    clearTimeout(retry);
    clearTimeout(stale);
    source?.close();
  };
}

/** The latest event of a stream, parsed, and how fresh it is. */
export function useStream<T>(url: string, event: string, onData: (data: T) => void): Connection {
  const [connection, setConnection] = useState<Connection>('connecting');
  const queries = useQueryClient();
  const latest = useRef(onData);
  useEffect(() => {
    latest.current = onData;
  });
  useEffect(
    () =>
      openStream(url, event, {
        onMessage: (data) => latest.current(JSON.parse(data) as T),
        onConnection: setConnection,
        onRefused: () => void queries.invalidateQueries({ queryKey: SESSION_KEY }),
      }),
    [url, event, queries],
  );
  return connection;
}
