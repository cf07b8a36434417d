import { Anchor, Button, Menu, NativeSelect, Group, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Sender, type Template, itemsOf } from '@/shared/api/types';
import { Page } from '@/shared/ui/Page';
import { Pager, withQuery } from '@/shared/ui/Pager';
import { Answer, EmptyState } from '@/shared/ui/states';
import { TemplateStateBadge } from '@/shared/ui/badges';
import { category, templateState } from '@/shared/words';
import { t } from '@/shared/i18n';

const STATES = ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED'];

export function Component() {
  const [params] = useSearchParams();
  const status = params.get('status') ?? undefined;
  const cursor = params.get('cursor') ?? undefined;
  const templates = $api.useQuery('get', '/api/v1/templates', { params: { query: { status, limit: 50, cursor } } });
  return (
    <Page title={t('Templates')} about={t('Messages that Meta has to approve')} actions={<Sync />}>
      <StateFilter chosen={status ?? null} />
      <Answer of={templates}>
        {(page) => (
          <>
            <TemplateTable templates={itemsOf<Template>(page)} />
            <Pager nextCursor={page.nextCursor} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function StateFilter({ chosen }: { chosen: string | null }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  return (
    <Group>
      <NativeSelect
        aria-label={t('State')}
        value={chosen ?? ''}
        data={[
          { value: '', label: t('All states') },
          ...STATES.map((value) => ({ value, label: templateState(value) })),
        ]}
        onChange={(e) => void navigate(withQuery(params, { status: e.currentTarget.value }))}
      />
    </Group>
  );
}

/** Reads the templates of a sender's account from Meta. */
function Sync() {
  const queries = useQueryClient();
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const sync = $api.useMutation('post', '/api/v1/templates/sync', {
    onSuccess: async ({ created = 0, updated = 0, missing = 0 }) => {
      notifications.show({
        message: t('{{created}} new, {{updated}} changed, {{missing}} no longer at Meta', {
          created,
          updated,
          missing,
        }),
      });
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/templates'] });
    },
  });
  const all = itemsOf<Sender>(senders.data);
  if (all.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconRefresh size={16} />} loading={sync.isPending}>
          {t('Read from Meta')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('Account of')}</Menu.Label>
        {all.map((sender) => (
          <Menu.Item key={sender.id} onClick={() => sync.mutate({ body: { senderId: sender.id } })}>
            {sender.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function TemplateTable({ templates }: { templates: Template[] }) {
  if (templates.length === 0)
    return (
      <EmptyState title={t('No templates here')}>
        <Text c="dimmed">{t('Read them from Meta; it is there that they are written and approved.')}</Text>
      </EmptyState>
    );
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Template')}</Table.Th>
            <Table.Th>{t('Language')}</Table.Th>
            <Table.Th>{t('Category')}</Table.Th>
            <Table.Th>{t('State')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {templates.map((template) => (
            <Table.Tr key={template.id}>
              <Table.Td>
                <Anchor component={Link} to={`/templates/${template.id}`} fw={600}>
                  {template.name}
                </Anchor>
              </Table.Td>
              <Table.Td>{template.language}</Table.Td>
              <Table.Td>{category(template.category)}</Table.Td>
              <Table.Td>
                <TemplateStateBadge status={template.status} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
