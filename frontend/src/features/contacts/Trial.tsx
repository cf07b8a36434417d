import { Alert, List, Text } from '@mantine/core';
import { $api } from '@/shared/api/client';
import { type ContactImport, itemsOf } from '@/shared/api/types';
import { count } from '@/shared/format';
import { LoadingState } from '@/shared/ui/states';
import { t } from '@/shared/i18n';

const REFRESH_MS = 700;
const SHOWN = 5;

/** What an import would do: all of the file was read and checked, and nothing was stored. */
export function Trial({ id }: { id: number }) {
  const trial = $api.useQuery(
    'get',
    '/api/v1/imports/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? REFRESH_MS : false) },
  );
  if (!trial.data || trial.data.state === 'RUNNING') return <LoadingState />;
  const { reason, created, updated, rejected = 0, repeated = 0, optOutsKept = 0 } = trial.data as ContactImport;
  if (reason)
    return (
      <Alert color="red" variant="outline" role="alert">
        {reason}
      </Alert>
    );
  return (
    <Alert color="blue" variant="outline" role="status" title={t('Nothing is stored yet')}>
      <List size="sm">
        <List.Item>{t('{{n}} would be new', { n: count(created) })}</List.Item>
        <List.Item>{t('{{n}} are known already and would be updated', { n: count(updated) })}</List.Item>
        {repeated > 0 && <List.Item>{t('{{n}} lines name a phone a second time', { n: count(repeated) })}</List.Item>}
        {optOutsKept > 0 && <List.Item>{t('{{n}} have opted out and stay so', { n: count(optOutsKept) })}</List.Item>}
        {rejected > 0 && <List.Item>{t('{{n}} lines would be left out', { n: count(rejected) })}</List.Item>}
      </List>
      {rejected > 0 && <Rejected id={id} />}
    </Alert>
  );
}

function Rejected({ id }: { id: number }) {
  const rejections = $api.useQuery('get', '/api/v1/imports/{id}/rejections', {
    params: { path: { id }, query: { limit: SHOWN } },
  });
  return itemsOf<{ line: number; reason: string; value?: string }>(rejections.data).map(({ line, reason, value }) => (
    <Text key={line} size="sm" c="dimmed">
      {t('Line {{n}}', { n: count(line) })}: {reason} {value}
    </Text>
  ));
}
