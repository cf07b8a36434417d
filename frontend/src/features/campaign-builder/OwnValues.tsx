import { Alert, Button, FileButton, Group, List, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { $api, api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import { count, people } from '@/shared/format';
import { t } from '@/shared/i18n';
import { useOwnValues } from './useOwnValues';

const SHOWN = 5;

/** A file of people with something for each of them, such as a coupon; its columns can stand in the message. */
export function OwnValues({ id }: { id: number }) {
  const own = useOwnValues(id);
  const queries = useQueryClient();
  const changed = async () => {
    await queries.invalidateQueries({ queryKey: ['get', '/api/v1/campaigns/{id}/recipients/values'] });
    await queries.invalidateQueries({ queryKey: ['preflight'] });
  };
  const upload = useMutation({
    mutationFn: async (file: File) =>
      (
        await api.POST('/api/v1/campaigns/{id}/recipients', {
          params: { path: { id } },
          body: file as never,
          bodySerializer: (body: unknown) => body as File,
          headers: { 'Content-Type': 'text/csv' },
        })
      ).data,
    meta: { inline: true },
    onSuccess: changed,
  });
  const clear = $api.useMutation('delete', '/api/v1/campaigns/{id}/recipients', { onSuccess: changed });
  const rejections = upload.data?.rejections ?? [];
  return (
    <Stack gap="xs" role="group" aria-label={t('People from a file, with values of their own')}>
      <Group gap="xs">
        <FileButton accept=".csv,text/csv" onChange={(file) => file && upload.mutate(file)}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              h="auto"
              py={7}
              styles={{ label: { whiteSpace: 'normal' } }}
              variant="default"
              leftSection={<IconUpload size={14} />}
              loading={upload.isPending}
            >
              {t('People from a file, with values of their own')}
            </Button>
          )}
        </FileButton>
        {own.count > 0 && (
          <Button
            size="xs"
            variant="default"
            loading={clear.isPending}
            onClick={() => clear.mutate({ params: { path: { id } } })}
          >
            {t('Forget them')}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {own.count > 0
          ? t('{{people}}; columns for the message: {{columns}}', {
              people: people(own.count),
              columns: own.columns.join(', ') || '–',
            })
          : t('A CSV with a column “phone”, and others such as “coupon”.')}
      </Text>
      {upload.error && (
        <Alert color="red" variant="outline" role="alert">
          {wordsOf(upload.error)}
        </Alert>
      )}
      {rejections.length > 0 && (
        <Alert color="yellow" variant="outline" role="status">
          {t('{{n}} lines were left out:', { n: count(upload.data?.rejected), count: upload.data?.rejected ?? 0 })}
          <List size="sm">
            {rejections.slice(0, SHOWN).map(({ row = 0, reason, value }) => (
              <List.Item key={row}>
                {t('Line {{n}}', { n: row })}: {reason} {value}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}
