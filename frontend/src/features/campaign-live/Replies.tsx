import type { Stats } from '@/shared/api/types';
import { ReplyList } from '@/shared/ui/ReplyList';

/** Read anew with each reply that is counted. */
export const Replies = ({ campaignId, stats }: { campaignId: number; stats: Stats | undefined }) => (
  <ReplyList of="campaigns" id={campaignId} moved={stats?.engagement?.replied} />
);
