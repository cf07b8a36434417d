import { HistoryList } from '@/shared/ui/HistoryList';

/** What happened to the campaign, newest first; read anew whenever its state moves. */
export function Activity({ campaignId, state }: { campaignId: number; state: string }) {
  return <HistoryList of="campaigns" id={campaignId} moved={state} />;
}
