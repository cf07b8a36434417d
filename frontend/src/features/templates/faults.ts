import type { FieldError } from '@/shared/api/problem';
import { t } from '@/shared/i18n';
import type { Component } from '@/shared/templateParts';

export interface Faults {
  /** What is wrong with a field. One that is still empty is not complained of before somebody has tried to submit. */
  at: (field: string, value?: unknown) => string | undefined;
  all: { where: string; message: string }[];
}

export function faultsOf(errors: FieldError[], parts: Component[], tried: boolean): Faults {
  return {
    at: (field, value) => {
      const found = errors.filter((error) => error.field === field).map((error) => sentence(error.message));
      return found.length > 0 && (tried || value) ? found.join(' ') : undefined;
    },
    all: errors.map(({ field, message }) => ({ where: whereIs(field, parts), message })),
  };
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const PARTS: Record<string, () => string> = {
  HEADER: () => t('Header'),
  LIMITED_TIME_OFFER: () => t('Offer'),
  BODY: () => t('Text'),
  FOOTER: () => t('Footer'),
  BUTTONS: () => t('Buttons'),
  CAROUSEL: () => t('Cards'),
};

const FIELDS: Record<string, () => string> = {
  name: () => t('Name'),
  language: () => t('Language'),
  category: () => t('Category'),
  timeToLive: () => t('Time to deliver'),
  components: () => t('Message'),
};

/** "components[1].buttons[0].url" in words. */
export function whereIs(field: string, parts: Component[]): string {
  const place = /^components\[(\d+)\](.*)$/.exec(field);
  if (!place) return FIELDS[field]?.() ?? field;
  const part = parts[Number(place[1])];
  const inside = place[2] ?? '';
  const card = /^\.cards\[(\d+)\]\.?(.*)$/.exec(inside);
  if (card) {
    const n = Number(card[1]);
    const within = card[2] ? ` · ${whereIs(card[2], part?.cards?.[n]?.components ?? [])}` : '';
    return t('Card {{n}}', { n: n + 1 }) + within;
  }
  const button = /^\.buttons\[(\d+)\]/.exec(inside);
  if (button) return t('Button {{n}}', { n: Number(button[1]) + 1 });
  return PARTS[part?.type ?? '']?.() ?? part?.type ?? field;
}
