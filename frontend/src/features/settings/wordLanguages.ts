import { currentLocale, t } from '@/shared/i18n';

/** The list beside which those of single languages stand. */
export const ANY = 'any';

const CODES =
  'ar bn de en es fa fr gu he hi id it ja kn ko ml mr ms nl pa pl pt pt_BR ro ru sv sw ta te th tr uk ur vi zh';

export function languageName(code: string): string {
  if (code === ANY) return t('In any language');
  return new Intl.DisplayNames(currentLocale(), { type: 'language' }).of(code.replace('_', '-')) ?? code;
}

/** Those that there is no list of yet, in the words of the reader and sorted by them. */
export const otherLanguages = (known: string[]) =>
  CODES.split(' ')
    .filter((code) => !known.includes(code))
    .map((value) => ({ value, label: languageName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, currentLocale()));
