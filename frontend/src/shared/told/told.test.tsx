import { readFileSync, readdirSync } from 'node:fs';
import { openAt } from '@test/screen';
import { campaign } from '@test/world/campaigns';
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { loadMessages } from '@/shared/i18n';
import hi from './hi.json';
import pt from './pt.json';
import { translator } from './told';

const MAIN = '../src/main/';

/** All that the server may say, its sentences that are written over several lines put together. */
const said = () =>
  readdirSync(MAIN, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.java$|error-codes\.json$/.test(file))
    .map((file) => readFileSync(MAIN + file, 'utf8').replace(/"\s*\+\s*"/g, ''))
    .join('\n');

const gaps = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('sentences of the server', () => {
  afterEach(() => loadMessages('en'));

  it('are translated into every language alike, and are still what the server says', () => {
    expect(Object.keys(pt)).toEqual(Object.keys(hi));
    for (const words of [hi, pt])
      for (const [source, translation] of Object.entries(words)) expect(gaps(translation)).toEqual(gaps(source));
    const all = said();
    const pieces = Object.keys(pt).flatMap((source) => source.split(/\{\{\w+\}\}/).map((piece) => piece.trim()));
    expect(pieces.filter((piece) => !all.includes(piece))).toEqual([]);
  });

  it('keep what stands in their gaps, in the order of the language', () => {
    const told = translator(hi);
    expect(told('12 of 400 messages have failed.')).toBe('400 में से 12 संदेश विफल हुए।');
    expect(told('Paused by API key bootstrap.')).toBe('API key bootstrap ने रोका।');
    expect(told('Something new.')).toBe('Something new.');
  });

  it('are shown in the language of the reader', async () => {
    await loadMessages('pt');
    const stateReason = { code: 'PAUSED_BY_USER', message: 'Paused by admin.', by: 'USER' };
    openAt('/', {
      'GET /api/v1/campaigns': { items: [{ ...campaign, state: 'PAUSED', stateReason }], nextCursor: null },
    });
    expect(await screen.findByText('Pausada por admin.')).toBeVisible();
  });
});
