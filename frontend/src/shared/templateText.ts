import type { VariableValue } from '@/shared/api/types';

/** A template's parts as Meta writes them; only what the preview shows. */
interface Component {
  type?: string;
  format?: string;
  text?: string;
  buttons?: { type?: string; text?: string; url?: string }[];
}

export interface Piece {
  text: string;
  /** Set where a variable stands. */
  key?: string;
}

export interface TemplateText {
  media: string | null;
  header: Piece[];
  body: Piece[];
  footer: string | null;
  buttons: string[];
}

export function textOf(components: unknown): TemplateText {
  const all = (components ?? []) as Component[];
  const find = (type: string) => all.find((c) => c.type?.toUpperCase() === type);
  const header = find('HEADER');
  const format = header?.format?.toUpperCase();
  return {
    media: header && format !== 'TEXT' ? (format ?? null) : null,
    header: pieces(format === 'TEXT' ? header?.text : '', 'header'),
    body: pieces(find('BODY')?.text, 'body'),
    footer: find('FOOTER')?.text ?? null,
    buttons: (find('BUTTONS')?.buttons ?? []).map((b) => b.text ?? b.type ?? ''),
  };
}

/** Splits "Hello {{1}}!" into text and variables. */
export function pieces(text: string | undefined, part: string): Piece[] {
  return (text ?? '')
    .split(/(\{\{\s*[\w.]+\s*\}\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = /^\{\{\s*([\w.]+)\s*\}\}$/.exec(piece)?.[1];
      return name === undefined ? { text: piece } : { text: piece, key: `${part}.${name}` };
    });
}

/** What the preview shows for a variable: its text, its fallback, or the name of where it comes from. */
export function shown(value: VariableValue | undefined, example: string | undefined): string | undefined {
  if (!value) return example;
  if (value.path) return value.fallback || `‹${value.path.replace(/^contact\.(attributes\.)?/, '')}›`;
  return value.value || undefined;
}

/** "body.1" in words. */
export function variableName(key: string): string {
  const [part, name, last] = key.split('.');
  if (key === 'header.media') return 'Header media (address of the file)';
  if (part === 'button')
    return last === 'code' ? 'Button: code to copy' : `Button ${Number(name) + 1}: end of the link`;
  const place = part === 'header' ? 'Header' : 'Text';
  return `${place} {{${name}}}`;
}
