import { Button, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Sender } from '@/shared/api/types';
import { decimal, humanize, moment } from '@/shared/format';
import { LimitGauge } from '@/shared/ui/LimitGauge';
import { Page } from '@/shared/ui/Page';
import { Answer } from '@/shared/ui/states';
import { QualityBadge } from '@/shared/ui/badges';
import { limitedBy } from '@/shared/words';
import { DisconnectSender } from './DisconnectSender';
import { OwnThroughput } from './OwnThroughput';

const REFRESH_MS = 3_000;

export function Component() {
  const id = Number(useParams().id);
  const sender = $api.useQuery('get', '/api/v1/senders/{id}', { params: { path: { id } } });
  return <Answer of={sender}>{(answer) => <SenderDetails sender={answer as Sender} />}</Answer>;
}

function SenderDetails({ sender }: { sender: Sender }) {
  return (
    <Page title={sender.name} about={sender.displayPhoneNumber} actions={<Actions sender={sender} />}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Limits id={sender.id} />
        <Paper withBorder p="md">
          <Title order={2} mb="sm">
            At Meta
          </Title>
          <Table>
            <Table.Tbody>
              <Row label="Name shown to people">{sender.verifiedName ?? '–'}</Row>
              <Row label="State">{humanize(sender.status)}</Row>
              <Row label="Quality">
                <QualityBadge quality={sender.quality} />
              </Row>
              <Row label="Phone number id">{sender.phoneNumberId}</Row>
              <Row label="Account id">{sender.wabaId}</Row>
              <Row label="Portfolio id">{sender.portfolioId ?? '–'}</Row>
              <Row label="Last read">{moment(sender.syncedAt)}</Row>
            </Table.Tbody>
          </Table>
        </Paper>
      </SimpleGrid>
    </Page>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{label}</Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}

function Actions({ sender }: { sender: Sender }) {
  const queries = useQueryClient();
  const sync = $api.useMutation('post', '/api/v1/senders/{id}/sync', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/senders/{id}'] }),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} />}
        loading={sync.isPending}
        onClick={() => sync.mutate({ params: { path: { id: sender.id } } })}
      >
        Read from Meta
      </Button>
      <DisconnectSender sender={sender} />
    </>
  );
}

function Limits({ id }: { id: number }) {
  const limits = $api.useQuery(
    'get',
    '/api/v1/senders/{id}/limits',
    { params: { path: { id } } },
    { refetchInterval: REFRESH_MS },
  );
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="sm">
        Limits
      </Title>
      <Answer of={limits}>
        {(now) => (
          <Stack gap="md">
            <LimitGauge limits={now} />
            <Text size="sm">
              Sending {decimal(now.effectivePerSecond ?? 0)} of at most {decimal(now.throughputPerSecond)} messages a
              second{now.limitedBy && now.limitedBy !== 'NONE' ? `; held back by ${limitedBy(now.limitedBy)}` : ''}.
            </Text>
            <OwnThroughput id={id} current={now.throughputPerSecond ?? undefined} />
          </Stack>
        )}
      </Answer>
    </Paper>
  );
}
