import type { Replies } from '../server';
import { page } from './page';

export const contact = {
  id: 11,
  phone: '+919812345678',
  name: 'Asha',
  tags: ['vip'],
  attributes: { city: 'Pune' },
  consent: { marketing: 'OPTED_IN', utility: 'UNKNOWN' },
  createdAt: '2026-11-01T09:00:00Z',
};

export const reply = {
  id: '8-1',
  at: '2026-11-21T09:10:00Z',
  contactId: 11,
  phone: contact.phone,
  name: contact.name,
  campaignId: 7,
  type: 'text',
  text: 'Where is the shop?',
};

export const contactAnswers: Replies = {
  'GET /api/v1/contacts/11/timeline': page(
    { at: reply.at, type: 'REPLY', reply },
    { at: reply.at, type: 'EVENT', event: { name: 'purchase', properties: { total: 120 } } },
    {
      at: '2026-11-21T09:00:00Z',
      type: 'CAMPAIGN',
      campaign: { campaignId: 7, name: 'Spring sale', state: 'FAILED', errorCode: 131026 },
    },
    { at: '2026-11-01T09:00:00Z', type: 'CONSENT', consent: { marketing: 'OPTED_IN', utility: 'UNKNOWN' } },
  ),
  'GET /api/v1/contacts/11/replies': page(reply),
  'GET /api/v1/suppressions': page({
    id: 4,
    phone: '+919800000009',
    scope: 'ALL',
    reason: 'MANUAL',
    createdAt: '2026-11-01T09:00:00Z',
  }),
  'GET /api/v1/contacts/11/consent-history': page({
    id: 2,
    marketing: 'OPTED_IN',
    utility: 'UNKNOWN',
    requested: false,
    source: 'import:12',
    at: '2026-11-01T09:00:00Z',
    recordedAt: '2026-11-01T09:00:00Z',
  }),
  'GET /api/v1/contacts': page(contact),
  'GET /api/v1/contacts/11': contact,
  'GET /api/v1/attributes': page({ key: 'city', type: 'TEXT', label: 'City' }),
  'GET /api/v1/imports/6': {
    id: 6,
    state: 'COMPLETED',
    rows: 10,
    created: 8,
    updated: 1,
    rejected: 1,
    rowsPerSecond: 900,
  },
  'GET /api/v1/imports/6/rejections': page({ line: 4, reason: 'Not a phone number', value: 'hello' }),
};
