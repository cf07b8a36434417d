import { Blob as RealBlob } from 'node:buffer';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guess, mapping, readHeader } from './csvHeader';

// That of jsdom cannot be read.
beforeEach(() => void vi.stubGlobal('Blob', RealBlob));

const file = (text: string) => new Blob([text]);

describe('header of a CSV', () => {
  it('is read with its quotes, whatever the separator', async () => {
    const header = await readHeader(file('"Phone; mobile";"The ""old"" name";city\r\n+49123;Ana;Bonn\r\n'));
    expect(header.separator).toBe(';');
    expect(header.columns).toEqual(['Phone; mobile', 'The "old" name', 'city']);
    expect(header.sample).toEqual([['+49123', 'Ana', 'Bonn']]);
  });

  it('is read as the mark of byte order says', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...'phone,é\n'].flatMap((char) => [char.charCodeAt(0), 0])]);
    expect((await readHeader(new Blob([utf16]))).columns).toEqual(['phone', 'é']);
  });

  it('is told to the server where the server would take it for something else', () => {
    expect(mapping(['phone', 'Mobile', 'city', 'Notes', ''], ['phone', '-', 'attributes.city', 'name', '-'])).toEqual([
      'Mobile=-',
      'Notes=name',
    ]);
  });

  it.each([
    ['Phone', 'phone'],
    ['Mobile', 'phone'],
    ['External ID', 'external_id'],
    ['City', 'attributes.city'],
  ])('takes %s for %s', (column, meant) => expect(guess(column)).toBe(meant));
});
