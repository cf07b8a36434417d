import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '@/shared/api/client';
import { type Campaign, type Filter, type Recipient, itemsOf } from '@/shared/api/types';
import type { Bucket } from '@/shared/buckets';

const PAGE = 200;
/** How many single people an audience can name. */
const AT_MOST = 10_000;

interface FollowUp {
  campaign: Campaign;
  name: string;
  /** How many people those are. */
  n: number;
  states: Bucket[];
  /** Only those who failed with one of these; undefined: whatever the code. */
  codes?: number[];
  /** Where in the builder to go on. */
  step: 'message' | 'check';
}

async function peopleIn(campaignId: number, state: Bucket, errorCode: number[] | undefined): Promise<number[]> {
  const found: number[] = [];
  let cursor: string | undefined;
  do {
    const query = { state, errorCode, limit: PAGE, cursor };
    const { data } = await api.GET('/api/v1/campaigns/{id}/recipients', {
      params: { path: { id: campaignId }, query },
    });
    found.push(...itemsOf<Recipient>(data).flatMap((r) => r.contactId ?? []));
    cursor = data?.nextCursor ?? undefined;
  } while (cursor && found.length < AT_MOST);
  return found;
}

/** More than can be named one by one: whoever the campaign left there. */
function filterOf({ campaign: { id }, states, codes }: FollowUp): Filter | undefined {
  const got = (reached: 'SENT' | 'READ' | 'FAILED'): Filter => ({ type: 'campaign', campaignId: id, reached });
  if (states[0] === 'failed') return codes ? undefined : got('FAILED');
  return { type: 'all', of: [got('SENT'), { type: 'not', of: got('READ') }, { type: 'not', of: got('FAILED') }] };
}

async function audienceOf(followUp: FollowUp) {
  const { campaign, states, codes, n } = followUp;
  const filter = n > AT_MOST ? filterOf(followUp) : undefined;
  if (filter) return { filter };
  const asked = states.map((state) => peopleIn(campaign.id, state, codes));
  return { contactIds: (await Promise.all(asked)).flat().slice(0, AT_MOST) };
}

async function draft(followUp: FollowUp): Promise<Campaign> {
  const { senderIds, content, delivery, labels } = followUp.campaign;
  const { data } = await api.POST('/api/v1/campaigns', {
    body: {
      name: followUp.name.slice(0, 200),
      senderIds,
      content,
      labels,
      audience: await audienceOf(followUp),
      schedule: { type: 'NOW' },
      delivery: { ...delivery, stopAt: undefined },
    },
  });
  return data as Campaign;
}

/** A new draft for some of the people of a campaign, opened in the builder: nothing is sent before somebody has looked. */
export function useFollowUp() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: draft,
    onSuccess: (created, { step }) => void navigate(`/setup-campaign/${created.id}?step=${step}`),
  });
}
