import { SegmentedControl } from '@mantine/core';
import { LANGUAGES, type Language, chooseLanguage, currentLanguage, t } from '@/shared/i18n';

/** Kept in this browser; who never chose gets the browser's own language. */
export const LanguageChoice = () => (
  <SegmentedControl
    aria-label={t('Language')}
    data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
    value={currentLanguage()}
    onChange={(language) => void chooseLanguage(language as Language)}
  />
);
