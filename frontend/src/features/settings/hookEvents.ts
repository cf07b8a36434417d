import type { Schemas } from '@/shared/api/types';
import { humanize } from '@/shared/format';
import { message, t } from '@/shared/i18n';

type HookEvent = Schemas['HookEvent'];

const EVENTS: Record<HookEvent, string> = {
  CAMPAIGN_STATE: message('A campaign starts, waits or ends'),
  RECIPIENT_DELIVERED: message('A message is delivered'),
  RECIPIENT_READ: message('A message is read'),
  RECIPIENT_FAILED: message('A message fails for good'),
  RECIPIENT_EXPIRED: message('A message expires'),
  OPT_OUT: message('Somebody opts out'),
  REPLY: message('Somebody replies'),
};

export const HOOK_EVENTS = Object.keys(EVENTS) as HookEvent[];
export const hookEvent = (event: HookEvent) => (EVENTS[event] ? t(EVENTS[event]) : humanize(event));
