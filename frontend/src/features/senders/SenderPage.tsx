import { Alert, Button, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import { useParams } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Sender } from '@/shared/api/types';
import { decimal, moment } from '@/shared/format';
import { HistoryList } from '@/shared/ui/HistoryList';
import { LimitGauge } from '@/shared/ui/LimitGauge';
import { Page } from '@/shared/ui/Page';
import { Answer } from '@/shared/ui/states';
import { QualityBadge } from '@/shared/ui/badges';
import { limitedBy, senderState } from '@/shared/words';
import { t } from '@/shared/i18n';
import { Row } from './Row';

const ChangeSender = lazy(() => import('./ChangeSender').then((m) => ({ default: m.ChangeSender })));
const DisconnectSender = lazy(() => import('./DisconnectSender').then((m) => ({ default: m.DisconnectSender })));
const MarketingRoad = lazy(() => import('./MarketingRoad').then((m) => ({ default: m.MarketingRoad })));
const OwnThroughput = lazy(() => import('./OwnThroughput').then((m) => ({ default: m.OwnThroughput })));
const PortfolioCard = lazy(() => import('./PortfolioCard').then((m) => ({ default: m.PortfolioCard })));
const ProviderCard = lazy(() => import('./ProviderCard').then((m) => ({ default: m.ProviderCard })));

const REFRESH_MS = 3_000;

export function Component() {
  const id = Number(useParams().id);
  const sender = $api.useQuery('get', '/api/v1/senders/{id}', { params: { path: { id } } });
  return <Answer of={sender}>{(answer) => <SenderDetails sender={answer as Sender} />}</Answer>;
}

function SenderDetails({ sender }: { sender: Sender }) {
  return (
    <Page title={sender.name} about={sender.displayPhoneNumber} actions={<Actions sender={sender} />}>
      <Unusable sender={sender} />
      <Restricted sender={sender} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Limits sender={sender} />
        <Paper withBorder p="md">
          <Title order={2} mb="sm">
            {t('At Meta')}
          </Title>
          <Table>
            <Table.Tbody>
              <Row label={t('Name shown to people')}>{sender.verifiedName ?? '–'}</Row>
              <Row label={t('State')}>{senderState(sender.status)}</Row>
              <Row label={t('Quality')}>
                <QualityBadge quality={sender.quality} />
              </Row>
              <Row label={t('Phone number id')}>{sender.phoneNumberId}</Row>
              <Row label={t('Account id')}>{sender.wabaId}</Row>
              <Row label={t('Portfolio id')}>{sender.portfolioId ?? '–'}</Row>
              <Row label={t('Last read')}>{moment(sender.syncedAt)}</Row>
            </Table.Tbody>
          </Table>
        </Paper>
        <Suspense>
          <ProviderCard sender={sender} />
        </Suspense>
        <Suspense>{sender.portfolioId && <PortfolioCard id={sender.portfolioId} />}</Suspense>
      </SimpleGrid>
      <section aria-labelledby="events">
        <Title order={2} id="events" mb="sm">
          {t('What happened')}
        </Title>
        <HistoryList of="senders" id={sender.id} moved={sender.syncedAt} />
      </section>
    </Page>
  );
}

function Unusable({ sender: { trouble } }: { sender: Sender }) {
  if (!trouble) return null;
  return (
    <Alert color="red" variant="outline" title={t('This number cannot be used')} role="alert">
      {trouble}
    </Alert>
  );
}

/** What Meta forbids this number, and until when. */
function Restricted({ sender: { restriction } }: { sender: Sender }) {
  if (!restriction?.message) return null;
  return (
    <Alert color="red" variant="outline" title={restriction.message} role="alert">
      {[
        restriction.since && t('Since {{when}}.', { when: moment(restriction.since) }),
        restriction.until && t('Until {{when}}.', { when: moment(restriction.until) }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Alert>
  );
}

function Actions({ sender }: { sender: Sender }) {
  const queries = useQueryClient();
  const [open, dialog] = useDisclosure();
  const sync = $api.useMutation('post', '/api/v1/senders/{id}/sync', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/senders/{id}'] }),
  });
  return (
    <>
      <Suspense>{open && <ChangeSender sender={sender} onClose={dialog.close} />}</Suspense>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={dialog.open}>
        {t('Edit')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} />}
        loading={sync.isPending}
        onClick={() => sync.mutate({ params: { path: { id: sender.id } } })}
      >
        {t('Read from Meta')}
      </Button>
      <Suspense>
        <DisconnectSender sender={sender} />
      </Suspense>
    </>
  );
}

function Limits({ sender }: { sender: Sender }) {
  const limits = $api.useQuery(
    'get',
    '/api/v1/senders/{id}/limits',
    { params: { path: { id: sender.id } } },
    { refetchInterval: REFRESH_MS },
  );
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="sm">
        {t('Limits')}
      </Title>
      <Answer of={limits}>
        {(now) => (
          <Stack gap="md">
            <LimitGauge limits={now} />
            <Text size="sm">
              {t('Sending {{n}} of at most {{most}} messages a second.', {
                n: decimal(now.effectivePerSecond ?? 0),
                most: decimal(now.throughputPerSecond),
              })}{' '}
              {now.limitedBy &&
                now.limitedBy !== 'NONE' &&
                t('Held back by {{what}}.', { what: limitedBy(now.limitedBy) })}
            </Text>
            <Suspense>
              <OwnThroughput id={sender.id} current={now.throughputPerSecond ?? undefined} />
              <MarketingRoad sender={sender} />
            </Suspense>
          </Stack>
        )}
      </Answer>
    </Paper>
  );
}
