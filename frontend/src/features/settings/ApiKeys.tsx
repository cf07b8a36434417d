import { Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { $api } from '@/shared/api/client';
import { type ApiKey, itemsOf } from '@/shared/api/types';
import { moment } from '@/shared/format';
import { ConfirmButton } from '@/shared/ui/ConfirmButton';
import { Answer, Nothing } from '@/shared/ui/states';
import { t } from '@/shared/i18n';
import { CreateApiKey } from './CreateApiKey';

export function ApiKeys() {
  const keys = $api.useQuery('get', '/api/v1/api-keys');
  return (
    <Stack>
      <Text size="sm">
        {t(
          'For programs that use the API. A key of scope “Read only” can look, one of scope “Admin” can do everything.',
        )}
      </Text>
      <CreateApiKey />
      <Answer of={keys}>{(page) => <KeyTable keys={itemsOf<ApiKey>(page)} />}</Answer>
    </Stack>
  );
}

function KeyTable({ keys }: { keys: ApiKey[] }) {
  if (keys.length === 0) return <Nothing>{t('No API keys yet')}</Nothing>;
  return (
    <Table.ScrollContainer minWidth={520} maw={860}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Name')}</Table.Th>
            <Table.Th>{t('Scope')}</Table.Th>
            <Table.Th>{t('Created')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('Revoke')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={key.id}>
              <Table.Td>{key.name}</Table.Td>
              <Table.Td>{key.scope === 'READ' ? t('Read only') : t('Admin')}</Table.Td>
              <Table.Td>{moment(key.createdAt)}</Table.Td>
              <Table.Td ta="right">
                <Revoke apiKey={key} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const queries = useQueryClient();
  const revoke = $api.useMutation('delete', '/api/v1/api-keys/{id}', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/api-keys'] }),
  });
  return (
    <ConfirmButton
      label={t('Revoke')}
      question={t('Revoke “{{name}}”?', { name: apiKey.name })}
      consequence={t('Programs that use it are shut out at once. This cannot be undone.')}
      confirm={t('Revoke the key')}
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate({ params: { path: { id: apiKey.id } } })}
    />
  );
}
