import type { Template, VariableValue } from '@/shared/api/types';

const NAMES = ['name', 'first_name', 'full_name'];

/** Variables that are called like a field of the contact are taken from it; no other is guessed. */
export function namesakes(template: Template, paths: string[]): Record<string, VariableValue> {
  const found: Record<string, VariableValue> = {};
  for (const { key = '' } of template.variables ?? []) {
    const name = key.split('.').at(-1) ?? '';
    const path = NAMES.includes(name) ? 'contact.name' : `contact.attributes.${name}`;
    if (key.startsWith('body.') && paths.includes(path)) found[key] = { path, fallback: '' };
  }
  return found;
}
