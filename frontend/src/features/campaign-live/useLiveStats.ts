import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Campaign, Stats } from '@/shared/api/types';
import { type Connection, useStream } from '@/shared/sse';

interface LiveStats {
  stats: Stats | undefined;
  connection: Connection;
}

/** The campaign's counts as the stream brings them; a change of state asks for the campaign anew, for its reason. */
export function useLiveStats(campaign: Campaign): LiveStats {
  const [stats, setStats] = useState<Stats>();
  const queries = useQueryClient();
  const connection = useStream<Stats>(`/api/v1/campaigns/${campaign.id}/stats/stream`, 'stats', (next) => {
    setStats(next);
    if (next.state !== campaign.state) void queries.invalidateQueries({ queryKey: ['get', '/api/v1/campaigns/{id}'] });
  });
  return { stats: stats?.campaignId === campaign.id ? stats : undefined, connection };
}
