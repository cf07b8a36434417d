import { Anchor, Badge, Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch, IconUpload } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Contact, itemsOf } from '@/shared/api/types';
import { humanize } from '@/shared/format';
import { Page } from '@/shared/ui/Page';
import { Pager, withQuery } from '@/shared/ui/Pager';
import { Answer, EmptyState } from '@/shared/ui/states';
import { CreateContact } from './CreateContact';

const LIMIT = 50;

export function Component() {
  const [params] = useSearchParams();
  const [open, dialog] = useDisclosure();
  const query = {
    search: params.get('search') ?? undefined,
    tag: params.get('tag') ?? undefined,
    limit: LIMIT,
    cursor: params.get('cursor') ?? undefined,
  };
  const contacts = $api.useQuery(
    'get',
    '/api/v1/contacts',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page
      title="Contacts"
      actions={
        <>
          <Button component={Link} to="/contacts/import" variant="default" leftSection={<IconUpload size={16} />}>
            Import CSV
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
            New contact
          </Button>
        </>
      }
    >
      <CreateContact opened={open} onClose={dialog.close} />
      <Search key={`${query.search}|${query.tag}`} />
      <Answer of={contacts}>
        {(page) => (
          <>
            <ContactTable contacts={itemsOf<Contact>(page)} filtered={Boolean(query.search || query.tag)} />
            <Pager nextCursor={page.nextCursor} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Search() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [search, setSearch] = useState(params.get('search') ?? '');
  const [tag, setTag] = useState(params.get('tag') ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate(withQuery(params, { search: search.trim(), tag: tag.trim() }));
  };
  return (
    <form onSubmit={submit} role="search">
      <Group align="flex-end" gap="xs">
        <TextInput
          label="Name or phone"
          placeholder="Part of the name, or how the phone begins"
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={(e) => setSearch(e.currentTarget.value)}
          w={{ base: '100%', xs: 330 }}
        />
        <TextInput label="Tag" value={tag} onChange={(e) => setTag(e.currentTarget.value)} w={160} />
        <Button type="submit" variant="default">
          Search
        </Button>
      </Group>
    </form>
  );
}

function ContactTable({ contacts, filtered }: { contacts: Contact[]; filtered: boolean }) {
  if (contacts.length === 0)
    return (
      <EmptyState title={filtered ? 'Nobody found' : 'No contacts yet'}>
        {!filtered && <Text c="dimmed">Create the first one, or import a CSV file.</Text>}
      </EmptyState>
    );
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Phone</Table.Th>
            <Table.Th>Marketing</Table.Th>
            <Table.Th>Tags</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {contacts.map((contact) => (
            <Table.Tr key={contact.id}>
              <Table.Td>
                <Anchor component={Link} to={`/contacts/${contact.id}`} size="sm">
                  {contact.name ?? 'Without a name'}
                </Anchor>
              </Table.Td>
              <Table.Td>{contact.phone}</Table.Td>
              <Table.Td>{humanize(contact.consent?.marketing)}</Table.Td>
              <Table.Td>
                <Tags tags={contact.tags ?? []} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const Tags = ({ tags }: { tags: string[] }) => (
  <Group gap={4}>
    {tags.map((tag) => (
      <Badge
        key={tag}
        component={Link}
        to={`/contacts?tag=${encodeURIComponent(tag)}`}
        variant="default"
        tt="none"
        style={{ cursor: 'pointer' }}
      >
        {tag}
      </Badge>
    ))}
  </Group>
);
