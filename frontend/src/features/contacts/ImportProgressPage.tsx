import { Anchor, Button, Group, Loader, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type ContactImport, itemsOf } from '@/shared/api/types';
import { count, decimal } from '@/shared/format';
import { Page } from '@/shared/ui/Page';
import { Pager } from '@/shared/ui/Pager';
import { Answer } from '@/shared/ui/states';

const REFRESH_MS = 700;

const WORDS: Record<string, string> = {
  RUNNING: 'Under way',
  COMPLETED: 'Done',
  CANCELLED: 'Cancelled',
  FAILED: 'Failed',
};

export function Component() {
  const id = Number(useParams().id);
  const progress = $api.useQuery(
    'get',
    '/api/v1/imports/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? REFRESH_MS : false) },
  );
  return (
    <Page title="Import">
      <Answer of={progress}>{(answer) => <Progress progress={answer as ContactImport} />}</Answer>
    </Page>
  );
}

function Progress({ progress }: { progress: ContactImport }) {
  const running = progress.state === 'RUNNING';
  return (
    <Stack gap="lg">
      <Paper withBorder p="md">
        <Group mb="sm" role="status">
          {running && <Loader size="xs" aria-hidden />}
          <Text fw={650}>{WORDS[progress.state] ?? progress.state}</Text>
          {running && <Text c="dimmed">{decimal(progress.rowsPerSecond)} rows a second</Text>}
          {running && <Cancel id={progress.id} />}
        </Group>
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          <Figure n={progress.rows} words="rows read" />
          <Figure n={progress.created} words="created" />
          <Figure n={progress.updated} words="updated" />
          <Figure n={progress.rejected} words="rejected" />
        </SimpleGrid>
      </Paper>
      {(progress.rejected ?? 0) > 0 && <Rejections id={progress.id} running={running} />}
      {!running && (
        <Anchor component={Link} to="/contacts">
          To the contacts
        </Anchor>
      )}
    </Stack>
  );
}

function Cancel({ id }: { id: number }) {
  const cancel = $api.useMutation('post', '/api/v1/imports/{id}/cancel');
  return (
    <Button
      size="xs"
      variant="default"
      loading={cancel.isPending}
      onClick={() => cancel.mutate({ params: { path: { id } } })}
    >
      Cancel
    </Button>
  );
}

const Figure = ({ n, words }: { n: number | null | undefined; words: string }) => (
  <div>
    <Text size="xl" fw={650}>
      {count(n)}
    </Text>
    <Text size="sm" c="dimmed">
      {words}
    </Text>
  </div>
);

/** Which lines were left out, and why. */
function Rejections({ id, running }: { id: number; running: boolean }) {
  const rejections = $api.useQuery(
    'get',
    '/api/v1/imports/{id}/rejections',
    { params: { path: { id }, query: { limit: 100 } } },
    { refetchInterval: running ? 5 * REFRESH_MS : false },
  );
  return (
    <section>
      <Title order={2} mb="sm">
        Rejected lines
      </Title>
      <Answer of={rejections}>
        {(page) => (
          <>
            <Table maw={760}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Line</Table.Th>
                  <Table.Th>Why</Table.Th>
                  <Table.Th>What it says</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {itemsOf<{ line: number; reason: string; value?: string }>(page).map((rejection, i) => (
                  <Table.Tr key={i}>
                    <Table.Td>{count(rejection.line)}</Table.Td>
                    <Table.Td>{rejection.reason}</Table.Td>
                    <Table.Td>{rejection.value ?? '–'}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <Pager nextCursor={page.nextCursor} />
          </>
        )}
      </Answer>
    </section>
  );
}
