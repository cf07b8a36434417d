import { t } from '@/shared/i18n';

/** The first line of a CSV file. */
export interface CsvHeader {
  separator: string;
  columns: string[];
  /** A few rows beneath, as they would be read. */
  sample: string[][];
}

const READ_AHEAD_BYTES = 65_536;
const SAMPLE_ROWS = 3;
const SEPARATORS = [',', ';', '\t'];

/** The fields that an import knows; every other column becomes an attribute. */
export const KNOWN = ['phone', 'name', 'tags', 'language', 'timezone', 'external_id'] as const;

export async function readHeader(file: Blob): Promise<CsvHeader> {
  const bytes = new Uint8Array(await file.slice(0, READ_AHEAD_BYTES).arrayBuffer());
  // Drops a mark of byte order, if there is one.
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const end = endOfLine(text);
  const line = text.slice(0, end).replace(/\r?\n$/, '');
  const separator = SEPARATORS.reduce((a, b) => (cells(line, b).length > cells(line, a).length ? b : a));
  const rows = text.slice(end).split(/\r?\n/);
  const sample = rows.filter((row) => row !== '').slice(0, SAMPLE_ROWS);
  return { separator, columns: cells(line, separator), sample: sample.map((row) => cells(row, separator)) };
}

/** As the mark of byte order says; without one it is UTF-8. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** Behind the line end; one inside quotes belongs to a name. */
function endOfLine(text: string): number {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text.charAt(i) === '"') quoted = !quoted;
    if (text.charAt(i) === '\n' && !quoted) return i + 1;
  }
  return text.length;
}

function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i);
    if (quoted && char === '"' && line.charAt(i + 1) === '"') {
      cell += char;
      i++;
    } else if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) {
      found.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  return [...found, cell.trim()];
}

/** A column's name as a field or an attribute is named. */
function named(column: string): string {
  const name = column.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
  const alike: Record<string, string> = {
    mobile: 'phone',
    phone_number: 'phone',
    telephone: 'phone',
    whatsapp: 'phone',
    full_name: 'name',
    customer_name: 'name',
    lang: 'language',
    time_zone: 'timezone',
    id: 'external_id',
    externalid: 'external_id',
  };
  return alike[name] ?? name;
}

/** Before the name of an attribute. */
export const ATTRIBUTE = 'attributes.';
/** For a column of which nothing is kept. */
export const LEFT_OUT = '-';

const isKnown = (name: string) => KNOWN.some((known) => known === name);

export const attributeOf = (column: string): string => ATTRIBUTE + named(column);

/** What a column is most likely meant to be. */
export function guess(column: string): string {
  const name = named(column);
  return isKnown(name) ? name : attributeOf(column);
}

/** What the server is to be told: each column that it would take for something else. */
export const mapping = (columns: string[], fields: string[]): string[] =>
  columns.flatMap((column, i) => {
    const field = fields[i] ?? LEFT_OUT;
    const asItIs = field === column || field === ATTRIBUTE + column;
    return asItIs || column === '' ? [] : [`${column}=${field}`];
  });

/** Why this cannot be imported; undefined: it can. */
export function fault(fields: string[]): string | undefined {
  const kept = fields.filter((field) => field !== LEFT_OUT);
  if (!kept.includes('phone')) return t('One column has to be the phone.');
  if (kept.includes(ATTRIBUTE)) return t('Every attribute needs a name.');
  const twice = kept.find((field, i) => kept.indexOf(field) !== i);
  return twice && t('“{{name}}” stands twice.', { name: twice.replace(ATTRIBUTE, '') });
}
