import type { Schemas } from '@/shared/api/types';
import { message, t } from '@/shared/i18n';

export type Provider = Schemas['Provider'];
export type ProviderKind = Provider['type'];
export type CloudApi = Schemas['CloudApiProvider'];
type Capability = keyof Schemas['Capabilities'];

export const KINDS: Record<ProviderKind, string> = {
  META: message('Meta itself'),
  CLOUD_API: message('A provider with an interface like Meta’s Cloud API'),
  HTTP: message('Any HTTP interface, by a description'),
};

/** What is being entered; what belongs to the kinds that are not chosen is kept until the form is closed. */
export interface ProviderDraft {
  kind: ProviderKind;
  cloud: CloudApi;
  description: string;
}

const FRESH_CLOUD: CloudApi = {
  type: 'CLOUD_API',
  baseUrl: '',
  messagesPath: '/{{from}}/messages',
  header: 'Authorization',
  scheme: 'Bearer',
  templateSync: true,
  templateCreation: true,
  echo: true,
  media: true,
  marketingMessages: false,
  callbacks: { type: 'HMAC_SHA256', name: 'X-Hub-Signature-256', prefix: 'sha256=', encoding: 'HEX' },
};

const EXAMPLE = {
  send: {
    url: 'https://api.provider.example/v1/messages',
    headers: { Authorization: 'Bearer {{secret}}' },
    format: 'JSON',
    body: {
      to: '{{to}}',
      template: '{{template.name}}',
      language: '{{template.language}}',
      variables: '{{body}}',
      reference: '{{callbackData}}',
    },
  },
  answer: { messageId: '/id', errorCode: '/error/code', errorText: '/error/message' },
  errors: { codes: { rate_limited: 130429, not_on_whatsapp: 131026 } },
  statuses: {
    messageId: '/id',
    callbackData: '/reference',
    status: '/status',
    words: { sent: 'SENT', delivered: 'DELIVERED', read: 'READ', failed: 'FAILED' },
    at: '/timestamp',
    errorCode: '/error/code',
    errorText: '/error/message',
  },
  messages: { from: '/from', text: '/text', id: '/id', at: '/timestamp' },
  callbacks: { type: 'HMAC_SHA256', name: 'X-Signature', encoding: 'HEX' },
  number: { displayPhoneNumber: '+1 555 010 0001', throughputPerSecond: 20, messagingLimit: 'TIER_1K' },
};

const NEEDED = ['send', 'answer', 'callbacks', 'number'];

const written = (description: object) => JSON.stringify(description, null, 2);

export function draftOf(provider: Provider | undefined): ProviderDraft {
  const fresh = { kind: provider?.type ?? 'META', cloud: FRESH_CLOUD, description: written(EXAMPLE) };
  if (provider?.type === 'CLOUD_API') return { ...fresh, cloud: provider };
  if (provider?.type !== 'HTTP') return fresh;
  return { ...fresh, description: written({ ...provider, type: undefined }) };
}

/** Only of a draft without a fault. */
export function providerOf({ kind, cloud, description }: ProviderDraft): Provider {
  if (kind === 'META') return { type: kind };
  if (kind === 'CLOUD_API') return withoutEmpty(cloud);
  return { ...(JSON.parse(description) as Schemas['HttpProvider']), type: kind };
}

/** A field left empty is the server's to fill; an empty scheme means that there is none. */
function withoutEmpty(cloud: CloudApi): CloudApi {
  const filled = <T extends object>(part: T) =>
    Object.fromEntries(Object.entries(part).filter(([, value]) => value !== '' && value != null)) as T;
  return {
    ...filled(cloud),
    scheme: cloud.scheme ?? '',
    ...(cloud.number && { number: filled(cloud.number) }),
  };
}

/** Why a description cannot be one; what its parts mean is the server's to judge. */
export function faultOf({ kind, description }: ProviderDraft): string | undefined {
  if (kind !== 'HTTP') return undefined;
  let read: unknown;
  try {
    read = JSON.parse(description);
  } catch (error) {
    return t('This is no JSON: {{why}}', { why: (error as Error).message });
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return t('It must be an object.');
  const lacking = NEEDED.filter((part) => !(part in read));
  return lacking.length > 0 ? t('It lacks: {{parts}}', { parts: lacking.join(', ') }) : undefined;
}

const LACKS: Record<Capability, string> = {
  templateSync: message('It does not list templates: they are copied here by hand, or imported.'),
  templateCreation: message('Templates cannot be submitted, changed or deleted through it.'),
  statuses: message('It does not report what becomes of a message: delivered and read stay unknown.'),
  evidence: message(
    'Its reports do not bring our mark back: a message whose answer is lost stays unconfirmed, for a person to decide.',
  ),
  limits: message('State, quality, speed and limit of the number cannot be read from it: they are what was entered.'),
  media: message('It takes no files: pictures, videos and documents are given as addresses with https://.'),
  marketingMessages: message('Meta’s Marketing Messages are not offered through it.'),
  inbound: message('It does not pass on what people write: nobody can opt out by a reply.'),
};

/** What cannot be done through it, in words. */
export const lackingOf = (capabilities: Schemas['Capabilities'] | undefined): string[] =>
  (Object.keys(LACKS) as Capability[]).filter((name) => capabilities?.[name] === false).map((name) => t(LACKS[name]));

/** Where it is called; Meta's own address is the installation's. */
export function addressOf(provider: Provider | undefined): string | undefined {
  if (provider?.type === 'CLOUD_API') return provider.baseUrl;
  return provider?.type === 'HTTP' ? provider.send.url : undefined;
}
