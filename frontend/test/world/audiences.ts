import type { Replies } from '../server';
import { contact } from './contacts';
import { page } from './page';

export const group = { id: 5, name: 'Regulars', memberCount: 240, createdAt: '2026-11-01T09:00:00Z' };

export const segment = {
  id: 4,
  name: 'In Pune',
  filter: {
    type: 'all',
    of: [
      { type: 'property', path: 'contact.attributes.city', op: 'EQ', value: 'Pune' },
      { type: 'not', of: { type: 'event', name: 'purchase', within: 'P30D', atLeast: 2 } },
    ],
  },
  createdAt: '2026-11-01T09:00:00Z',
};

export const audienceAnswers: Replies = {
  'GET /api/v1/groups': page(group),
  'GET /api/v1/groups/5': group,
  'GET /api/v1/groups/5/members': page(contact),
  'GET /api/v1/segments': page(segment),
  'GET /api/v1/segments/4': segment,
  'POST /api/v1/segments': segment,
  'POST /api/v1/segments/preview': {
    matched: 240,
    messageable: 236,
    skipped: { NOT_OPTED_IN: 4 },
    sample: [contact],
  },
};
