import { Paper, Table } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Contact } from '@/shared/api/types';
import { humanize, moment } from '@/shared/format';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';
import { Page } from '@/shared/ui/Page';
import { Answer } from '@/shared/ui/states';
import { consent } from '@/shared/words';
import { t } from '@/shared/i18n';

export function Component() {
  const id = Number(useParams().id);
  const contact = $api.useQuery('get', '/api/v1/contacts/{id}', { params: { path: { id } } });
  return <Answer of={contact}>{(answer) => <Details contact={answer as Contact} />}</Answer>;
}

function Details({ contact }: { contact: Contact }) {
  return (
    <Page title={contact.name ?? contact.phone} about={contact.phone} actions={<Delete contact={contact} />}>
      <Paper withBorder p="md" maw={680}>
        <Table verticalSpacing="xs">
          <Table.Tbody>
            <Row label={t('Marketing messages')}>{consent(contact.consent?.marketing)}</Row>
            <Row label={t('Utility messages')}>{consent(contact.consent?.utility)}</Row>
            <Row label={t('Tags')}>{contact.tags?.join(', ') || '–'}</Row>
            <Row label={t('Language')}>{contact.language ?? '–'}</Row>
            <Row label={t('Country')}>{contact.country ?? '–'}</Row>
            <Row label={t('Time zone')}>{contact.timezone ?? '–'}</Row>
            <Row label={t('External id')}>{contact.externalId ?? '–'}</Row>
            {Object.entries(contact.attributes ?? {}).map(([key, value]) => (
              <Row key={key} label={humanize(key)}>
                {Array.isArray(value) ? value.join(', ') : String(value)}
              </Row>
            ))}
            <Row label={t('Created')}>{moment(contact.createdAt)}</Row>
          </Table.Tbody>
        </Table>
      </Paper>
    </Page>
  );
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
