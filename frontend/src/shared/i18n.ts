import i18next, { type TOptions } from 'i18next';

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

/** The English text is the key, so a message that nobody translated yet shows in English. */
export async function loadMessages(language: Language): Promise<void> {
  const { default: messages } = await MESSAGES[language]();
  if (!i18next.isInitialized)
    await i18next.init({
      lng: language,
      fallbackLng: false,
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      returnEmptyString: false,
    });
  i18next.addResourceBundle(language, 'translation', messages, true, true);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_UNDER, language);
  await loadMessages(language);
}

export const currentLanguage = (): Language => (i18next.language as Language | undefined) ?? 'en';

/** Of this language, the variant that the browser prefers: en-GB writes dates in another way than en-US. */
export const currentLocale = (): string =>
  navigator.languages.find((tag) => tag.split('-')[0] === currentLanguage()) ?? currentLanguage();

export function onLanguageChanged(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}

/** A text in the chosen language. The whole application is built anew when that changes, so this can be called anywhere. */
export const t = (text: string, values?: TOptions): string => i18next.t(text, { ...values });

/** Marks a text that is looked up later, with `t`, so that the message files have it. */
export const message = (text: string): string => text;
