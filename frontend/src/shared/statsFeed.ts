import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { SESSION_KEY } from '@/shared/api/queryClient';
import type { Stats } from '@/shared/api/types';
import { type Connection, openStream } from '@/shared/sse';
import { sharedByTabs } from '@/shared/tabs';

const URL_OF_ALL = '/api/v1/stats/stream';
/** Screens are redrawn at most this often, however many campaigns speak. */
const REDRAW_MS = 200;

interface Words {
  stats?: Stats;
  connection?: Connection;
  refused?: true;
  /** Of a tab that just opened: the leading tab repeats what it knows. */
  hello?: true;
}

/** What the server says of all campaigns that are going: one stream, whatever the number of screens and tabs. */
class StatsFeed {
  private readonly latest = new Map<number, Stats>();
  private readonly listeners = new Set<() => void>();
  private readonly onRefusal = new Set<() => void>();
  private connection: Connection = 'connecting';
  private leading = false;
  private tabs: { say: (words: Words) => void; leave: () => void } | undefined;
  private redraw: ReturnType<typeof setTimeout> | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.open();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  };

  readonly of = (campaignId: number): Stats | undefined => this.latest.get(campaignId);

  readonly connected = (): Connection => this.connection;

  whenRefused(told: () => void): () => void {
    this.onRefusal.add(told);
    return () => void this.onRefusal.delete(told);
  }

  private open() {
    this.tabs = sharedByTabs<Words>(
      'tiercast-stats',
      (say) => this.lead(say),
      (words) => this.hear(words),
    );
    if (!this.leading) this.tabs.say({ hello: true });
  }

  private lead(say: (words: Words) => void): () => void {
    this.leading = true;
    const stop = openStream(URL_OF_ALL, 'stats', {
      onMessage: (data) => say({ stats: JSON.parse(data) as Stats }),
      onConnection: (connection) => say({ connection }),
      onRefused: () => say({ refused: true }),
    });
    return () => {
      this.leading = false;
      stop();
    };
  }

  private hear({ stats, connection, refused, hello }: Words) {
    if (hello && this.leading) this.repeat();
    if (refused) this.onRefusal.forEach((told) => told());
    if (stats) this.latest.set(stats.campaignId, stats);
    if (connection) this.connection = connection;
    if (connection) this.tell();
    else if (stats) this.redraw ??= setTimeout(() => this.tell(), REDRAW_MS);
  }

  private repeat() {
    this.tabs?.say({ connection: this.connection });
    this.latest.forEach((stats) => this.tabs?.say({ stats }));
  }

  private tell() {
    clearTimeout(this.redraw);
    this.redraw = undefined;
    this.listeners.forEach((listener) => listener());
  }

  private close() {
    clearTimeout(this.redraw);
    this.redraw = undefined;
    this.tabs?.leave();
    this.tabs = undefined;
    this.latest.clear();
    this.connection = 'connecting';
  }
}

const feed = new StatsFeed();

/** The latest counts of a campaign that is going; undefined while the stream has said nothing of it. */
export const useStreamedStats = (campaignId: number): Stats | undefined =>
  useSyncExternalStore(feed.subscribe, () => feed.of(campaignId));

/** How fresh the numbers are; a session that ended leads to the log-in page. */
export function useFeedConnection(): Connection {
  const queries = useQueryClient();
  useEffect(() => feed.whenRefused(() => void queries.invalidateQueries({ queryKey: SESSION_KEY })), [queries]);
  return useSyncExternalStore(feed.subscribe, feed.connected);
}
