import { Anchor, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Suspense, lazy } from 'react';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Sender, itemsOf } from '@/shared/api/types';
import { count, decimal } from '@/shared/format';
import { senderState } from '@/shared/words';
import { Page } from '@/shared/ui/Page';
import stacked from '@/shared/ui/stacked.module.css';
import { Answer, EmptyState } from '@/shared/ui/states';
import { QualityBadge } from '@/shared/ui/badges';
import { t } from '@/shared/i18n';

const ConnectSender = lazy(() => import('./ConnectSender').then((m) => ({ default: m.ConnectSender })));

export function Component() {
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const [open, dialog] = useDisclosure();
  return (
    <Page
      title={t('Senders')}
      about={t('WhatsApp business phone numbers')}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          {t('Connect a number')}
        </Button>
      }
    >
      <Suspense>{open && <ConnectSender onClose={dialog.close} />}</Suspense>
      <Answer of={senders}>{(page) => <SenderTable senders={itemsOf<Sender>(page)} />}</Answer>
    </Page>
  );
}

function SenderTable({ senders }: { senders: Sender[] }) {
  if (senders.length === 0)
    return (
      <EmptyState title={t('No number is connected')}>
        <Text c="dimmed">{t('Connect the first one to send with it.')}</Text>
      </EmptyState>
    );
  return (
    <Table verticalSpacing="sm" highlightOnHover className={stacked.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('Sender')}</Table.Th>
          <Table.Th>{t('Number')}</Table.Th>
          <Table.Th>{t('State at Meta')}</Table.Th>
          <Table.Th>{t('Quality')}</Table.Th>
          <Table.Th>{t('Limit in 24 hours')}</Table.Th>
          <Table.Th>{t('Messages a second')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {senders.map((sender) => (
          <Table.Tr key={sender.id}>
            <Table.Td>
              <Anchor component={Link} to={`/senders/${sender.id}`} fw={600}>
                {sender.name}
              </Anchor>
            </Table.Td>
            <Table.Td data-label={t('Number')}>{sender.displayPhoneNumber ?? '–'}</Table.Td>
            <Table.Td data-label={t('State at Meta')}>{senderState(sender.status)}</Table.Td>
            <Table.Td data-label={t('Quality')}>
              <QualityBadge quality={sender.quality} />
            </Table.Td>
            <Table.Td data-label={t('Limit in 24 hours')}>
              {sender.messagingLimit == null ? t('Unlimited') : count(sender.messagingLimit)}
            </Table.Td>
            <Table.Td data-label={t('Messages a second')}>{decimal(sender.throughputPerSecond)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
