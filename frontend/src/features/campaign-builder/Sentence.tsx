import { Text } from '@mantine/core';
import { $api } from '@/shared/api/client';
import { type CampaignDraft, type Preflight, type Sender, itemsOf } from '@/shared/api/types';
import { count, moment } from '@/shared/format';
import { t } from '@/shared/i18n';
import { senderIdOf } from './draft';

/** The whole campaign in one sentence: who, from where, when, until when. */
export function Sentence({ draft, preflight }: { draft: CampaignDraft; preflight: Preflight | undefined }) {
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const sender = itemsOf<Sender>(senders.data).find((s) => s.id === senderIdOf(draft));
  const { matched = 0, messageable = 0 } = preflight?.audience ?? {};
  const who =
    matched > 0 ? t('{{n}} of {{all}} people', { n: count(messageable), all: count(matched) }) : t('Nobody yet');
  const from = sender ? t('from {{sender}}', { sender: sender.displayPhoneNumber ?? sender.name }) : t('no sender yet');
  const { schedule } = draft;
  const when =
    schedule?.type === 'AT' ? `${schedule.at?.replace('T', ' ') ?? '…'} (${schedule.timezone})` : t('at once');
  const finish =
    preflight?.estimatedFinishAt && t('done about {{when}}', { when: moment(preflight.estimatedFinishAt) });
  return (
    <Text fw={550} aria-live="polite" data-testid="sentence">
      {[who, from, when, finish].filter(Boolean).join(', ')}
    </Text>
  );
}
