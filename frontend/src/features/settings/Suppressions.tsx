import { Button, Group, Stack, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { $api, api } from '@/shared/api/client';
import { fieldError, wordsOf } from '@/shared/api/problem';
import type { Schemas } from '@/shared/api/types';
import { humanize, moment } from '@/shared/format';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';
import { Answer, Nothing } from '@/shared/ui/states';
import { usePages } from '@/shared/usePages';
import { message, t } from '@/shared/i18n';

type Suppression = Schemas['SuppressionView'];

const LIMIT = 20;
const KEY = ['pages', '/api/v1/suppressions'];

const REASONS: Record<string, string> = {
  OPTED_OUT: message('Opted out'),
  MANUAL: message('Put here by you'),
  ERASED: message('Erased on request'),
};

/** Those who get nothing, whatever list they are on. */
export function Suppressions() {
  const list = usePages<Suppression>(['/api/v1/suppressions'], async (cursor) => {
    const { data } = await api.GET('/api/v1/suppressions', { params: { query: { limit: LIMIT, cursor } } });
    return data;
  });
  return (
    <Stack>
      <Text size="sm">{t('These phones get nothing, whatever group or file they are in.')}</Text>
      <AddPhone />
      <Answer of={{ data: list.rows, error: list.error, refetch: list.refetch }}>
        {(rows) => (rows.length === 0 ? <Nothing>{t('Nobody is on the list')}</Nothing> : <Listed rows={rows} />)}
      </Answer>
      {list.hasNextPage && (
        <Group>
          <Button variant="default" size="xs" loading={list.isFetching} onClick={() => void list.fetchNextPage()}>
            {t('Earlier')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function AddPhone() {
  const [phone, setPhone] = useState('');
  const queries = useQueryClient();
  const add = $api.useMutation('post', '/api/v1/suppressions', {
    meta: { inline: true },
    onSuccess: async () => {
      setPhone('');
      await queries.invalidateQueries({ queryKey: KEY });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ body: { phone: phone.trim(), scope: 'ALL' } });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-start" gap="xs">
        <TextInput
          aria-label={t('Phone that gets nothing')}
          placeholder="+91 98765 43210"
          type="tel"
          value={phone}
          error={fieldError(add.error, 'phone') ?? (add.error ? wordsOf(add.error) : undefined)}
          onChange={(e) => setPhone(e.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!phone.trim()} loading={add.isPending}>
          {t('Put on the list')}
        </Button>
      </Group>
    </form>
  );
}

const Listed = ({ rows }: { rows: Suppression[] }) => (
  <Table.ScrollContainer minWidth={520} maw={860}>
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('Phone')}</Table.Th>
          <Table.Th>{t('What they do not get')}</Table.Th>
          <Table.Th>{t('Why')}</Table.Th>
          <Table.Th>{t('Since')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('Remove')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>{one.phone ?? t('Erased')}</Table.Td>
            <Table.Td>{one.scope === 'MARKETING' ? t('Marketing') : t('Anything')}</Table.Td>
            <Table.Td>{REASONS[one.reason ?? ''] ? t(REASONS[one.reason ?? ''] ?? '') : humanize(one.reason)}</Table.Td>
            <Table.Td>{moment(one.createdAt)}</Table.Td>
            <Table.Td ta="right">
              <TakeOff suppression={one} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);

function TakeOff({ suppression: { id = 0, phone } }: { suppression: Suppression }) {
  const queries = useQueryClient();
  const remove = $api.useMutation('delete', '/api/v1/suppressions/{id}', {
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <ConfirmButton
      label={t('Remove')}
      question={t('Take {{phone}} off the list?', { phone: phone ?? t('Erased') })}
      consequence={t('They can be written to again, as far as they have consented.')}
      confirm={t('Take off the list')}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { path: { id } } })}
    />
  );
}
