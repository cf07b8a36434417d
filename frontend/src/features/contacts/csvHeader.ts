/** The first line of a CSV file, and where in the file it ends. */
export interface CsvHeader {
  separator: string;
  columns: string[];
  /** A few rows beneath, as they would be read. */
  sample: string[][];
  /** In bytes: what follows is sent as it is. */
  end: number;
}

const READ_AHEAD_BYTES = 65_536;
const SAMPLE_ROWS = 3;
const SEPARATORS = [',', ';', '\t'];

/** The fields that an import knows; every other column becomes an attribute. */
export const KNOWN = ['phone', 'name', 'tags', 'language', 'timezone', 'external_id'] as const;

export async function readHeader(file: Blob): Promise<CsvHeader> {
  const bytes = new Uint8Array(await file.slice(0, READ_AHEAD_BYTES).arrayBuffer());
  const end = endOfLine(bytes);
  // Drops a mark of byte order, if there is one.
  const line = new TextDecoder().decode(bytes.subarray(0, end)).replace(/\r?\n$/, '');
  const separator = SEPARATORS.reduce((a, b) => (cells(line, b).length > cells(line, a).length ? b : a));
  const rows = new TextDecoder().decode(bytes.subarray(end)).split(/\r?\n/);
  const sample = rows.filter((row) => row !== '').slice(0, SAMPLE_ROWS);
  return { separator, columns: cells(line, separator), sample: sample.map((row) => cells(row, separator)), end };
}

const QUOTE = 0x22;
const NEW_LINE = 0x0a;

/** Behind the line end; one inside quotes belongs to a name. */
function endOfLine(bytes: Uint8Array): number {
  let quoted = false;
  for (const [i, byte] of bytes.entries()) {
    if (byte === QUOTE) quoted = !quoted;
    if (byte === NEW_LINE && !quoted) return i + 1;
  }
  return bytes.length;
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

/** What a column is most likely meant to be. */
export function guess(column: string): string {
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
  if (KNOWN.some((known) => known === name)) return name;
  return alike[name] ?? name;
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The same file under other column names: only its first line is new, whatever its size. */
export const renamed = (file: Blob, header: CsvHeader, names: string[]): Blob =>
  new Blob([names.map(quote).join(header.separator), '\n', file.slice(header.end)], { type: 'text/csv' });
