import type { Filter, Schemas } from '@/shared/api/types';
import { message } from '@/shared/i18n';
import { takesNoValue } from './kinds';

export type Node = Filter;
export type AllOrAny = Extract<Filter, { type: 'all' | 'any' }>;
export type Leaf = Exclude<Filter, { type: 'all' | 'any' | 'not' }>;
export type Condition = Schemas['EventCondition'];

export const EVERYBODY: Filter = { type: 'all', of: [] };

const FRESH: Record<Leaf['type'], Leaf> = {
  property: { type: 'property', path: 'contact.name', op: 'EXISTS' },
  tag: { type: 'tag', tag: '' },
  group: { type: 'group', groupId: 0 },
  segment: { type: 'segment', segmentId: 0 },
  event: { type: 'event', name: '' },
  campaign: { type: 'campaign', campaignId: 0, reached: 'DELIVERED' },
};

export const LEAF_WORDS: Record<Leaf['type'], string> = {
  property: message('Something known of the person'),
  tag: message('Tag'),
  group: message('Group'),
  segment: message('Another segment'),
  event: message('Something the person did'),
  campaign: message('How far a campaign got'),
};

export const LEAVES = Object.keys(FRESH) as Leaf['type'][];
export const fresh = (type: Leaf['type']): Leaf => FRESH[type];

/** The filter in an address; undefined: none that can be read. */
export function filterIn(params: URLSearchParams): Filter | undefined {
  try {
    return (JSON.parse(params.get('filter') ?? 'null') as Filter | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A condition and whether its opposite is meant. */
export function unwrap(node: Filter): { negated: boolean; inner: Exclude<Filter, { type: 'not' }> } {
  let negated = false;
  let inner = node;
  while (inner.type === 'not') {
    negated = !negated;
    inner = inner.of;
  }
  return { negated, inner };
}

export const wrap = (negated: boolean, inner: Filter): Filter => (negated ? { type: 'not', of: inner } : inner);

/** Whether everything is filled in, so that the server can be asked. */
export function complete(node: Filter): boolean {
  switch (node.type) {
    case 'all':
    case 'any':
      return node.of.every(complete);
    case 'not':
      return complete(node.of);
    case 'property':
      return takesNoValue(node.op) || given(node.value);
    case 'tag':
      return given(node.tag);
    case 'group':
      return node.groupId > 0;
    case 'segment':
      return node.segmentId > 0;
    case 'campaign':
      return node.campaignId > 0;
    case 'event':
      return (
        given(node.name) &&
        (node.where ?? []).every((c) => c.path !== 'event.' && (takesNoValue(c.op) || given(c.value)))
      );
  }
}

function given(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(given);
  return value !== undefined && value !== null && value !== '';
}
