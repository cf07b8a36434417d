import type { Replies } from './server';

const page = (...items: unknown[]) => ({ items, nextCursor: null });

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

export const template = {
  id: 3,
  wabaId: '200',
  name: 'spring_sale',
  language: 'en',
  category: 'MARKETING',
  status: 'APPROVED',
  quality: 'GREEN',
  components: [
    {
      type: 'BODY',
      text: 'Hello {{1}}, everything is *20%* off in {{2}}.',
      example: { body_text: [['Ana', 'Pune']] },
    },
    { type: 'FOOTER', text: 'Reply STOP to end' },
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Show me' }] },
  ],
  variables: [
    { key: 'body.1', example: 'Ana' },
    { key: 'body.2', example: 'Pune' },
  ],
};

export const rejectedTemplate = { ...template, id: 4, name: 'too_loud', status: 'REJECTED', rejectedReason: 'SCAM' };

export const contact = {
  id: 11,
  phone: '+919812345678',
  name: 'Asha',
  tags: ['vip'],
  attributes: { city: 'Pune' },
  consent: { marketing: 'OPTED_IN', utility: 'UNKNOWN' },
  createdAt: '2026-11-01T09:00:00Z',
};

const reply = {
  id: '8-1',
  at: '2026-11-21T09:10:00Z',
  contactId: 11,
  phone: contact.phone,
  name: contact.name,
  campaignId: 7,
  type: 'text',
  text: 'Where is the shop?',
};

export const picture = { id: 12, name: 'spring.png', kind: 'IMAGE', contentType: 'image/png', size: 68 };

/** Of a header that shows a picture. */
export const pictured = {
  ...template,
  components: [{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW'] } }, ...template.components],
  variables: [{ key: 'header.media', kind: 'IMAGE' }, ...template.variables],
};

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

const knobs = {
  seed: 1,
  latencyMillis: 30,
  throughputPerSecond: 80,
  messagingLimit: 100_000,
  pairLimit: true,
  failedShare: 0.03,
  undeliveredShare: 0.02,
  readShare: 0.7,
  replyShare: 0.03,
  stopShare: 0.005,
  duplicateShare: 0.05,
  disorderShare: 0.05,
  lostAnswerShare: 0,
  statusDelayMillis: { sent: 400, delivered: 1_200, read: 3_000 },
};

export const sandbox = {
  knobs,
  account: { portfolioId: '300', wabaId: '200', numbers: [{ phoneNumberId: '100' }], accessToken: 'sandbox' },
  ledger: { accepted: 120, sent: 118, delivered: 100, read: 60, failed: 2, inbound: 3, pending: 0, refusedByCode: {} },
};

export const endpoint = {
  id: 6,
  url: 'https://shop.example/told',
  description: 'The shop',
  events: ['REPLY', 'OPT_OUT'],
  state: 'ENABLED',
  failingSince: null,
};

/** An installation at work: what every screen asks for, answered. */
export const world = (): Replies => ({
  'GET /api/v1/session': { username: 'admin', csrfToken: 'csrf-of-the-session' },
  'GET /api/v1/senders': page(sender),
  'GET /api/v1/senders/1': sender,
  'GET /api/v1/senders/1/limits': limits,
  'GET /api/v1/campaigns/7/replies': page(reply),
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
  'GET /api/v1/stats/trends': trends,
  'GET /api/v1/portfolios/300': portfolio,
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
  'GET /api/v1/templates': page(rejectedTemplate, template),
  'GET /api/v1/templates/3': template,
  'GET /api/v1/templates/3/versions': [
    { number: 2, at: '2026-11-20T09:00:00Z', category: 'MARKETING', components: template.components },
    { number: 1, at: '2026-11-01T09:00:00Z', category: 'MARKETING', components: [{ type: 'BODY', text: 'Sale!' }] },
  ],
  'GET /api/v1/templates/4': rejectedTemplate,
  'GET /api/v1/templates/4/versions': [],
  'GET /api/v1/media': page(picture),
  'POST /api/v1/templates/check': { problems: [] },
  'GET /api/v1/contacts': page(contact),
  'GET /api/v1/contacts/11': contact,
  'GET /api/v1/attributes': page({ key: 'city', type: 'TEXT', label: 'City' }),
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
  'GET /api/v1/campaigns': page(campaign, draft),
  'GET /api/v1/campaigns/7': campaign,
  'GET /api/v1/campaigns/8': draft,
  'GET /api/v1/campaigns/9': { ...draft, id: 9 },
  'GET /api/v1/campaigns/7/stats': stats,
  'GET /api/v1/campaigns/7/events': page(
    { id: 2, at: '2026-11-21T09:00:01Z', campaignId: 7, kind: 'STARTED', message: 'Sending begins.' },
    { id: 1, at: '2026-11-21T09:00:00Z', campaignId: 7, kind: 'LAUNCHED', message: 'Launched by admin.' },
  ),
  'GET /api/v1/senders/1/events': page({
    id: 3,
    at: '2026-11-21T09:00:00Z',
    senderId: 1,
    kind: 'ALERT',
    message: 'Meta warns of something.',
  }),
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
  'GET /api/v1/sandbox': sandbox,
  'PUT /api/v1/sandbox': sandbox,
  'GET /api/v1/api-keys': page({ id: 2, name: 'Shop system', scope: 'ADMIN', createdAt: '2026-11-01T09:00:00Z' }),
});
