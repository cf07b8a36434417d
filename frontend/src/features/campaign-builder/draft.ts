import type { Campaign, CampaignDraft, VariableValue } from '@/shared/api/types';
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

export const variablesOf = (draft: CampaignDraft): Record<string, VariableValue> => draft.content?.[0]?.variables ?? {};
export const templateIdOf = (draft: CampaignDraft): number | undefined => draft.content?.[0]?.templateId;
export const senderIdOf = (draft: CampaignDraft): number | undefined => draft.senderIds?.[0];

/** The step at which a problem of the preflight is mended. */
export function stepOf(field: string | null | undefined): Step {
  if (field?.startsWith('audience')) return 'people';
  if (field?.startsWith('schedule') || field?.startsWith('delivery')) return 'when';
  return 'message';
}
