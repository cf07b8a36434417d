import { describe, expect, it } from 'vitest';
import { whereIs } from './faults';
import { inForm, nextNumber, withPart, written } from './parts';

const BODY = { type: 'BODY', text: 'Hi' };

describe('parts of a template', () => {
  it('stand in the order of the message, whichever is added last', () => {
    const parts = withPart(withPart([BODY], 'BUTTONS', { type: 'BUTTONS' }), 'HEADER', { type: 'HEADER' });
    expect(parts.map((part) => part.type)).toEqual(['HEADER', 'BODY', 'BUTTONS']);
    expect(withPart(parts, 'HEADER', undefined).map((part) => part.type)).toEqual(['BODY', 'BUTTONS']);
  });

  it.each([
    ['Hi {{1}} and {{2}}.', { '2': 'b' }, { body_text: [['', 'b']] }],
    ['Hi {{name}}.', { name: 'Ana' }, { body_text_named_params: [{ param_name: 'name', example: 'Ana' }] }],
    ['Hi.', { '1': 'gone' }, undefined],
  ])('%s has one example for each variable', (text, examples, example) => {
    expect(written(BODY, 'body', text, examples).example).toEqual(example);
  });

  it('numbers the next variable with the first number that is free', () => {
    expect(nextNumber('{{1}} {{3}}')).toBe(2);
  });

  it('leaves the words in place when the form changes', () => {
    const parts = [BODY, { type: 'FOOTER', text: 'Bye' }];
    expect(inForm(parts, 'OFFER').map((part) => part.type)).toEqual(['LIMITED_TIME_OFFER', 'BODY', 'BUTTONS']);
    expect(inForm(parts, 'CAROUSEL').map((part) => part.type)).toEqual(['BODY', 'CAROUSEL']);
    expect(inForm(inForm(parts, 'CAROUSEL'), 'PLAIN')).toEqual([BODY]);
  });

  it('names the place of a fault in words', () => {
    const carousel = { type: 'CAROUSEL', cards: [{ components: [BODY] }] };
    expect(whereIs('components[1].cards[0].components[0].text', [BODY, carousel])).toBe('Card 1 · Text');
    expect(whereIs('components[0].buttons[1].url', [{ type: 'BUTTONS' }])).toBe('Button 2');
    expect(whereIs('timeToLive', [])).toBe('Time to deliver');
  });
});
