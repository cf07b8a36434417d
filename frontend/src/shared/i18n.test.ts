import { afterEach, describe, expect, it } from 'vitest';
import { loadMessages, onLanguageChanged, t } from '@/shared/i18n';

afterEach(() => loadMessages('en'));

describe('texts', () => {
  it('fill their gaps once', () => {
    expect(t('{{from}} stands for the phone number id', { from: '{{from}}' })).toBe(
      '{{from}} stands for the phone number id',
    );
  });

  it('take the form that the language has for so many', async () => {
    expect(t('{{n}} people', { n: '1', count: 1 })).toBe('1 person');
    expect(t('{{n}} people', { n: '2', count: 2 })).toBe('2 people');
    await loadMessages('pt');
    expect(t('{{n}} people', { n: '1', count: 1 })).toBe('1 pessoa');
    expect(t('{{n}} people', { n: '5', count: 5 })).toBe('5 pessoas');
  });

  it('show in English what nobody translated, and tell of a change of language', async () => {
    const told: string[] = [];
    const stop = onLanguageChanged(() => told.push(document.documentElement.lang));
    await loadMessages('hi');
    stop();
    await loadMessages('pt');
    expect(told).toEqual(['hi']);
    expect(t('Never heard of')).toBe('Never heard of');
  });
});
