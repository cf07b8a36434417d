import { Button, Group, Table, Text } from '@mantine/core';
import { api } from '@/shared/api/client';
import type { Schemas } from '@/shared/api/types';
import { count, moment, momentExact } from '@/shared/format';
import { Answer } from '@/shared/ui/states';
import { usePages } from '@/shared/usePages';
import { t } from '@/shared/i18n';

type Delivery = Schemas['HookDeliveryView'];

const LIMIT = 10;
const LOOK_MS = 3_000;

/** The last posts to an endpoint, and what came of them. */
export function Deliveries({ id }: { id: number }) {
  const posts = usePages<Delivery>(
    ['deliveries', id],
    async (cursor) => {
      const query = { limit: LIMIT, cursor };
      const { data } = await api.GET('/api/v1/webhook-endpoints/{id}/deliveries', { params: { path: { id }, query } });
      return data;
    },
    LOOK_MS,
  );
  return (
    <Answer of={{ data: posts.rows, error: posts.error, refetch: posts.refetch }}>
      {(rows) =>
        rows.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('Nothing was posted in the last seven days.')}
          </Text>
        ) : (
          <>
            <Posts rows={rows} />
            {posts.hasNextPage && (
              <Group>
                <Button
                  size="xs"
                  variant="default"
                  loading={posts.isFetchingNextPage}
                  onClick={() => void posts.fetchNextPage()}
                >
                  {t('Earlier')}
                </Button>
              </Group>
            )}
          </>
        )
      }
    </Answer>
  );
}

const Posts = ({ rows }: { rows: Delivery[] }) => (
  <Table.ScrollContainer minWidth={480}>
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('When')}</Table.Th>
          <Table.Th>{t('Events')}</Table.Th>
          <Table.Th>{t('Tries')}</Table.Th>
          <Table.Th>{t('What came of it')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((post) => (
          <Table.Tr key={post.id}>
            <Table.Td>{momentExact(post.triedAt ?? post.createdAt)}</Table.Td>
            <Table.Td>{count(post.events)}</Table.Td>
            <Table.Td>{count(post.attempts)}</Table.Td>
            <Table.Td>{outcome(post)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);

function outcome({ state, status, error, attempts, nextTryAt }: Delivery): string {
  if (state === 'DELIVERED') return t('Delivered ({{status}})', { status });
  if (state === 'FAILED') return [t('Given up'), error].filter(Boolean).join(': ');
  if (!attempts) return t('On its way');
  return [error, t('tried again {{when}}', { when: moment(nextTryAt) })].filter(Boolean).join('; ');
}
