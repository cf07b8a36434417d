import type { Schemas } from '@/shared/api/types';
import { humanize, languageName } from '@/shared/format';
import { message, t } from '@/shared/i18n';

const CAMPAIGN_STATES: Record<string, string> = {
  DRAFT: message('Draft'),
  SCHEDULED: message('Scheduled'),
  PREPARING: message('Preparing the audience'),
  RUNNING: message('Sending'),
  WAITING: message('Waiting'),
  PAUSED: message('Paused'),
  CANCELLING: message('Cancelling'),
  CANCELLED: message('Cancelled'),
  COMPLETED: message('Completed'),
  FAILED: message('Could not start'),
};

const LIMITED_BY: Record<string, string> = {
  NONE: message('nothing'),
  THROUGHPUT: message('the throughput of the number'),
  MESSAGING_LIMIT: message('the messaging limit of 24 hours'),
  META_THROTTLE: message('Meta, which asks to slow down'),
  PAIR_RATE: message('the pause between two messages to one person'),
  DATABASE: message('the database'),
  META_LATENCY: message('the time Meta takes to answer'),
  PAUSED: message('the pause'),
};

const SKIP_REASONS: Record<string, string> = {
  OPTED_OUT: message('Opted out'),
  NOT_OPTED_IN: message('Has not opted in to marketing'),
  SUPPRESSED: message('On the suppression list'),
  EXCLUDED: message('Excluded by you'),
  MISSING_VARIABLE: message('A variable has no value'),
  INVALID_PHONE: message('Not a valid phone number'),
  TOO_LATE: message('Unsent at the stop time'),
  CANCELLED: message('Campaign was cancelled'),
  COUNTRY_NOT_ALLOWED: message('Meta does not deliver this to their country'),
  CONTACT_DELETED: message('The contact was deleted'),
  TEXT_TOO_LONG: message('The text would be too long'),
};

const TEMPLATE_STATES: Record<string, string> = {
  DRAFT: message('Draft'),
  APPROVED: message('Approved'),
  PENDING: message('Waits for approval by Meta'),
  REJECTED: message('Rejected by Meta'),
  PAUSED: message('Paused by Meta for low quality'),
  DISABLED: message('Disabled by Meta'),
  MISSING: message('No longer exists at Meta'),
};

const CONSENT: Record<string, string> = {
  OPTED_IN: message('Opted in'),
  OPTED_OUT: message('Opted out'),
  UNKNOWN: message('Unknown'),
};

const QUALITY: Record<string, string> = {
  GREEN: message('high'),
  YELLOW: message('medium'),
  RED: message('low'),
  UNKNOWN: message('not rated yet'),
};

const CATEGORIES: Record<string, string> = {
  MARKETING: message('Marketing'),
  UTILITY: message('Utility'),
  AUTHENTICATION: message('Authentication'),
};

const SENDER_STATES: Record<string, string> = {
  CONNECTED: message('Connected'),
  PENDING: message('Pending'),
  FLAGGED: message('Flagged'),
  RESTRICTED: message('Restricted'),
  RATE_LIMITED: message('Slowed down'),
  BANNED: message('Banned'),
  DISCONNECTED: message('Disconnected'),
};

const IN_DOUBT: Record<string, string> = {
  RESOLVE: message('Send again once it is proven that the first did not arrive'),
  NEVER_RESEND: message('Never send again; a person decides'),
  RESEND_NOW: message('Send again at once, even if it may arrive twice'),
};

export const ACTIVE_STATES = ['SCHEDULED', 'PREPARING', 'RUNNING', 'WAITING', 'PAUSED', 'CANCELLING'];
export const ENDED_STATES = ['COMPLETED', 'CANCELLED', 'FAILED'];
export const CAMPAIGN_STATE_CODES = Object.keys(CAMPAIGN_STATES);

const words = (known: Record<string, string>, code: string) => (known[code] ? t(known[code]) : humanize(code));

export const campaignState = (code: string) => words(CAMPAIGN_STATES, code);
export const limitedBy = (code: string | null | undefined) => (code ? words(LIMITED_BY, code) : '–');
export const skipReason = (code: string) => words(SKIP_REASONS, code);
/** What the list can be filtered by; that Meta lists one no longer is not a state of its own. */
export const TEMPLATE_STATE_CODES = Object.keys(TEMPLATE_STATES).filter((code) => code !== 'MISSING');
export const QUALITY_CODES = Object.keys(QUALITY);
export const templateState = (code: string) => words(TEMPLATE_STATES, code);
export const CATEGORY_CODES = Object.keys(CATEGORIES);
export const CONSENT_CODES = Object.keys(CONSENT);
export const consent = (code: string | null | undefined) => words(CONSENT, code ?? 'UNKNOWN');
export const quality = (code: string | null | undefined) => words(QUALITY, code ?? 'UNKNOWN');
export const category = (code: string) => words(CATEGORIES, code);
export const senderState = (code: string | null | undefined) => (code ? words(SENDER_STATES, code) : '–');
export const inDoubt = (code: string | null | undefined) => words(IN_DOUBT, code ?? 'RESOLVE');
export const IN_DOUBT_CODES = Object.keys(IN_DOUBT);

/** A template by its name and the words of its language: the same name may stand for several languages. */
export const templateName = ({ name, language }: { name: string; language: string }) =>
  `${name} (${languageName(language)})`;
/** Who gets a text, of a campaign that has several. */
export const forWhom = ({ when }: Pick<Schemas['Content'], 'when'>) =>
  when
    ? t('For people who speak {{languages}}', { languages: when.languages.map(languageName).join(', ') })
    : t('For everybody else');
