import type { Campaign, CampaignDraft, Schemas } from '@/shared/api/types';
import { currentLocale, message, t } from '@/shared/i18n';

export const STEPS = ['message', 'people', 'when', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_NAME: Record<Step, string> = {
  message: message('Message'),
  people: message('People'),
  when: message('When'),
  check: message('Check'),
};

export function newDraft(now = new Date()): CampaignDraft {
  const day = new Intl.DateTimeFormat(currentLocale(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return {
    name: t('Campaign of {{day}}', { day: day.format(now) }),
    senderIds: [],
    content: [],
    audience: { groupIds: [], contactIds: [], exclude: { groupIds: [] } },
    schedule: { type: 'NOW' },
    delivery: { inDoubt: 'RESOLVE' },
  };
}

/** What of a campaign a PUT takes; also what no screen edits yet, so that saving does not lose it. */
export function draftOf(campaign: Campaign): CampaignDraft {
  const { name, senderIds, content, audience, schedule, delivery, labels, externalId } = campaign;
  return { name, senderIds, content, audience, schedule, delivery, labels, externalId };
}

/** What is sent: a template and where its variables come from; several of them for people of different languages. */
export type Text = Schemas['Content'];

/** The texts with one of them put in its place. */
export const withText = (texts: Text[], at: number, text: Text): Text[] =>
  texts.length === 0 ? [text] : texts.map((old, i) => (i === at ? text : old));

/** The languages that have a text of their own. */
export const spokenIn = (texts: Text[]): string[] => texts.flatMap(({ when }) => when?.languages ?? []);

/** Which text the address names, counted from 1 there; else the first. */
export function textIn(params: URLSearchParams, texts: Text[]): number {
  const at = Number(params.get('text') ?? 1) - 1;
  return texts[at] ? at : 0;
}

export const textParam = (at: number | undefined): string | null => (at ? String(at + 1) : null);

export const templateIdOf = (draft: CampaignDraft): number | undefined => draft.content?.[0]?.templateId;
export const senderIdOf = (draft: CampaignDraft): number | undefined => draft.senderIds?.[0];

/** Of several texts the one that a problem of the preflight is about. */
export const textOfField = (field: string | null | undefined): number | undefined => {
  const at = /^content\[(\d+)\]/.exec(field ?? '')?.[1];
  return at === undefined ? undefined : Number(at);
};

/** The step at which a problem of the preflight is mended. */
export function stepOf(field: string | null | undefined): Step {
  if (field?.startsWith('audience')) return 'people';
  if (field?.startsWith('schedule') || field?.startsWith('delivery')) return 'when';
  return 'message';
}
