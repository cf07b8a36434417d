import type { Replies } from '../server';
import { contact, reply } from './contacts';
import { page } from './page';
import { limits } from './senders';

const buckets = {
  queued: 100,
  sending: 10,
  deferred: 0,
  inDoubt: 0,
  unconfirmed: 0,
  held: 0,
  accepted: 10,
  sent: 30,
  delivered: 50,
  read: 30,
  failed: 6,
  expired: 0,
  skipped: 4,
};

export const campaign = {
  id: 7,
  name: 'Spring sale',
  state: 'RUNNING',
  stateReason: null,
  senderIds: [1],
  content: [
    {
      templateId: 3,
      variables: { 'body.1': { path: 'contact.name', fallback: 'there' }, 'body.2': { value: 'Pune' } },
    },
  ],
  audience: { groupIds: [5], contactIds: [], exclude: { groupIds: [] } },
  total: 240,
  buckets,
  schedule: { type: 'NOW' },
  delivery: { hours: null, stopAt: null, inDoubt: 'RESOLVE' },
  labels: [],
  createdBy: 'admin',
  createdAt: '2026-11-21T09:00:00Z',
};

export const draft = { ...campaign, id: 8, name: 'A draft', state: 'DRAFT' };

export const stats = {
  campaignId: 7,
  state: 'RUNNING',
  total: 240,
  version: 12,
  buckets,
  funnel: { accepted: 126, sent: 116, delivered: 80, read: 30 },
  engagement: { replied: 1, optedOut: 0 },
  failedByCode: { '131026': 6 },
  skippedByReason: { NOT_OPTED_IN: 4 },
  ratePerSecond: 79.6,
  limitedBy: 'THROUGHPUT',
  estimatedFinishAt: '2026-11-21T09:30:00Z',
  startedAt: '2026-11-21T09:00:00Z',
  finishedAt: null,
  settledAt: null,
  asOf: '2026-11-21T09:01:00Z',
};

export const preflight = {
  ready: true,
  problems: [],
  warnings: [],
  audience: { matched: 240, messageable: 236, skipped: { NOT_OPTED_IN: 4 } },
  limit: limits,
  estimatedFinishAt: '2026-11-21T09:30:00Z',
};

const totals = { campaigns: 2, sent: 500, delivered: 450, read: 300, failed: 10, replied: 12, optedOut: 7 };

const nothing = { campaigns: 0, sent: 0, delivered: 0, read: 0, failed: 0, replied: 0, optedOut: 0 };

export const trends = {
  now: totals,
  before: { ...nothing, sent: 240 },
  days: [
    { day: '2026-11-19', totals: nothing },
    { day: '2026-11-20', totals },
  ],
};

export const campaignAnswers: Replies = {
  'GET /api/v1/campaigns/7/replies': page(reply),
  'GET /api/v1/stats/trends': trends,
  'GET /api/v1/campaigns': page(campaign, draft),
  'GET /api/v1/campaigns/7': campaign,
  'GET /api/v1/campaigns/8': draft,
  'GET /api/v1/campaigns/9': { ...draft, id: 9 },
  'GET /api/v1/campaigns/7/stats': stats,
  'GET /api/v1/campaigns/7/events': page(
    { id: 2, at: '2026-11-21T09:00:01Z', campaignId: 7, kind: 'STARTED', message: 'Sending begins.' },
    { id: 1, at: '2026-11-21T09:00:00Z', campaignId: 7, kind: 'LAUNCHED', message: 'Launched by admin.' },
  ),
  'GET /api/v1/campaigns/7/recipients': page({
    seq: 1,
    phone: contact.phone,
    contactId: 11,
    state: 'FAILED',
    errorCode: 131026,
    attempts: 1,
  }),
  'GET /api/v1/campaigns/8/recipients/values': { count: 0, columns: [], items: [], nextCursor: null },
  'GET /api/v1/campaigns/9/recipients/values': { count: 0, columns: [], items: [], nextCursor: null },
  'POST /api/v1/campaigns': { ...draft, id: 9 },
  'PUT /api/v1/campaigns/8': draft,
  'PUT /api/v1/campaigns/9': draft,
  'POST /api/v1/campaigns/8/preflight': preflight,
  'POST /api/v1/campaigns/9/preflight': preflight,
  'GET /api/v1/error-codes': {
    items: [{ code: 131026, meaning: 'The phone has no WhatsApp', advice: 'Ask for another number' }],
  },
};
