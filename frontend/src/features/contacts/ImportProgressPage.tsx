import { Anchor, Button, Group, Loader, Paper, Progress, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type ContactImport, itemsOf } from '@/shared/api/types';
import { count, decimal, share } from '@/shared/format';
import { Page } from '@/shared/ui/Page';
import { useProgress } from './useProgress';
import { Pager } from '@/shared/ui/Pager';
import { Answer } from '@/shared/ui/states';
import { message, t } from '@/shared/i18n';

const REFRESH_MS = 700;

const WORDS: Record<string, string> = {
  RUNNING: message('Under way'),
  COMPLETED: message('Done'),
  CANCELLED: message('Cancelled'),
  FAILED: message('Failed'),
};

export function Component() {
  const id = Number(useParams().id);
  const asked = $api.useQuery('get', '/api/v1/imports/{id}', { params: { path: { id } } });
  const running = asked.data?.state === 'RUNNING';
  const streamed = useProgress(id, running);
  const progress = { ...asked, data: streamed ?? asked.data };
  return (
    <Page title={t('Import')}>
      <Answer of={progress}>{(answer) => <Report progress={answer as ContactImport} />}</Answer>
    </Page>
  );
}

function Report({ progress }: { progress: ContactImport }) {
  const running = progress.state === 'RUNNING';
  return (
    <Stack gap="lg">
      <Paper withBorder p="md">
        <Group mb="sm" role="status">
          {running && <Loader size="xs" aria-hidden />}
          <Text fw={650}>{t(WORDS[progress.state] ?? progress.state)}</Text>
          {running && <Text c="dimmed">{t('{{n}} rows a second', { n: decimal(progress.rowsPerSecond) })}</Text>}
          {running && <Cancel id={progress.id} />}
        </Group>
        {running && <Bar progress={progress} />}
        {progress.reason && <Text size="sm">{progress.reason}</Text>}
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          <Figure n={progress.rows} words={t('rows read')} />
          <Figure n={progress.created} words={t('created')} />
          <Figure n={progress.updated} words={t('updated')} />
          <Figure n={progress.rejected} words={t('rejected')} />
        </SimpleGrid>
      </Paper>
      {(progress.rejected ?? 0) > 0 && <Rejections id={progress.id} running={running} />}
      {!running && (
        <Anchor component={Link} to="/contacts">
          {t('To the contacts')}
        </Anchor>
      )}
    </Stack>
  );
}

/** How far it is, once the rows are counted. */
function Bar({ progress: { rows = 0, totalRows } }: { progress: ContactImport }) {
  if (!totalRows) return null;
  const part = share(rows, totalRows);
  return <Progress value={(100 * rows) / totalRows} mb="sm" aria-label={t('Imported {{share}}', { share: part })} />;
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
      {t('Cancel')}
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
        {t('Rejected lines')}
      </Title>
      <Answer of={rejections}>
        {(page) => (
          <>
            <Table maw={760}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('Line')}</Table.Th>
                  <Table.Th>{t('Why')}</Table.Th>
                  <Table.Th>{t('What it says')}</Table.Th>
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
