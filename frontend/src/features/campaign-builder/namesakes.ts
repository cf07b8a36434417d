import type { Template, VariableValue } from '@/shared/api/types';
import { textOf } from '@/shared/templateText';

const NAMES = ['name', 'first_name', 'full_name'];

/** A greeting and nothing else, as texts begin in the languages of the screens and in Spanish. */
const GREETING = /^\s*(hello|hi|hey|dear|olá|ola|oi|hola|prezad[oa]|querid[oa]|car[oa]|नमस्ते|नमस्कार|प्रिय)[\s*_]+$/iu;

/**
 * What is proposed: variables that are called like a field of the contact are taken from it, and whoever a text greets first is called by
 * the name. No other is guessed.
 */
export function namesakes(template: Template, paths: string[]): Record<string, VariableValue> {
  const found: Record<string, VariableValue> = {};
  for (const { key = '' } of template.variables ?? []) {
    const name = key.split('.').at(-1) ?? '';
    const path = NAMES.includes(name) ? 'contact.name' : `contact.attributes.${name}`;
    if (key.startsWith('body.') && paths.includes(path)) found[key] = { path, fallback: '' };
  }
  const greeted = greetedIn(template);
  if (greeted !== undefined) found[greeted] ??= { path: 'contact.name', fallback: '' };
  return found;
}

function greetedIn(template: Template): string | undefined {
  const [first, second] = textOf(template.components).body;
  return GREETING.test(first?.text ?? '') ? second?.key : undefined;
}
