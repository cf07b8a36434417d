import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '@/shared/api/client';
import { type Campaign, type Recipient, itemsOf } from '@/shared/api/types';
import type { Bucket } from '@/shared/buckets';

const PAGE = 200;
/** How many single people an audience can name. */
export const AT_MOST = 10_000;

interface FollowUp {
  campaign: Campaign;
  name: string;
  states: Bucket[];
  /** Only those who failed with one of these; undefined: whatever the code. */
  codes?: number[];
  /** Where in the builder to go on. */
  step: 'message' | 'check';
}

async function peopleIn(campaignId: number, state: Bucket, errorCode: number | undefined): Promise<number[]> {
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

async function draft({ campaign, name, states, codes }: FollowUp): Promise<Campaign> {
  const asked = states.flatMap((state) => (codes ?? [undefined]).map((code) => peopleIn(campaign.id, state, code)));
  const contactIds = (await Promise.all(asked)).flat().slice(0, AT_MOST);
  const { senderIds, content, delivery, labels } = campaign;
  const { data } = await api.POST('/api/v1/campaigns', {
    body: {
      name: name.slice(0, 200),
      senderIds,
      content,
      labels,
      audience: { contactIds },
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
