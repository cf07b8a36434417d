import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { $api } from '@/shared/api/client';
import { message, t } from '@/shared/i18n';
import { ShownOnce } from './ShownOnce';

type Scope = 'READ' | 'ADMIN';

const SCOPES = [
  { value: 'READ', label: message('Read only') },
  { value: 'ADMIN', label: message('Admin') },
];

/** A new key is shown once, here; afterwards nobody can read it any more. */
export function CreateApiKey() {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('READ');
  const queries = useQueryClient();
  const create = $api.useMutation('post', '/api/v1/api-keys', {
    onSuccess: async () => {
      setName('');
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/api-keys'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ body: { name, scope } });
  };
  return (
    <Stack>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('Name of a new key')}
            required
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
          />
          <NativeSelect
            label={t('Scope')}
            data={SCOPES.map(({ value, label }) => ({ value, label: t(label) }))}
            value={scope}
            onChange={(e) => setScope(e.currentTarget.value as Scope)}
            w={120}
          />
          <Button type="submit" variant="default" loading={create.isPending}>
            {t('Create')}
          </Button>
        </Group>
      </form>
      {create.data?.key && (
        <ShownOnce value={create.data.key} about={t('Programs send it as “Authorization: Bearer …”.')} />
      )}
    </Stack>
  );
}
