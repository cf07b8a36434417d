import { ActionIcon, Anchor, Table, VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Contact, type Group, itemsOf } from '@/shared/api/types';
import { people } from '@/shared/format';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';
import { Page } from '@/shared/ui/Page';
import { Pager } from '@/shared/ui/Pager';
import { Answer, EmptyState } from '@/shared/ui/states';
import { t } from '@/shared/i18n';
import { AddMembers } from './AddMembers';
import { useMembersChanged } from './useMembersChanged';

export function Component() {
  const id = Number(useParams().id);
  const group = $api.useQuery('get', '/api/v1/groups/{id}', { params: { path: { id } } });
  return <Answer of={group}>{(answer) => <Details group={answer as Group} />}</Answer>;
}

function Details({ group }: { group: Group }) {
  const [params] = useSearchParams();
  const members = $api.useQuery('get', '/api/v1/groups/{id}/members', {
    params: { path: { id: group.id }, query: { limit: 50, cursor: params.get('cursor') ?? undefined } },
  });
  return (
    <Page title={group.name} about={people(group.memberCount)} actions={<Delete group={group} />}>
      <AddMembers groupId={group.id} />
      <Answer of={members}>
        {(page) => (
          <>
            <Members groupId={group.id} members={itemsOf<Contact>(page)} />
            <Pager nextCursor={page.nextCursor} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Delete({ group }: { group: Group }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = $api.useMutation('delete', '/api/v1/groups/{id}', {
    onSuccess: async () => {
      await navigate('/groups');
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/groups'] });
    },
  });
  return (
    <ConfirmButton
      label={t('Delete')}
      question={t('Delete “{{name}}”?', { name: group.name })}
      consequence={t('The people in it stay as contacts.')}
      confirm={t('Delete the group')}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { path: { id: group.id } } })}
    />
  );
}

function Members({ groupId, members }: { groupId: number; members: Contact[] }) {
  const onSuccess = useMembersChanged();
  const remove = $api.useMutation('delete', '/api/v1/groups/{id}/members/{contactId}', { onSuccess });
  if (members.length === 0) return <EmptyState title={t('Nobody is in this group yet')} />;
  return (
    <Table verticalSpacing="xs" highlightOnHover maw={760}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('Name')}</Table.Th>
          <Table.Th>{t('Phone')}</Table.Th>
          <Table.Th w={48}>
            <VisuallyHidden>{t('Remove')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((contact) => (
          <Table.Tr key={contact.id}>
            <Table.Td>
              <Anchor component={Link} to={`/contacts/${contact.id}`} size="sm">
                {contact.name ?? 'Without a name'}
              </Anchor>
            </Table.Td>
            <Table.Td>{contact.phone}</Table.Td>
            <Table.Td>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('Take {{name}} out of the group', { name: contact.name ?? contact.phone })}
                onClick={() => remove.mutate({ params: { path: { id: groupId, contactId: contact.id } } })}
              >
                <IconX size={16} />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
