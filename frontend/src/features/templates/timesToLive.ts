import { duration } from '@/shared/format';
import { t } from '@/shared/i18n';

/** Within the bounds that Meta sets for each category; as the server writes durations. */
const CHOICES: Record<string, string[]> = {
  MARKETING: ['PT12H', 'PT24H', 'PT72H', 'PT168H', 'PT720H'],
  UTILITY: ['PT5M', 'PT30M', 'PT1H', 'PT6H', 'PT12H'],
  AUTHENTICATION: ['PT30S', 'PT1M', 'PT5M', 'PT10M', 'PT15M'],
};

const UNITS: Record<string, number> = { H: 3_600, M: 60, S: 1 };

const secondsOf = (iso: string): number =>
  [...iso.matchAll(/(\d+)([HMS])/g)].reduce((sum, [, n = '0', unit = 'S']) => sum + Number(n) * (UNITS[unit] ?? 0), 0);

export function timesToLive(category: string, chosen: string | undefined): { value: string; label: string }[] {
  const choices = CHOICES[category] ?? [];
  const all = chosen && !choices.includes(chosen) ? [chosen, ...choices] : choices;
  return [
    { value: '', label: t('As Meta does it by itself') },
    ...all.map((iso) => ({ value: iso, label: duration(secondsOf(iso)) })),
  ];
}
