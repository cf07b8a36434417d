import { languageName } from '@/shared/format';
import { currentLocale } from '@/shared/i18n';

/** The languages of which Meta takes templates. */
const CODES =
  'af ar az bg bn ca cs da de el en en_GB en_US es es_AR es_ES es_MX et fa fi fil fr ga gu ha he hi hr hu id it ja ka kk kn ko ky_KG lo lt lv mk ml mr ms nb nl pa pl pt_BR pt_PT ro ru rw_RW sk sl sq sr sv sw ta te th tr uk ur uz vi zh_CN zh_HK zh_TW zu';

export interface Choice {
  value: string;
  label: string;
}

/** Each code with its name in the words of the reader, sorted by them. */
export const inWords = (codes: string[], wordsOf = languageName): Choice[] =>
  [...new Set(codes)]
    .map((value) => ({ value, label: wordsOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, currentLocale()));

/** @param used one that is there in any case */
export const templateLanguages = (used?: string): Choice[] =>
  inWords([...CODES.split(' '), ...(used ? [used] : [])], (code) => `${languageName(code)} (${code})`);

/** What contacts speak: without a country, it is that language in every country. */
export const spokenLanguages = (used: string[]): Choice[] =>
  inWords([...CODES.split(' '), ...CODES.split(' ').map(withoutCountry), ...used]);

export const withoutCountry = (code: string): string => code.split(/[-_]/)[0] ?? code;
