import type { Replies } from '../server';
import { page } from './page';

export const sender = {
  id: 1,
  name: 'Shop',
  phoneNumberId: '100',
  wabaId: '200',
  displayPhoneNumber: '+1 555 010 0001',
  verifiedName: 'Corner Shop',
  status: 'CONNECTED',
  quality: 'GREEN',
  throughputPerSecond: 80,
  portfolioId: '300',
  messagingLimit: 10_000,
  provider: { type: 'META' },
  capabilities: {
    templateSync: true,
    templateCreation: true,
    statuses: true,
    evidence: true,
    limits: true,
    media: true,
    marketingMessages: true,
    inbound: true,
  },
  webhookPath: '/webhooks/meta',
  syncedAt: '2026-11-21T09:00:00Z',
};

export const limits = {
  messagingLimit: 10_000,
  usedLast24h: 1_200,
  reserved: 300,
  remaining: 8_500,
  nextReleaseAt: '2026-11-21T12:00:00Z',
  throughputPerSecond: 80,
  effectivePerSecond: 79.5,
  limitedBy: 'THROUGHPUT',
};

export const portfolio = {
  id: '300',
  senderIds: [1],
  messagingLimit: 10_000,
  usedLast24h: 1_200,
  reserved: 300,
  remaining: 8_500,
  reservedShare: 0.03,
  exemptOpenWindows: false,
};

export const senderAnswers: Replies = {
  'GET /api/v1/senders': page(sender),
  'GET /api/v1/senders/1': sender,
  'GET /api/v1/senders/1/limits': limits,
  'GET /api/v1/portfolios/300': portfolio,
  'GET /api/v1/senders/1/events': page({
    id: 3,
    at: '2026-11-21T09:00:00Z',
    senderId: 1,
    kind: 'ALERT',
    message: 'Meta warns of something.',
  }),
};
