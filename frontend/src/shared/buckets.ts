import type { Buckets, Recipient } from '@/shared/api/types';
import { message } from '@/shared/i18n';

interface BucketLook {
  label: string;
  /** One colour per bucket, the same on every screen and in both colour schemes. */
  color: string;
  meaning: string;
}

export const BUCKET = {
  read: { label: message('Read'), color: '#087f5b', meaning: message('Opened by the recipient') },
  delivered: { label: message('Delivered'), color: '#20c997', meaning: message('Arrived on the phone') },
  sent: { label: message('Sent'), color: '#4dabf7', meaning: message('Sent by WhatsApp, not yet on the phone') },
  accepted: { label: message('Accepted'), color: '#a5d8ff', meaning: message('Taken by WhatsApp, no status yet') },
  held: { label: message('Held'), color: '#9775fa', meaning: message('Taken by WhatsApp, held back by its pacing') },
  sending: { label: message('Sending'), color: '#5c7cfa', meaning: message('The request is under way') },
  deferred: { label: message('To be tried again'), color: '#fcc419', meaning: message('Waiting for another try') },
  inDoubt: {
    label: message('In doubt'),
    color: '#ff922b',
    meaning: message('Waiting for evidence whether it went out'),
  },
  unconfirmed: {
    label: message('Unconfirmed'),
    color: '#d9480f',
    meaning: message('Cannot be decided by itself: a person decides'),
  },
  failed: { label: message('Failed'), color: '#e03131', meaning: message('Refused or not delivered') },
  expired: { label: message('Expired'), color: '#a9744f', meaning: message('Not delivered within its time to live') },
  skipped: { label: message('Skipped'), color: '#868e96', meaning: message('Not sent on purpose') },
  queued: { label: message('Queued'), color: '#ced4da', meaning: message('Not tried yet') },
} satisfies Record<string, BucketLook>;

export type Bucket = keyof typeof BUCKET;

/** The bucket of a recipient's state: IN_DOUBT stands in inDoubt. */
export const bucketOf = (state: Recipient['state']): Bucket =>
  state.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as Bucket;

/** From the furthest to the not yet begun, so that a bar fills from the left. */
export const BUCKETS = Object.keys(BUCKET) as Bucket[];

export const filled = (buckets: Buckets | undefined): { bucket: Bucket; count: number }[] =>
  BUCKETS.map((bucket) => ({ bucket, count: buckets?.[bucket] ?? 0 })).filter(({ count }) => count > 0);
