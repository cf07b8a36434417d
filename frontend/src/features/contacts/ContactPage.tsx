import { Button, Paper, Table, Tabs } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, lazy, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { $api, api } from '@/shared/api/client';
import type { Contact } from '@/shared/api/types';
import { countryName, humanize, languageName, moment } from '@/shared/format';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';
import { Page } from '@/shared/ui/Page';
import { withQuery } from '@/shared/ui/Pager';
import { Answer, LoadingState } from '@/shared/ui/states';
import { consent } from '@/shared/words';
import { t } from '@/shared/i18n';

const ConsentHistory = lazy(() => import('./ConsentHistory').then((m) => ({ default: m.ConsentHistory })));
const ReplyList = lazy(() => import('@/shared/ui/ReplyList').then((m) => ({ default: m.ReplyList })));
const TimeLine = lazy(() => import('./TimeLine').then((m) => ({ default: m.TimeLine })));
const EditContact = lazy(() => import('./EditContact').then((m) => ({ default: m.EditContact })));

export function Component() {
  const id = Number(useParams().id);
  const contact = useQuery({
    queryKey: ['contact', id],
    queryFn: async () => {
      const { data, response } = await api.GET('/api/v1/contacts/{id}', { params: { path: { id } } });
      return { contact: data as Contact, etag: response.headers.get('ETag') };
    },
  });
  return <Answer of={contact}>{(opened) => <Opened key={id} {...opened} />}</Answer>;
}

function Opened({ contact, etag }: { contact: Contact; etag: string | null }) {
  // Its version as well: it may be read anew while somebody writes.
  const [edited, setEdited] = useState<{ contact: Contact; etag: string | null }>();
  return (
    <Page
      title={contact.name ?? contact.phone}
      about={contact.phone}
      actions={
        <>
          <Erase contact={contact} />
          <Delete contact={contact} />
          {!edited && <Button onClick={() => setEdited({ contact, etag })}>{t('Edit')}</Button>}
        </>
      }
    >
      <Suspense fallback={<LoadingState />}>
        {edited ? <EditContact {...edited} onClose={() => setEdited(undefined)} /> : <Details contact={contact} />}
      </Suspense>
      <Past contact={contact} />
    </Page>
  );
}

/** What was said and what happened, each with its own address. */
function Past({ contact }: { contact: Contact }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const tab = params.get('tab') ?? 'timeline';
  const show = (next: string | null) => void navigate(withQuery(params, { tab: next }), { preventScrollReset: true });
  return (
    <Tabs value={tab} onChange={show} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="timeline">{t('Time line')}</Tabs.Tab>
        <Tabs.Tab value="replies">{t('Replies')}</Tabs.Tab>
        <Tabs.Tab value="consent">{t('Consent')}</Tabs.Tab>
      </Tabs.List>
      <Suspense fallback={<LoadingState />}>
        <Tabs.Panel value="timeline" pt="md">
          <TimeLine contactId={contact.id} />
        </Tabs.Panel>
        <Tabs.Panel value="replies" pt="md">
          <ReplyList of="contacts" id={contact.id} />
        </Tabs.Panel>
        <Tabs.Panel value="consent" pt="md">
          <ConsentHistory contactId={contact.id} moved={contact.updatedAt} />
        </Tabs.Panel>
      </Suspense>
    </Tabs>
  );
}

function Details({ contact }: { contact: Contact }) {
  return (
    <Paper withBorder p="md" maw={680}>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          <Row label={t('Marketing messages')}>{consent(contact.consent?.marketing)}</Row>
          <Row label={t('Utility messages')}>{consent(contact.consent?.utility)}</Row>
          <Row label={t('Tags')}>{contact.tags?.join(', ') || '–'}</Row>
          <Row label={t('Language')}>{contact.language ? languageName(contact.language) : '–'}</Row>
          <Row label={t('Country')}>{contact.country ? countryName(contact.country) : '–'}</Row>
          <Row label={t('Time zone')}>{contact.timezone ?? '–'}</Row>
          <Row label={t('External id')}>{contact.externalId ?? '–'}</Row>
          {Object.entries(contact.attributes ?? {}).map(([key, value]) => (
            <Row key={key} label={humanize(key)}>
              {shown(value)}
            </Row>
          ))}
          <Row label={t('Created')}>{moment(contact.createdAt)}</Row>
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  return Array.isArray(value) ? value.join(', ') : String(value);
}

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <Table.Tr>
    <Table.Th scope="row" w={200}>
      {label}
    </Table.Th>
    <Table.Td>{children}</Table.Td>
  </Table.Tr>
);

function Delete({ contact }: { contact: Contact }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = $api.useMutation('delete', '/api/v1/contacts/{id}', {
    onSuccess: async () => {
      await navigate('/contacts');
      await queries.invalidateQueries({ queryKey: ['pages', '/api/v1/contacts'] });
    },
  });
  return (
    <ConfirmButton
      label={t('Delete')}
      question={t('Delete “{{name}}”?', { name: contact.name ?? contact.phone })}
      consequence={t('The contact leaves all groups. This cannot be undone.')}
      confirm={t('Delete the contact')}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { path: { id: contact.id } } })}
    />
  );
}

/** For whoever asks to be forgotten. */
function Erase({ contact }: { contact: Contact }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const erase = $api.useMutation('post', '/api/v1/contacts/{id}/erase', {
    onSuccess: async () => {
      await navigate('/contacts');
      await queries.invalidateQueries({ queryKey: ['pages', '/api/v1/contacts'] });
    },
  });
  return (
    <ConfirmButton
      label={t('Erase')}
      question={t('Erase all about “{{name}}”?', { name: contact.name ?? contact.phone })}
      consequence={t(
        'Nothing that identifies the person stays; the counts of campaigns do. The phone is never written to again. This cannot be undone.',
      )}
      confirm={t('Erase the person')}
      pending={erase.isPending}
      onConfirm={() => erase.mutate({ params: { path: { id: contact.id } } })}
    />
  );
}
