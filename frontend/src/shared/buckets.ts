import type { Buckets, Recipient } from '@/shared/api/types';

interface BucketLook {
  label: string;
  /** One colour per bucket, the same on every screen and in both colour schemes. */
  color: string;
  meaning: string;
}

export const BUCKET = {
  read: { label: 'Read', color: '#087f5b', meaning: 'Opened by the recipient' },
  delivered: { label: 'Delivered', color: '#20c997', meaning: 'Arrived on the phone' },
  sent: { label: 'Sent', color: '#4dabf7', meaning: 'Sent by WhatsApp, not yet on the phone' },
  accepted: { label: 'Accepted', color: '#a5d8ff', meaning: 'Taken by WhatsApp, no status yet' },
  held: { label: 'Held', color: '#9775fa', meaning: 'Taken by WhatsApp, held back by its pacing' },
  sending: { label: 'Sending', color: '#5c7cfa', meaning: 'The request is under way' },
  deferred: { label: 'To be tried again', color: '#fcc419', meaning: 'Waiting for another try' },
  inDoubt: { label: 'In doubt', color: '#ff922b', meaning: 'Waiting for evidence whether it went out' },
  unconfirmed: { label: 'Unconfirmed', color: '#d9480f', meaning: 'Cannot be decided by itself: a person decides' },
  failed: { label: 'Failed', color: '#e03131', meaning: 'Refused or not delivered' },
  expired: { label: 'Expired', color: '#a9744f', meaning: 'Not delivered within its time to live' },
  skipped: { label: 'Skipped', color: '#868e96', meaning: 'Not sent on purpose' },
  queued: { label: 'Queued', color: '#ced4da', meaning: 'Not tried yet' },
} satisfies Record<string, BucketLook>;

export type Bucket = keyof typeof BUCKET;

/** The bucket of a recipient's state: IN_DOUBT stands in inDoubt. */
export const bucketOf = (state: Recipient['state']): Bucket =>
  state.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as Bucket;

/** From the furthest to the not yet begun, so that a bar fills from the left. */
export const BUCKETS = Object.keys(BUCKET) as Bucket[];

export const filled = (buckets: Buckets | undefined): { bucket: Bucket; count: number }[] =>
  BUCKETS.map((bucket) => ({ bucket, count: buckets?.[bucket] ?? 0 })).filter(({ count }) => count > 0);
