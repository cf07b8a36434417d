export const LANGUAGES = { en: 'English', hi: 'हिन्दी', pt: 'Português' } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT_UNDER = 'tiercast-language';

const isLanguage = (code: string | null | undefined): code is Language => code != null && code in LANGUAGES;

/** What this person chose here before, else the first of the browser's languages that there are messages for. */
export function preferredLanguage(): Language {
  const kept = localStorage.getItem(KEPT_UNDER);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
}

const MESSAGES: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('./messages/en.json'),
  hi: () => import('./messages/hi.json'),
  pt: () => import('./messages/pt.json'),
};

type Values = Record<string, unknown>;

interface Spoken {
  language: Language;
  messages: Record<string, string>;
  plurals: Intl.PluralRules;
}

let spoken: Spoken = { language: 'en', messages: {}, plurals: new Intl.PluralRules('en') };
const listeners = new Set<() => void>();

export async function loadMessages(language: Language): Promise<void> {
  const { default: messages } = await MESSAGES[language]();
  spoken = { language, messages, plurals: new Intl.PluralRules(language) };
  document.documentElement.lang = language;
  listeners.forEach((changed) => changed());
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_UNDER, language);
  await loadMessages(language);
}

export const currentLanguage = (): Language => spoken.language;

/** Of this language, the variant that the browser prefers: en-GB writes dates in another way than en-US. */
export const currentLocale = (): string =>
  navigator.languages.find((tag) => tag.split('-')[0] === currentLanguage()) ?? currentLanguage();

export function onLanguageChanged(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

const GAP = /\{\{(\w+)\}\}/g;

/**
 * A text in the chosen language, its gaps filled in; of one with a `count`, the form that the language has for so many. The English
 * text is the key, so a message that nobody translated yet shows in English. The whole application is built anew when the language
 * changes, so this can be called anywhere.
 */
export function t(text: string, values?: Values): string {
  const message = wordsFor(text, values?.count);
  return values ? message.replace(GAP, (_, name: string) => String(values[name] ?? '')) : message;
}

function wordsFor(text: string, count: unknown): string {
  const { messages, plurals } = spoken;
  const form = typeof count === 'number' ? plurals.select(count) : 'other';
  return messages[text] ?? messages[`${text}_${form}`] ?? text;
}

/** Marks a text that is looked up later, with `t`, so that the message files have it. */
export const message = (text: string): string => text;
