import type { Replies } from '../server';

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

export const sandboxAnswers: Replies = {
  'GET /api/v1/sandbox': sandbox,
  'PUT /api/v1/sandbox': sandbox,
};
