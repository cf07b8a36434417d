import type { Filter } from '@/shared/api/types';

type Milestone = Extract<Filter, { type: 'campaign' }>['reached'];

/** Whom one of these campaigns got that far with. */
export const whoReached = (campaignIds: number[], reached: Milestone): Filter => ({
  type: 'any',
  of: campaignIds.map((campaignId) => ({ type: 'campaign', campaignId, reached })),
});

/** Those that one of these campaigns was sent to and who want no marketing now. */
export const whoLeft = (campaignIds: number[]): Filter => ({
  type: 'all',
  of: [
    whoReached(campaignIds, 'SENT'),
    { type: 'property', path: 'contact.consent.marketing', op: 'EQ', value: 'OPTED_OUT' },
  ],
});

/** Where their contacts are listed. */
export const contactsLink = (filter: Filter): string =>
  `/contacts?filter=${encodeURIComponent(JSON.stringify(filter))}`;
