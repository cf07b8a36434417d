import { Anchor, Drawer, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Recipient } from '@/shared/api/types';
import { BUCKET, bucketOf } from '@/shared/buckets';
import { useErrorCodes } from '@/shared/errorCodes';
import { count, momentExact } from '@/shared/format';
import { t } from '@/shared/i18n';
import { BucketName } from '@/shared/ui/BucketBar';
import { skipReason } from '@/shared/words';

/** One person: how the message stands, its tries and times, and why. */
export function RecipientDrawer({ recipient, onClose }: { recipient: Recipient | undefined; onClose: () => void }) {
  return (
    <Drawer
      opened={recipient !== undefined}
      onClose={onClose}
      position="right"
      title={recipient?.name ?? recipient?.phone ?? ''}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      {recipient && <Story recipient={recipient} />}
    </Drawer>
  );
}

function Story({ recipient: r }: { recipient: Recipient }) {
  const times: [string, string | undefined][] = [
    [t('Last try'), r.triedAt],
    [t('Accepted'), r.acceptedAt],
    [t('Sent'), r.sentAt],
    [t('Delivered'), r.deliveredAt],
    [t('Read'), r.readAt],
    [t('Failed'), r.failedAt],
  ];
  return (
    <Stack gap="sm">
      <BucketName bucket={bucketOf(r.state)} />
      <Text size="sm">{t(BUCKET[bucketOf(r.state)].meaning)}</Text>
      <Why recipient={r} />
      <Table>
        <Table.Tbody>
          <Row label={t('Phone')} value={r.phone} />
          <Row label={t('Tries')} value={count(r.attempts)} />
          {times.map(([label, at]) => at && <Row key={label} label={label} value={momentExact(at)} />)}
        </Table.Tbody>
      </Table>
      {r.contactId && (
        <Anchor component={Link} to={`/contacts/${r.contactId}`}>
          {t('Open the contact')}
        </Anchor>
      )}
    </Stack>
  );
}

const Row = ({ label, value }: { label: string; value: string | undefined }) => (
  <Table.Tr>
    <Table.Th scope="row">{label}</Table.Th>
    <Table.Td>{value}</Table.Td>
  </Table.Tr>
);

function Why({ recipient }: { recipient: Recipient }) {
  const explain = useErrorCodes();
  if (recipient.reason) return <Text size="sm">{skipReason(recipient.reason)}</Text>;
  if (!recipient.errorCode) return null;
  const entry = explain(recipient.errorCode);
  return (
    <div>
      <Text size="sm" fw={600}>
        {entry?.meaning ?? t('Refused by WhatsApp')}
      </Text>
      <Text size="sm">{entry?.advice}</Text>
      <Text size="xs" c="dimmed">
        {t('Code {{code}}', { code: recipient.errorCode })}
      </Text>
    </div>
  );
}
