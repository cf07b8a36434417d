import { $api } from '@/shared/api/client';
import { type Schemas, itemsOf } from '@/shared/api/types';
import { humanize } from '@/shared/format';
import { message, t } from '@/shared/i18n';

export type Operator = Schemas['Operator'];
/** What kind of value stands behind a path: it decides what it can be compared with, and how. */
export type Kind = 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'DATE' | 'LIST' | 'TIME' | 'CONSENT' | 'COUNTRY' | 'LANGUAGE';

const ALWAYS: Operator[] = ['EXISTS', 'NOT_EXISTS'];
const ORDERED: Operator[] = ['GT', 'GTE', 'LT', 'LTE', 'BETWEEN'];

export const OPERATORS: Record<Kind, Operator[]> = {
  TEXT: ['EQ', 'NE', 'IN', 'NOT_IN', 'CONTAINS', 'STARTS_WITH', ...ALWAYS],
  NUMBER: ['EQ', 'NE', 'IN', 'NOT_IN', ...ORDERED, ...ALWAYS],
  BOOLEAN: ['EQ', 'NE', ...ALWAYS],
  DATE: ['EQ', 'NE', ...ORDERED, 'WITHIN_LAST', ...ALWAYS],
  LIST: ['CONTAINS', ...ALWAYS],
  TIME: [...ORDERED, 'WITHIN_LAST', ...ALWAYS],
  CONSENT: ['EQ', 'NE', ...ALWAYS],
  COUNTRY: ['EQ', 'NE', 'IN', 'NOT_IN', ...ALWAYS],
  LANGUAGE: ['EQ', 'NE', 'IN', 'NOT_IN', 'STARTS_WITH', ...ALWAYS],
};

const OPERATOR_WORDS: Record<Operator, string> = {
  EQ: message('is'),
  NE: message('is not'),
  IN: message('is one of'),
  NOT_IN: message('is none of'),
  GT: message('is more than'),
  GTE: message('is at least'),
  LT: message('is less than'),
  LTE: message('is at most'),
  BETWEEN: message('is between'),
  CONTAINS: message('contains'),
  STARTS_WITH: message('starts with'),
  EXISTS: message('is known'),
  NOT_EXISTS: message('is not known'),
  WITHIN_LAST: message('is within the last'),
};

export const operatorWords = (op: Operator): string => t(OPERATOR_WORDS[op]);

export const takesNoValue = (op: Operator) => op === 'EXISTS' || op === 'NOT_EXISTS';
export const takesList = (op: Operator) => op === 'IN' || op === 'NOT_IN';

interface Field {
  path: string;
  label: string;
  kind: Kind;
}

const FIXED: Field[] = [
  { path: 'contact.name', label: message('Name'), kind: 'TEXT' },
  { path: 'contact.phone', label: message('Phone'), kind: 'TEXT' },
  { path: 'contact.country', label: message('Country'), kind: 'COUNTRY' },
  { path: 'contact.language', label: message('Language'), kind: 'LANGUAGE' },
  { path: 'contact.timezone', label: message('Time zone'), kind: 'TEXT' },
  { path: 'contact.externalId', label: message('External id'), kind: 'TEXT' },
  { path: 'contact.consent.marketing', label: message('Marketing messages'), kind: 'CONSENT' },
  { path: 'contact.consent.utility', label: message('Utility messages'), kind: 'CONSENT' },
  { path: 'contact.createdAt', label: message('Created'), kind: 'TIME' },
  { path: 'contact.lastInboundAt', label: message('Last wrote to us'), kind: 'TIME' },
];

/** What a contact can be asked for: its own fields and the attributes in use. */
export function useFields(): Field[] {
  const attributes = $api.useQuery('get', '/api/v1/attributes');
  const own = itemsOf<{ key: string; label?: string | null; type: Kind }>(attributes.data).map(
    ({ key, label, type }) => ({
      path: `contact.attributes.${key}`,
      label: label || humanize(key),
      kind: type,
    }),
  );
  return [...FIXED.map((field) => ({ ...field, label: t(field.label) })), ...own];
}
