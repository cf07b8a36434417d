import { Anchor, Group, Select, Table, Text } from '@mantine/core';
import { useThrottledValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Recipient, itemsOf } from '@/shared/api/types';
import { BUCKET, BUCKETS, bucketOf } from '@/shared/buckets';
import { useErrorCodes } from '@/shared/errorCodes';
import { moment } from '@/shared/format';
import { BucketName } from '@/shared/ui/BucketBar';
import { Pager, withQuery } from '@/shared/ui/Pager';
import { Answer, EmptyState } from '@/shared/ui/states';
import { skipReason } from '@/shared/words';

const LIMIT = 25;
const AT_MOST_EVERY_MS = 1_500;

interface RecipientsProps {
  campaignId: number;
  /** Of the counts: while it stands still, so does this table. */
  version: number | undefined;
}

export function Recipients({ campaignId, version }: RecipientsProps) {
  const [params] = useSearchParams();
  const state = params.get('state');
  const errorCode = params.get('errorCode');
  const recipients = $api.useQuery(
    'get',
    '/api/v1/campaigns/{id}/recipients',
    {
      params: {
        path: { id: campaignId },
        query: {
          state: state ?? undefined,
          errorCode: errorCode ? Number(errorCode) : undefined,
          limit: LIMIT,
          cursor: params.get('cursor') ?? undefined,
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
  const moved = useThrottledValue(version, AT_MOST_EVERY_MS);
  const { refetch } = recipients;
  useEffect(() => {
    if (moved !== undefined) void refetch();
  }, [moved, refetch]);
  return (
    <>
      <BucketFilter chosen={state} />
      <Answer of={recipients}>
        {(page) => (
          <>
            <RecipientTable recipients={itemsOf<Recipient>(page)} />
            <Pager nextCursor={page.nextCursor} />
          </>
        )}
      </Answer>
    </>
  );
}

function BucketFilter({ chosen }: { chosen: string | null }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  return (
    <Group mb="sm">
      <Select
        aria-label="State of the recipients"
        placeholder="All states"
        clearable
        size="xs"
        value={chosen}
        data={BUCKETS.map((bucket) => ({ value: bucket, label: BUCKET[bucket].label }))}
        onChange={(state) => void navigate(withQuery(params, { state, errorCode: null }), { preventScrollReset: true })}
      />
    </Group>
  );
}

function RecipientTable({ recipients }: { recipients: Recipient[] }) {
  if (recipients.length === 0) return <EmptyState title="Nobody here" />;
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Phone</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Last change</Table.Th>
            <Table.Th>Tries</Table.Th>
            <Table.Th>Why</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {recipients.map((recipient) => (
            <Table.Tr key={recipient.phone}>
              <Table.Td>
                {recipient.contactId ? (
                  <Anchor component={Link} to={`/contacts/${recipient.contactId}`} size="sm">
                    {recipient.phone}
                  </Anchor>
                ) : (
                  recipient.phone
                )}
              </Table.Td>
              <Table.Td>
                <BucketName bucket={bucketOf(recipient.state)} />
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{moment(lastChange(recipient))}</Table.Td>
              <Table.Td>{recipient.attempts}</Table.Td>
              <Table.Td>
                <Why recipient={recipient} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const lastChange = (r: Recipient) => r.readAt ?? r.deliveredAt ?? r.failedAt ?? r.sentAt ?? r.acceptedAt ?? r.triedAt;

function Why({ recipient }: { recipient: Recipient }) {
  const explain = useErrorCodes();
  if (recipient.reason) return <Text size="sm">{skipReason(recipient.reason)}</Text>;
  if (!recipient.errorCode) return null;
  return (
    <Text size="sm">{`${explain(recipient.errorCode)?.meaning ?? 'Refused by WhatsApp'} (code ${recipient.errorCode})`}</Text>
  );
}
