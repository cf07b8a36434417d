import { humanize } from '@/shared/format';

const CAMPAIGN_STATES: Record<string, string> = {
  DRAFT: 'Draft',
  SCHEDULED: 'Scheduled',
  PREPARING: 'Preparing the audience',
  RUNNING: 'Sending',
  WAITING: 'Waiting',
  PAUSED: 'Paused',
  CANCELLING: 'Cancelling',
  CANCELLED: 'Cancelled',
  COMPLETED: 'Completed',
  FAILED: 'Could not start',
};

const LIMITED_BY: Record<string, string> = {
  NONE: 'nothing',
  THROUGHPUT: 'the throughput of the number',
  MESSAGING_LIMIT: 'the messaging limit of 24 hours',
  META_THROTTLE: 'Meta, which asks to slow down',
  PAIR_RATE: 'the pause between two messages to one person',
  DATABASE: 'the database',
  META_LATENCY: 'the time Meta takes to answer',
  PAUSED: 'the pause',
};

const SKIP_REASONS: Record<string, string> = {
  OPTED_OUT: 'Opted out',
  NOT_OPTED_IN: 'Has not opted in to marketing',
  SUPPRESSED: 'On the suppression list',
  EXCLUDED: 'Excluded by you',
  MISSING_VARIABLE: 'A variable has no value',
  INVALID_PHONE: 'Not a valid phone number',
  TOO_LATE: 'Unsent at the stop time',
  CANCELLED: 'Campaign was cancelled',
  COUNTRY_NOT_ALLOWED: 'Country is not allowed',
};

const TEMPLATE_STATES: Record<string, string> = {
  APPROVED: 'Approved',
  PENDING: 'Waits for approval by Meta',
  REJECTED: 'Rejected by Meta',
  PAUSED: 'Paused by Meta for low quality',
  DISABLED: 'Disabled by Meta',
  MISSING: 'No longer exists at Meta',
};

export const ACTIVE_STATES = ['SCHEDULED', 'PREPARING', 'RUNNING', 'WAITING', 'PAUSED', 'CANCELLING'];
export const ENDED_STATES = ['COMPLETED', 'CANCELLED', 'FAILED'];
export const CAMPAIGN_STATE_CODES = Object.keys(CAMPAIGN_STATES);

export const campaignState = (code: string) => CAMPAIGN_STATES[code] ?? humanize(code);
export const limitedBy = (code: string | null | undefined) => (code ? (LIMITED_BY[code] ?? humanize(code)) : '–');
export const skipReason = (code: string) => SKIP_REASONS[code] ?? humanize(code);
export const templateState = (code: string) => TEMPLATE_STATES[code] ?? humanize(code);
