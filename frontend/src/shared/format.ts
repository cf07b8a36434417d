const numbers = new Intl.NumberFormat('en');
const decimals = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const shares = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

export const LOCAL_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const count = (n: number | null | undefined): string => (n == null ? '–' : numbers.format(n));
export const decimal = (n: number | null | undefined): string => (n == null ? '–' : decimals.format(n));
export const share = (part: number, whole: number): string => (whole > 0 ? shares.format(part / whole) : '–');
export const people = (n: number): string => `${count(n)} ${n === 1 ? 'person' : 'people'}`;

/** A moment with its zone: "Thu 26 Nov, 14:20 GMT+1"; without the day when it is today. */
export function moment(iso: string | null | undefined, now = new Date()): string {
  if (!iso) return '–';
  const date = new Date(iso);
  const sameDay = date.toDateString() === now.toDateString();
  const day = sameDay ? 'today' : dayFormat(date, now).format(date);
  return `${day}, ${clock.format(date)}`;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });

function dayFormat(date: Date, now: Date): Intl.DateTimeFormat {
  const otherYear = date.getFullYear() !== now.getFullYear();
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(otherYear && { year: 'numeric' }),
  });
}

/** UPPER_SNAKE as words: "Not opted in". For open enums that have no words of their own. */
export const humanize = (code: string | null | undefined): string => {
  const words = (code ?? '').toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
