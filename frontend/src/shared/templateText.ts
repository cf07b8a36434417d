import type { VariableValue } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { type Component, type TemplateButton, type TextPlace, examplesOf } from '@/shared/templateParts';

export interface Piece {
  text: string;
  /** Set where a variable stands. */
  key?: string;
  example?: string;
}

/** What of a template the preview shows. */
export interface TemplateText {
  media: string | null;
  /** The variable that says which file is shown, and the file that is its example. */
  mediaKey: string;
  mediaExample: string | undefined;
  header: Piece[];
  offer: string | null;
  body: Piece[];
  footer: string | null;
  buttons: { type: string; text: string }[];
  cards: TemplateText[];
}

export function textOf(components: unknown, at = ''): TemplateText {
  const all = (components ?? []) as Component[];
  const find = (type: string) => all.find((c) => c.type?.toUpperCase() === type);
  const header = find('HEADER');
  const format = header?.format?.toUpperCase();
  const buttons = find('BUTTONS')?.buttons ?? [];
  const password = buttons.some((b) => b.type === 'OTP');
  return {
    media: header && format !== 'TEXT' ? (format ?? null) : null,
    mediaKey: `${at}header.media`,
    mediaExample: header?.example?.header_handle?.[0],
    header: format === 'TEXT' ? piecesOf(header, 'header', at) : [],
    offer: find('LIMITED_TIME_OFFER')?.limited_time_offer?.text ?? null,
    body: password && !find('BODY')?.text ? passwordText(find('BODY')) : piecesOf(find('BODY'), 'body', at),
    footer: footerOf(find('FOOTER')),
    buttons: buttons.map((b) => ({ type: b.type ?? '', text: b.text || labelOf(b) })),
    cards: (find('CAROUSEL')?.cards ?? []).map((card, i) => textOf(card.components, `card.${i}.`)),
  };
}

/** Meta writes the text of one-time passwords itself; this is how it reads in English. */
function passwordText(body: Component | undefined): Piece[] {
  const advice = body?.add_security_recommendation ? ' For your security, do not share this code.' : '';
  return [
    { text: '*' },
    { text: '{{1}}', key: 'body.1', example: '123456' },
    { text: `* is your verification code.${advice}` },
  ];
}

function footerOf(footer: Component | undefined): string | null {
  const minutes = footer?.code_expiration_minutes;
  return minutes ? `This code expires in ${minutes} minutes.` : (footer?.text ?? null);
}

/** Where Meta gives the label. */
function labelOf({ type }: TemplateButton): string {
  if (type === 'COPY_CODE') return 'Copy offer code';
  return type === 'OTP' ? 'Copy code' : '…';
}

const piecesOf = (part: Component | undefined, place: TextPlace, at: string): Piece[] =>
  pieces(part?.text, at + place, examplesOf(part, place));

/** Splits "Hello {{1}}!" into text and variables. */
export function pieces(text: string | undefined, part: string, examples: Record<string, string> = {}): Piece[] {
  return (text ?? '')
    .split(/(\{\{\s*[\w.]+\s*\}\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = /^\{\{\s*([\w.]+)\s*\}\}$/.exec(piece)?.[1];
      return name === undefined ? { text: piece } : { text: piece, key: `${part}.${name}`, example: examples[name] };
    });
}

/** What the preview shows for a variable: its text, its fallback, or the name of where it comes from. */
export function shown(value: VariableValue | undefined): string | undefined {
  if (!value) return undefined;
  if (value.path) return value.fallback || `‹${value.path.replace(/^(contact\.(attributes\.)?|recipient\.)/, '')}›`;
  return value.value || undefined;
}

const OF_A_HEADER: Record<string, () => string> = {
  media: () => t('Header: file'),
  filename: () => t('Header: name of the file'),
  latitude: () => t('Header: latitude'),
  longitude: () => t('Header: longitude'),
  name: () => t('Header: name of the place'),
  address: () => t('Header: address of the place'),
  product: () => t('Header: product'),
  catalog: () => t('Header: catalogue'),
};

/** "card.0.body.1" in words. */
export function variableName(key: string): string {
  const [part = '', name = '', ...rest] = key.split('.');
  if (part === 'card') return t('Card {{n}}: {{what}}', { n: Number(name) + 1, what: variableName(rest.join('.')) });
  if (part === 'button') return ofButton(Number(name) + 1, rest[0]);
  if (part === 'offer') return t('End of the offer');
  const known = part === 'header' ? OF_A_HEADER[name] : undefined;
  if (known) return known();
  return part === 'header'
    ? t('Header {{variable}}', { variable: `{{${name}}}` })
    : t('Text {{variable}}', { variable: `{{${name}}}` });
}

function ofButton(n: number, what: string | undefined): string {
  if (what === 'code') return t('Button {{n}}: code to copy', { n });
  if (what === 'url') return t('Button {{n}}: last part of the link', { n });
  return t('Button {{n}}: {{what}}', { n, what: (what ?? '').replaceAll('_', ' ') });
}
