import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { $api } from '@/shared/api/client';
import type { Campaign, Stats } from '@/shared/api/types';
import type { Connection } from '@/shared/sse';
import { useFeedConnection, useStreamedStats } from '@/shared/statsFeed';

interface LiveStats {
  stats: Stats | undefined;
  connection: Connection;
}

/**
 * The campaign's counts: as the stream brings them, and before its first word as the server has them. Whatever comes back
 * after a gap is asked for anew; so is the campaign when its state changes, for its reason.
 */
export function useLiveStats(campaign: Campaign): LiveStats {
  const { id, state } = campaign;
  const queries = useQueryClient();
  const connection = useFeedConnection();
  const streamed = useStreamedStats(id);
  const asked = $api.useQuery('get', '/api/v1/campaigns/{id}/stats', { params: { path: { id } } });
  const { refetch } = asked;
  useEffect(() => {
    if (connection === 'live') void refetch();
  }, [connection, refetch]);
  const stats = newer(streamed, asked.data as Stats | undefined);
  const moved = stats !== undefined && stats.state !== state;
  useEffect(() => {
    if (moved) void queries.invalidateQueries({ queryKey: ['get', '/api/v1/campaigns/{id}'] });
  }, [moved, queries, stats?.state]);
  return { stats, connection };
}

function newer(a: Stats | undefined, b: Stats | undefined): Stats | undefined {
  if (!a || !b) return a ?? b;
  return Date.parse(a.asOf ?? '') >= Date.parse(b.asOf ?? '') ? a : b;
}
