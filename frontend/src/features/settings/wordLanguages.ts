import { languageName as nameOf } from '@/shared/format';
import { t } from '@/shared/i18n';
import { inWords } from '@/shared/languages';

/** The list beside which those of single languages stand. */
export const ANY = 'any';

const CODES =
  'ar bn de en es fa fr gu he hi id it ja kn ko ml mr ms nl pa pl pt pt_BR ro ru sv sw ta te th tr uk ur vi zh';

export const languageName = (code: string): string => (code === ANY ? t('In any language') : nameOf(code));

/** Those that there is no list of yet, in the words of the reader and sorted by them. */
export const otherLanguages = (known: string[]) => inWords(CODES.split(' ').filter((code) => !known.includes(code)));
