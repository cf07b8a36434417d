import { LOCAL_ZONE } from '@/shared/format';

/** Every IANA zone that the browser knows, and its own, which it does not always list (UTC). */
export const ZONES = [...new Set([LOCAL_ZONE, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();

const two = (n: number) => String(n).padStart(2, '0');

/** A date as wall-clock time of this browser, in the form that a datetime-local input takes. */
export const wallClock = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;

export const localInput = (iso: string): string => wallClock(new Date(iso));
