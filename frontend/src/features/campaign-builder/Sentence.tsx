import { Anchor, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type CampaignDraft, type Preflight, type Sender, itemsOf } from '@/shared/api/types';
import { count, moment, wallTime } from '@/shared/format';
import { Rich } from '@/shared/ui/Rich';
import { withQuery } from '@/shared/ui/Pager';
import { t } from '@/shared/i18n';
import { senderIdOf } from './draft';

/** The whole campaign in one sentence: who, from where, when, until when; who and until when lead to what is behind them. */
export function Sentence({ draft, preflight }: { draft: CampaignDraft; preflight: Preflight | undefined }) {
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const [params] = useSearchParams();
  const sender = itemsOf<Sender>(senders.data).find((s) => s.id === senderIdOf(draft));
  const { matched = 0, messageable = 0 } = preflight?.audience ?? {};
  const who =
    matched > 0
      ? t('<sample>{{n}} of {{all}} people</sample>', { n: count(messageable), all: count(matched) })
      : t('Nobody yet');
  const from = sender ? t('from {{sender}}', { sender: sender.displayPhoneNumber ?? sender.name }) : t('no sender yet');
  const { schedule } = draft;
  const when = schedule?.type === 'AT' ? wallTime(schedule.at, schedule.timezone) : t('at once');
  const finish =
    preflight?.estimatedFinishAt &&
    t('<estimate>done about {{when}}</estimate>', { when: moment(preflight.estimatedFinishAt) });
  const look = (name: string) => (words: string) => (
    <Anchor component={Link} to={withQuery(params, { step: 'check', look: name })} inherit>
      {words}
    </Anchor>
  );
  return (
    <Text fw={550} aria-live="polite" data-testid="sentence">
      <Rich
        text={[who, from, when, finish].filter(Boolean).join(', ')}
        as={{ sample: look('sample'), estimate: look('estimate') }}
      />
    </Text>
  );
}
