import type { Replies } from '../server';
import { stats } from './campaigns';
import { page } from './page';

export const endpoint = {
  id: 6,
  url: 'https://shop.example/told',
  description: 'The shop',
  events: ['REPLY', 'OPT_OUT'],
  state: 'ENABLED',
  failingSince: null,
};

export const settingsAnswers: Replies = {
  'GET /api/v1/session': { username: 'admin', csrfToken: 'csrf-of-the-session' },
  'GET /api/v1/consent-words': {
    optOut: ['stop', 'unsubscribe'],
    confirmation: ['yes'],
    lists: [{ language: 'any', optOut: ['stop', 'unsubscribe'], confirmation: ['yes'], own: false }],
  },
  'GET /api/v1/webhook-endpoints': page(endpoint),
  'GET /api/v1/webhook-endpoints/6/deliveries': page(
    { id: 9, state: 'PENDING', events: 3, attempts: 2, status: 500, error: 'It answered 500', nextTryAt: stats.asOf },
    { id: 8, state: 'DELIVERED', events: 1, attempts: 1, status: 204, triedAt: stats.asOf },
  ),
  'GET /api/v1/api-keys': page({ id: 2, name: 'Shop system', scope: 'ADMIN', createdAt: '2026-11-01T09:00:00Z' }),
};
