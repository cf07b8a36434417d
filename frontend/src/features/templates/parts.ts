import {
  type Card,
  type Component,
  type TemplateButton,
  type TextPlace,
  isNumber,
  variablesIn,
} from '@/shared/templateParts';

/** As they stand in the message. */
const ORDER = ['HEADER', 'LIMITED_TIME_OFFER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL'];
const MOST_NUMBERED = 100;

const rank = (part: Component) => ORDER.indexOf(part.type ?? '');
const placeOf = (parts: Component[], type: string) => parts.findIndex((part) => part.type === type);

export const partOf = (parts: Component[], type: string): Component | undefined => parts[placeOf(parts, type)];

/** How the server names the part in what it says of it. */
export const fieldOf = (parts: Component[], type: string, at = '') => `${at}components[${placeOf(parts, type)}]`;

/** With the part in its place, or without it if it is undefined. */
export function withPart(parts: Component[], type: string, part: Component | undefined): Component[] {
  const place = placeOf(parts, type);
  if (!part) return parts.filter((_, i) => i !== place);
  if (place >= 0) return parts.map((old, i) => (i === place ? part : old));
  return [...parts, part].sort((a, b) => rank(a) - rank(b));
}

/** The part with this text; there is room for one example for each variable, and none for those that are gone. */
export function written(part: Component, place: TextPlace, text: string, examples: Record<string, string>): Component {
  const names = variablesIn(text);
  const bare: Component = { ...part, text };
  delete bare.example;
  if (names.length === 0) return bare;
  if (!names.every(isNumber)) {
    const named = names.map((name) => ({ param_name: name, example: examples[name] ?? '' }));
    return { ...bare, example: { [`${place}_text_named_params`]: named } };
  }
  const most = Math.min(Math.max(...names.map(Number)), MOST_NUMBERED);
  const listed = Array.from({ length: most }, (_, i) => examples[String(i + 1)] ?? '');
  return { ...bare, example: place === 'body' ? { body_text: [listed] } : { header_text: listed } };
}

/** The lowest number that no variable has. */
export function nextNumber(text: string): number {
  const taken = new Set(variablesIn(text));
  let number = 1;
  while (taken.has(String(number))) number++;
  return number;
}

export const FRESH_BUTTON: Record<string, TemplateButton> = {
  QUICK_REPLY: { type: 'QUICK_REPLY', text: '' },
  URL: { type: 'URL', text: '', url: 'https://' },
  PHONE_NUMBER: { type: 'PHONE_NUMBER', text: '', phone_number: '' },
  COPY_CODE: { type: 'COPY_CODE', example: '' },
  FLOW: { type: 'FLOW', text: '', flow_id: '' },
  VOICE_CALL: { type: 'VOICE_CALL', text: '' },
  CATALOG: { type: 'CATALOG', text: '' },
};

export const TEXT_PARTS: Component[] = [{ type: 'BODY', text: '' }];

export const PASSWORD_PARTS: Component[] = [
  { type: 'BODY', add_security_recommendation: true },
  { type: 'FOOTER', code_expiration_minutes: 10 },
  { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
];

const freshCard = (format: string): Card => ({ components: [{ type: 'HEADER', format }, ...TEXT_PARTS] });

export const freshCarousel = (): Component => ({ type: 'CAROUSEL', cards: [freshCard('IMAGE'), freshCard('IMAGE')] });

/** The card with the parts that the model has, and its own words where it had such a part already. */
export function alike(card: Card, model: Card): Card {
  return { components: model.components.map((part) => partAlike(part, partOf(card.components, part.type ?? ''))) };
}

function partAlike(model: Component, own: Component | undefined): Component {
  switch (model.type) {
    case 'HEADER':
      return own && own.format === model.format ? own : { type: 'HEADER', format: model.format };
    case 'BUTTONS':
      return { ...own, type: 'BUTTONS', buttons: buttonsAlike(model.buttons ?? [], own?.buttons ?? []) };
    default:
      return own ?? { type: model.type, text: '' };
  }
}

function buttonsAlike(model: TemplateButton[], own: TemplateButton[]): TemplateButton[] {
  const left = [...own];
  return model.map(({ type = '' }) => {
    const place = left.findIndex((button) => button.type === type);
    const [kept] = place < 0 ? [] : left.splice(place, 1);
    return kept ?? FRESH_BUTTON[type] ?? { type };
  });
}

/** A limited-time offer needs a link, behind the code to copy. */
export function withOffer(parts: Component[]): Component[] {
  const offer = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: '', has_expiration: true } };
  const buttons = [FRESH_BUTTON.COPY_CODE ?? {}, FRESH_BUTTON.URL ?? {}];
  const bare = withPart(withPart(parts, 'FOOTER', undefined), 'CAROUSEL', undefined);
  return withPart(withPart(bare, 'LIMITED_TIME_OFFER', offer), 'BUTTONS', { type: 'BUTTONS', buttons });
}

export type Form = 'PLAIN' | 'OFFER' | 'CAROUSEL';

export function formOf(parts: Component[]): Form {
  if (partOf(parts, 'LIMITED_TIME_OFFER')) return 'OFFER';
  return partOf(parts, 'CAROUSEL') ? 'CAROUSEL' : 'PLAIN';
}

/** The same words in another form of message. */
export function inForm(parts: Component[], form: Form): Component[] {
  if (form === 'OFFER') return withOffer(parts);
  const plain = withPart(withPart(parts, 'LIMITED_TIME_OFFER', undefined), 'CAROUSEL', undefined);
  if (form === 'PLAIN') return plain;
  const body = withPart(withPart(withPart(plain, 'HEADER', undefined), 'FOOTER', undefined), 'BUTTONS', undefined);
  return withPart(body, 'CAROUSEL', freshCarousel());
}
