import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Campaign, Stats } from '@/shared/api/types';
import { count } from '@/shared/format';
import { t } from '@/shared/i18n';
import { useTold } from '@/shared/told/told';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';

interface NeedsYouProps {
  campaign: Campaign;
  stats: Stats | undefined;
}

/** What only a person can decide; nothing is shown while there is nothing. */
export function NeedsYou({ campaign, stats }: NeedsYouProps) {
  const unconfirmed = stats?.buckets?.unconfirmed ?? 0;
  const duplicates = stats?.duplicates ?? 0;
  const stopped = stoppedByMeta(campaign, stats);
  if (unconfirmed + duplicates === 0 && !stopped) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('Needs you')}>
      {stopped && <Stopped campaign={campaign} />}
      {unconfirmed > 0 && <Unconfirmed campaign={campaign} n={unconfirmed} />}
      {duplicates > 0 && (
        <Alert color="yellow" variant="outline">
          {t('{{n}} people got the message more than once, because the first was given up too early.', {
            n: count(duplicates),
            count: duplicates,
          })}
        </Alert>
      )}
    </Stack>
  );
}

const stoppedByMeta = ({ state, stateReason }: Campaign, stats: Stats | undefined) =>
  state === 'PAUSED' && stateReason?.by === 'META' && (stats?.state ?? state) === state;

/** Meta's codes that speak of the template, from 132000 on; the others speak of the number. */
const ofTemplate = (code: string | undefined) => /^META_132\d{3}$/.test(code ?? '');

/** It stands still until somebody has looked after the template or the number. */
function Stopped({ campaign: { stateReason: reason, content, senderIds } }: { campaign: Campaign }) {
  const told = useTold();
  const template = ofTemplate(reason?.code);
  const id = template ? content?.[0]?.templateId : senderIds?.[0];
  return (
    <Alert
      color="orange"
      variant="outline"
      icon={<IconAlertTriangle size={18} />}
      title={reason?.message && told(reason.message)}
    >
      {reason?.action && (
        <Text size="sm" mb="sm">
          {told(reason.action)}
        </Text>
      )}
      {id !== undefined && (
        <Button component={Link} to={template ? `/templates/${id}` : `/senders/${id}`} variant="default" size="xs">
          {template ? t('Look at the template') : t('Look at the sender')}
        </Button>
      )}
    </Alert>
  );
}

/** Messages of which nobody will ever know whether they arrived. */
function Unconfirmed({ campaign, n }: { campaign: Campaign; n: number }) {
  const queries = useQueryClient();
  const decide = $api.useMutation('post', '/api/v1/campaigns/{id}/unconfirmed', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/campaigns/{id}'] }),
  });
  const choose = (action: 'RESEND' | 'GIVE_UP') => () =>
    decide.mutate({ params: { path: { id: campaign.id } }, body: { action } });
  return (
    <Alert
      color="orange"
      variant="outline"
      icon={<IconAlertTriangle size={18} />}
      title={t('Nobody knows whether {{n}} messages arrived', { n: count(n), count: n })}
    >
      <Text size="sm" mb="sm">
        {t(
          'The connection broke while they were sent, and no word of them came since. A word that still comes is counted.',
        )}
      </Text>
      <Group gap="xs">
        <ConfirmButton
          label={t('Send again')}
          question={t('Send {{n}} messages again?', { n: count(n), count: n })}
          consequence={t('Whoever did get the first one gets it twice, and each message that arrives is charged.')}
          confirm={t('Send {{n}} again', { n: count(n), count: n })}
          pending={decide.isPending}
          onConfirm={choose('RESEND')}
        />
        <ConfirmButton
          label={t('Give up')}
          question={t('Give {{n}} messages up?', { n: count(n), count: n })}
          consequence={t('They count as failed. If WhatsApp reports a delivery after all, they count as delivered.')}
          confirm={t('Give {{n}} up', { n: count(n), count: n })}
          pending={decide.isPending}
          onConfirm={choose('GIVE_UP')}
        />
      </Group>
    </Alert>
  );
}
