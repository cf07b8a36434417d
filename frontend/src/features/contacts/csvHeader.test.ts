import { Blob as RealBlob } from 'node:buffer';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guess, readHeader, renamed } from './csvHeader';

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

  it('is replaced without touching what follows', async () => {
    const original = file('\uFEFFMobile,Vorname\n+49123,"Jörg, der"\n');
    const header = await readHeader(original);
    expect(header.columns).toEqual(['Mobile', 'Vorname']);
    expect(await renamed(original, header, ['phone', 'name']).text()).toBe('"phone","name"\n+49123,"Jörg, der"\n');
  });

  it('ends where the file ends when there is no row', async () => {
    expect((await readHeader(file('phone'))).end).toBe(5);
  });

  it.each([
    ['Phone', 'phone'],
    ['Mobile', 'phone'],
    ['External ID', 'external_id'],
    ['City', 'city'],
  ])('takes %s for %s', (column, meant) => expect(guess(column)).toBe(meant));
});
