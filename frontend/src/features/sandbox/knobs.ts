export const SHARES = [
  ['failedShare', 'Fail'],
  ['undeliveredShare', 'Are never delivered'],
  ['readShare', 'Of the delivered, are read'],
  ['replyShare', 'Of the delivered, are answered'],
  ['stopShare', 'Of the delivered, answered with STOP'],
  ['duplicateShare', 'Statuses told twice'],
  ['disorderShare', 'Statuses out of order'],
  ['lostAnswerShare', 'Accepted without an answer'],
] as const;

export const DELAYS = [
  ['sent', 'Sent'],
  ['delivered', 'Delivered'],
  ['read', 'Read'],
] as const;
