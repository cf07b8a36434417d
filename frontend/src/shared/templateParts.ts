/** A template's components as Meta writes them, as far as the screens know them; what they do not know is left as it is. */
export interface Component {
  type?: string;
  format?: string;
  text?: string;
  example?: Example;
  buttons?: TemplateButton[];
  cards?: Card[];
  limited_time_offer?: { text?: string; has_expiration?: boolean };
  add_security_recommendation?: boolean;
  code_expiration_minutes?: number;
}

export interface Card {
  components: Component[];
}

export interface TemplateButton {
  type?: string;
  text?: string;
  url?: string;
  phone_number?: string;
  example?: string | string[];
  flow_id?: string;
  otp_type?: string;
  autofill_text?: string;
  supported_apps?: { package_name?: string; signature_hash?: string }[];
  zero_tap_terms_accepted?: boolean;
}

interface Named {
  param_name?: string;
  example?: string;
}

interface Example {
  header_text?: string[];
  header_handle?: string[];
  body_text?: string[][];
  header_text_named_params?: Named[];
  body_text_named_params?: Named[];
}

export type TextPlace = 'header' | 'body';

export const isNumber = (name: string) => /^\d+$/.test(name);

/** The names of the variables in a text, each once, in order. */
export const variablesIn = (text: string | undefined): string[] => [
  ...new Set([...(text ?? '').matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map((found) => found[1] ?? '')),
];

/** What stands for each variable when Meta looks at the template. */
export function examplesOf(part: Component | undefined, place: TextPlace): Record<string, string> {
  const example = part?.example;
  const listed = place === 'body' ? example?.body_text?.[0] : example?.header_text;
  const named = place === 'body' ? example?.body_text_named_params : example?.header_text_named_params;
  return {
    ...Object.fromEntries((listed ?? []).map((text, i) => [String(i + 1), text])),
    ...Object.fromEntries((named ?? []).map((one) => [one.param_name ?? '', one.example ?? ''])),
  };
}

export const exampleOfButton = (button: TemplateButton): string =>
  (Array.isArray(button.example) ? button.example[0] : button.example) ?? '';
