import { Anchor, Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconDownload, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react';
import { type FormEvent, Suspense, lazy, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { $api, api } from '@/shared/api/client';
import { type Contact, type Group as ContactGroup, itemsOf } from '@/shared/api/types';
import { countries } from '@/shared/countries';
import { countryName, moment } from '@/shared/format';
import { t } from '@/shared/i18n';
import { FilterSelect, optionsOf, useAsked } from '@/shared/ui/FilterSelect';
import { Page } from '@/shared/ui/Page';
import { withQuery } from '@/shared/ui/Pager';
import { type Column, VirtualTable } from '@/shared/ui/VirtualTable';
import { Answer, EmptyState } from '@/shared/ui/states';
import { usePages } from '@/shared/usePages';
import { CONSENT_CODES, consent } from '@/shared/words';

const CreateContact = lazy(() => import('./CreateContact').then((m) => ({ default: m.CreateContact })));
const Conditions = lazy(() => import('./Conditions').then((m) => ({ default: m.Conditions })));

const LIMIT = 100;
const SETTLES_MS = 350;
const FILTERS = ['search', 'tag', 'marketing', 'country', 'groupId', 'filter'] as const;

export function Component() {
  const [open, dialog] = useDisclosure();
  const asked = useAsked(FILTERS);
  const filter = new URLSearchParams(asked).toString();
  return (
    <Page
      title={t('Contacts')}
      actions={
        <>
          <Button
            component="a"
            href={`/api/v1/contacts/export?${filter}`}
            download
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            {t('Export as CSV')}
          </Button>
          <Button component={Link} to="/contacts/import" variant="default" leftSection={<IconUpload size={16} />}>
            {t('Import CSV')}
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
            {t('New contact')}
          </Button>
        </>
      }
    >
      <Suspense>{open && <CreateContact opened onClose={dialog.close} />}</Suspense>
      <Filters key={asked.tag} />
      <Suspense>
        <Conditions />
      </Suspense>
      <List asked={asked} filtered={filter !== ''} />
    </Page>
  );
}

function List({ asked, filtered }: { asked: Record<string, unknown>; filtered: boolean }) {
  const navigate = useNavigate();
  const contacts = usePages<Contact>(['/api/v1/contacts', asked], async (cursor) => {
    const { data } = await api.GET('/api/v1/contacts', { params: { query: { ...asked, limit: LIMIT, cursor } } });
    return data;
  });
  const { fetchNextPage } = contacts;
  return (
    <Answer of={{ data: contacts.rows, error: contacts.error, refetch: contacts.refetch }}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={filtered ? t('Nobody found') : t('No contacts yet')}>
            {!filtered && <Text c="dimmed">{t('Create the first one, or import a CSV file.')}</Text>}
          </EmptyState>
        ) : (
          <VirtualTable
            label={t('Contacts')}
            columns={columns()}
            rows={rows}
            keyOf={(contact) => contact.id}
            hasMore={contacts.hasNextPage}
            loading={contacts.isFetchingNextPage}
            loadMore={() => void fetchNextPage()}
            onOpen={(contact) => void navigate(`/contacts/${contact.id}`)}
          />
        )
      }
    </Answer>
  );
}

const columns = (): Column<Contact>[] => [
  {
    header: t('Name'),
    width: '2fr',
    cell: (contact) => (
      <Anchor component={Link} to={`/contacts/${contact.id}`} size="sm">
        {contact.name ?? t('Without a name')}
      </Anchor>
    ),
  },
  { header: t('Phone'), width: '150px', cell: (contact) => contact.phone },
  { header: t('Marketing'), width: '110px', cell: (contact) => consent(contact.consent?.marketing) },
  { header: t('Country'), width: '110px', cell: (contact) => (contact.country ? countryName(contact.country) : '–') },
  { header: t('Tags'), width: '1.5fr', cell: (contact) => <Tags tags={contact.tags ?? []} /> },
  { header: t('Created'), width: '170px', cell: (contact) => moment(contact.createdAt) },
];

/** A name or phone is searched for as one types, a tag on Enter, a choice at once; all of it stands in the address. */
function Filters() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [search, setSearch] = useTyped(params.get('search') ?? '');
  const [tag, setTag] = useState(params.get('tag') ?? '');
  const groups = $api.useQuery('get', '/api/v1/groups', { params: { query: { limit: 200 } } });
  const typed = { search: search.trim(), tag: tag.trim() };
  const soon = useDebouncedCallback((name: string) => {
    void navigate(withQuery(params, { search: name.trim() }), { replace: true });
  }, SETTLES_MS);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate(withQuery(params, typed));
  };
  return (
    <form onSubmit={submit} role="search">
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('Name or phone')}
          placeholder={t('Part of the name, or how the phone begins')}
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={(e) => {
            setSearch(e.currentTarget.value);
            soon(e.currentTarget.value);
          }}
          w={{ base: '100%', xs: 310 }}
        />
        <TextInput label={t('Tag')} value={tag} onChange={(e) => setTag(e.currentTarget.value)} w={120} />
        <FilterSelect
          name="country"
          label={t('Country')}
          all={t('All')}
          options={countries()}
          also={typed}
          labelled
          w={150}
        />
        <FilterSelect
          name="marketing"
          label={t('Marketing')}
          all={t('All')}
          options={optionsOf(CONSENT_CODES, consent)}
          also={typed}
          labelled
          w={140}
        />
        <FilterSelect
          name="groupId"
          label={t('Group')}
          all={t('All')}
          options={itemsOf<ContactGroup>(groups.data).map((g) => ({ value: String(g.id), label: g.name }))}
          also={typed}
          labelled
          w={170}
        />
        <Button type="submit" variant="default">
          {t('Search')}
        </Button>
      </Group>
    </form>
  );
}

/** What is typed, until the address says something else than what was typed so far. */
function useTyped(asked: string) {
  const [text, setText] = useState(asked);
  const [known, setKnown] = useState(asked);
  if (asked !== known) {
    setKnown(asked);
    if (!text.startsWith(asked)) setText(asked);
  }
  return [text, setText] as const;
}

const Tags = ({ tags }: { tags: string[] }) => (
  <Group gap={4} wrap="nowrap">
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
