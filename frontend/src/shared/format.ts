import { currentLocale, onLanguageChanged, t } from '@/shared/i18n';

/** Built once per language: an Intl format is dear to make. */
const build = () => {
  const locale = currentLocale();
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  return {
    number: new Intl.NumberFormat(locale),
    decimal: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
    share: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
    clock: new Intl.DateTimeFormat(locale, { ...clock, hourCycle: 'h23' }),
    exact: new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit', hourCycle: 'h23' }),
    day: new Intl.DateTimeFormat(locale, day),
    dayAndYear: new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' }),
    date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
    wall: new Intl.DateTimeFormat(locale, {
      ...day,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'UTC',
    }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }),
    language: new Intl.DisplayNames(locale, { type: 'language' }),
    country: new Intl.DisplayNames(locale, { type: 'region' }),
  };
};
let kept: ReturnType<typeof build> | undefined;
const formats = () => (kept ??= build());
onLanguageChanged(() => (kept = undefined));

export const LOCAL_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const count = (n: number | null | undefined): string => (n == null ? '–' : formats().number.format(n));
export const decimal = (n: number | null | undefined): string => (n == null ? '–' : formats().decimal.format(n));
export const share = (part: number, whole: number): string => (whole > 0 ? formats().share.format(part / whole) : '–');
export const people = (n: number): string => t('{{n}} people', { n: count(n), count: n });

/** A moment with its zone: "Thu 26 Nov, 14:20 GMT+1"; without the day when it is today. */
export const moment = (iso: string | null | undefined, now = new Date()): string =>
  iso ? `${dayOf(new Date(iso), now)}, ${formats().clock.format(new Date(iso))}` : '–';

/** The same to the second. */
export const momentExact = (iso: string | null | undefined, now = new Date()): string =>
  iso ? `${dayOf(new Date(iso), now)}, ${formats().exact.format(new Date(iso))}` : '–';

function dayOf(date: Date, now: Date): string {
  if (date.toDateString() === now.toDateString()) return t('today');
  const sameYear = date.getFullYear() === now.getFullYear();
  return (sameYear ? formats().day : formats().dayAndYear).format(date);
}

/** A time by the clocks of a zone, such as "2026-12-01T10:00": "Tue 1 Dec, 10:00 (Asia/Kolkata)". */
export function wallTime(at: string | null | undefined, zone: string | null | undefined): string {
  const time = Date.parse(`${at?.slice(0, 16)}Z`);
  return Number.isNaN(time) ? '…' : `${formats().wall.format(time)} (${zone ?? LOCAL_ZONE})`;
}

/** A day without a time, such as "2026-11-21", which means the same everywhere. */
export const dayOnly = (day: string | undefined): string => (day ? formats().date.format(Date.parse(day)) : '–');

const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const WEEK = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** "MON" as the language writes it. */
export const weekday = (code: string): string => formats().weekday.format(MONDAY + WEEK.indexOf(code) * DAY_MS);

export function duration(seconds: number): string {
  if (seconds < 90) return t('{{n}} s', { n: count(Math.max(1, Math.round(seconds))) });
  if (seconds < 5_400) return t('{{n}} min', { n: count(Math.round(seconds / 60)) });
  return t('{{n}} h', { n: decimal(seconds / 3_600) });
}

/** "pt_BR" in the words of the reader: "Brazilian Portuguese". */
export const languageName = (code: string): string => named(formats().language, code.replace('_', '-'));

/** "IN": "India". */
export const countryName = (code: string): string => named(formats().country, code);

/** What is no code at all is shown as it is. */
function named(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** UPPER_SNAKE as words: "Not opted in". For open enums that have no words of their own. */
export const humanize = (code: string | null | undefined): string => {
  const words = (code ?? '').toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
