import { useQuery } from '@tanstack/react-query';
import { type Language, currentLanguage } from '@/shared/i18n';

type Sentences = Record<string, string>;

const SENTENCES: Partial<Record<Language, () => Promise<{ default: Sentences }>>> = {
  hi: () => import('./hi.json'),
  pt: () => import('./pt.json'),
};

const GAP = /\{\{(\w+)\}\}/g;

/** What the server says, in the reader's language where there is a translation; else, and until that is loaded, in English. */
export function useTold(): (sentence: string) => string {
  const language = currentLanguage();
  const load = SENTENCES[language];
  const { data } = useQuery({
    queryKey: ['told', language],
    queryFn: async () => translator((await load?.())?.default ?? {}),
    enabled: load !== undefined,
    staleTime: Infinity,
  });
  return data ?? asItIs;
}

const asItIs = (sentence: string) => sentence;

export function translator(sentences: Sentences): (sentence: string) => string {
  const gapped = Object.entries(sentences)
    .filter(([source]) => source.includes('{{'))
    .map(([source, words]) => ({ ...patternOf(source), words }));
  return (sentence) => {
    if (sentences[sentence]) return sentences[sentence];
    for (const { pattern, names, words } of gapped) {
      const found = pattern.exec(sentence);
      if (found) return words.replace(GAP, (_, name: string) => found[names.indexOf(name) + 1] ?? '');
    }
    return sentence;
  };
}

/** "Paused by {{who}}." as a pattern that finds who it was. */
function patternOf(source: string) {
  const names = [...source.matchAll(GAP)].map(([, name = '']) => name);
  const fixed = source.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { names, pattern: new RegExp(`^${fixed.join('(.+)')}$`) };
}
