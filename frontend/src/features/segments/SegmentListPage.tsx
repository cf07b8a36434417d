import { Anchor, Button, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Segment, itemsOf } from '@/shared/api/types';
import { moment } from '@/shared/format';
import { t } from '@/shared/i18n';
import { Page } from '@/shared/ui/Page';
import { Pager } from '@/shared/ui/Pager';
import { Answer, EmptyState } from '@/shared/ui/states';

const LIMIT = 50;

export function Component() {
  const [params] = useSearchParams();
  const query = { limit: LIMIT, cursor: params.get('cursor') ?? undefined };
  const segments = $api.useQuery('get', '/api/v1/segments', { params: { query } });
  return (
    <Page
      title={t('Segments')}
      about={t('Who meets the conditions at the moment of sending')}
      actions={
        <Button component={Link} to="/segments/new" leftSection={<IconPlus size={16} />}>
          {t('New segment')}
        </Button>
      }
    >
      <Answer of={segments}>
        {(page) => (
          <>
            <SegmentTable segments={itemsOf<Segment>(page)} />
            <Pager nextCursor={page.nextCursor} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function SegmentTable({ segments }: { segments: Segment[] }) {
  if (segments.length === 0)
    return (
      <EmptyState title={t('No segments yet')}>
        <Text c="dimmed">{t('A segment finds people by what is known of them and what they did.')}</Text>
      </EmptyState>
    );
  return (
    <Table verticalSpacing="sm" highlightOnHover maw={720}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('Name')}</Table.Th>
          <Table.Th>{t('Changed')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {segments.map((segment) => (
          <Table.Tr key={segment.id}>
            <Table.Td>
              <Anchor component={Link} to={`/segments/${segment.id}`} fw={600}>
                {segment.name}
              </Anchor>
            </Table.Td>
            <Table.Td>{moment(segment.updatedAt ?? segment.createdAt)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
