import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useThrottledValue } from '@mantine/hooks';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '@/shared/api/client';
import type { Recipient } from '@/shared/api/types';
import { BUCKET, BUCKETS, bucketOf } from '@/shared/buckets';
import { useErrorCodes } from '@/shared/errorCodes';
import { count, moment } from '@/shared/format';
import { t } from '@/shared/i18n';
import { BucketName } from '@/shared/ui/BucketBar';
import { withQuery } from '@/shared/ui/Pager';
import { type Column, VirtualTable } from '@/shared/ui/VirtualTable';
import { Answer, EmptyState } from '@/shared/ui/states';
import { usePages } from '@/shared/usePages';
import { skipReason } from '@/shared/words';
import { RecipientDrawer } from './RecipientDrawer';

const LIMIT = 100;
const AT_MOST_EVERY_MS = 1_500;
/** What is read anew while counts move; whoever has scrolled further down reads on in peace. */
const REFRESHED_PAGES = 3;

interface RecipientsProps {
  campaignId: number;
  /** Of the counts: while it stands still, so does this table. */
  version: number | undefined;
}

export function Recipients({ campaignId, version }: RecipientsProps) {
  const [params] = useSearchParams();
  const [opened, setOpened] = useState<number>();
  const state = params.get('state') ?? undefined;
  const errorCode = params.get('errorCode')?.split(',').map(Number);
  const reason = params.get('reason') ?? undefined;
  const phone = params.get('phone') ?? undefined;
  const pages = usePages<Recipient>(['recipients', campaignId, state, errorCode, reason, phone], async (cursor) => {
    const query = { state, errorCode, reason, phone, limit: LIMIT, cursor };
    const { data } = await api.GET('/api/v1/campaigns/{id}/recipients', {
      params: { path: { id: campaignId }, query },
    });
    return data;
  });
  const moved = useThrottledValue(version, AT_MOST_EVERY_MS);
  const { refetch, fetchNextPage } = pages;
  const few = (pages.data?.pages.length ?? 0) <= REFRESHED_PAGES;
  useEffect(() => {
    if (moved !== undefined && few) void refetch();
  }, [moved, few, refetch]);
  const explain = useErrorCodes();
  return (
    <>
      <Filters campaignId={campaignId} key={phone ?? ''} />
      <Answer of={{ data: pages.rows, error: pages.error, refetch }}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('Nobody here')} />
          ) : (
            <VirtualTable
              label={t('Recipients')}
              columns={columns(explain)}
              rows={rows}
              keyOf={(r) => r.seq ?? r.phone}
              hasMore={pages.hasNextPage}
              loading={pages.isFetchingNextPage}
              loadMore={() => void fetchNextPage()}
              onOpen={(r) => setOpened(r.seq)}
            />
          )
        }
      </Answer>
      <RecipientDrawer recipient={pages.rows?.find((r) => r.seq === opened)} onClose={() => setOpened(undefined)} />
    </>
  );
}

type Explain = ReturnType<typeof useErrorCodes>;

const columns = (explain: Explain): Column<Recipient>[] => [
  { header: t('Phone'), width: '150px', cell: (r) => r.phone ?? '–' },
  { header: t('Name'), width: '1fr', cell: (r) => r.name ?? '–' },
  { header: t('State'), width: '150px', cell: (r) => <BucketName bucket={bucketOf(r.state)} /> },
  { header: t('Last change'), width: '170px', cell: (r) => moment(lastChange(r)) },
  { header: t('Tries'), width: '84px', cell: (r) => count(r.attempts) },
  { header: t('Why'), width: '2fr', cell: (r) => why(r, explain) },
];

export const lastChange = (r: Recipient) =>
  r.readAt ?? r.deliveredAt ?? r.failedAt ?? r.sentAt ?? r.acceptedAt ?? r.triedAt;

function why(recipient: Recipient, explain: Explain) {
  if (recipient.reason) return skipReason(recipient.reason);
  if (!recipient.errorCode) return null;
  const words = explain(recipient.errorCode)?.meaning ?? t('Refused by WhatsApp');
  return (
    <Text span inherit title={words}>
      {words}
    </Text>
  );
}

/** What is in the address decides what is shown; the export takes the same. */
function Filters({ campaignId }: { campaignId: number }) {
  const [params] = useSearchParams();
  const [phone, setPhone] = useState(params.get('phone') ?? '');
  const navigate = useNavigate();
  const go = (changes: Record<string, string | null>) =>
    void navigate(withQuery(params, changes), { preventScrollReset: true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go({ phone: phone.trim() });
  };
  const asked = new URLSearchParams(
    ['state', 'errorCode', 'reason', 'phone'].flatMap((key) =>
      (params.get(key)?.split(',') ?? []).filter(Boolean).map((value) => [key, value]),
    ),
  );
  return (
    <Group mb="sm" gap="xs" justify="space-between">
      <Group gap="xs">
        <Select
          aria-label={t('State of the recipients')}
          placeholder={t('All states')}
          clearable
          size="xs"
          value={params.get('state')}
          data={BUCKETS.map((bucket) => ({ value: bucket, label: t(BUCKET[bucket].label) }))}
          onChange={(state) => go({ state, errorCode: null, reason: null })}
        />
        <form onSubmit={submit} role="search">
          <TextInput
            aria-label={t('Whole phone number')}
            placeholder={t('Phone, with its +')}
            size="xs"
            leftSection={<IconSearch size={14} />}
            value={phone}
            onChange={(e) => setPhone(e.currentTarget.value)}
          />
        </form>
        {params.get('errorCode') && (
          <Button size="xs" variant="default" onClick={() => go({ errorCode: null })}>
            {t('Code {{code}} only: show all', { code: params.get('errorCode')?.replaceAll(',', ', ') })}
          </Button>
        )}
        {params.get('reason') && (
          <Button size="xs" variant="default" onClick={() => go({ reason: null })}>
            {t('{{reason}} only: show all', { reason: skipReason(params.get('reason') ?? '') })}
          </Button>
        )}
      </Group>
      <Button
        component="a"
        href={`/api/v1/campaigns/${campaignId}/recipients/export?${asked}`}
        download
        size="xs"
        variant="default"
        leftSection={<IconDownload size={14} />}
      >
        {t('Export as CSV')}
      </Button>
    </Group>
  );
}
