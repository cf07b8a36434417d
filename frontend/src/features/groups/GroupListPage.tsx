import { Alert, Anchor, Button, Group as Row, Table, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import { type Group, itemsOf } from '@/shared/api/types';
import { count, moment } from '@/shared/format';
import { Page } from '@/shared/ui/Page';
import { Pager } from '@/shared/ui/Pager';
import { Answer, EmptyState } from '@/shared/ui/states';
import { t } from '@/shared/i18n';

export function Component() {
  const [params] = useSearchParams();
  const cursor = params.get('cursor') ?? undefined;
  const groups = $api.useQuery('get', '/api/v1/groups', { params: { query: { limit: 50, cursor } } });
  return (
    <Page title={t('Groups')} about={t('Lists of contacts to send to, or to leave out')}>
      <CreateGroup />
      <Answer of={groups}>
        {(page) => (
          <>
            <GroupTable groups={itemsOf<Group>(page)} />
            <Pager nextCursor={page.nextCursor} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function CreateGroup() {
  const [name, setName] = useState('');
  const queries = useQueryClient();
  const create = $api.useMutation('post', '/api/v1/groups', {
    meta: { inline: true },
    onSuccess: async () => {
      setName('');
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/groups'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ body: { name } });
  };
  return (
    <form onSubmit={submit}>
      <Row align="flex-end" gap="xs">
        <TextInput
          label={t('Name of a new group')}
          required
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <Button type="submit" variant="default" leftSection={<IconPlus size={16} />} loading={create.isPending}>
          {t('Create')}
        </Button>
      </Row>
      {create.error && (
        <Alert color="red" variant="outline" role="alert" mt="xs" maw={520}>
          {wordsOf(create.error)}
        </Alert>
      )}
    </form>
  );
}

function GroupTable({ groups }: { groups: Group[] }) {
  if (groups.length === 0)
    return (
      <EmptyState title={t('No groups yet')}>
        <Text c="dimmed">{t('Create one above, then add people or import them into it.')}</Text>
      </EmptyState>
    );
  return (
    <Table verticalSpacing="sm" highlightOnHover maw={760}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('Group')}</Table.Th>
          <Table.Th>{t('People')}</Table.Th>
          <Table.Th>{t('Created')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map((group) => (
          <Table.Tr key={group.id}>
            <Table.Td>
              <Anchor component={Link} to={`/groups/${group.id}`} fw={600}>
                {group.name}
              </Anchor>
            </Table.Td>
            <Table.Td>{count(group.memberCount)}</Table.Td>
            <Table.Td>{moment(group.createdAt)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
