import { currentLocale } from '@/shared/i18n';

/** The languages of which Meta takes templates. */
const CODES =
  'af ar az bg bn ca cs da de el en en_GB en_US es es_AR es_ES es_MX et fa fi fil fr ga gu ha he hi hr hu id it ja ka kk kn ko ky_KG lo lt lv mk ml mr ms nb nl pa pl pt_BR pt_PT ro ru rw_RW sk sl sq sr sv sw ta te th tr uk ur uz vi zh_CN zh_HK zh_TW zu';

/** In the words of the reader, sorted by them. @param used one that is there in any case */
export function templateLanguages(used?: string): { value: string; label: string }[] {
  const locale = currentLocale();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return [...new Set([...CODES.split(' '), ...(used ? [used] : [])])]
    .map((code) => ({ value: code, label: `${names.of(code.replace('_', '-')) ?? code} (${code})` }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
