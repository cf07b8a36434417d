import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { $api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import { SESSION_KEY } from '@/shared/api/queryClient';
import { t } from '@/shared/i18n';

const EMPTY = { current: '', password: '' };

export function ChangePassword() {
  const [form, setForm] = useState(EMPTY);
  const queries = useQueryClient();
  const session = $api.useQuery('get', '/api/v1/session');
  const change = $api.useMutation('put', '/api/v1/session/password', {
    meta: { inline: true },
    onSuccess: async () => {
      setForm(EMPTY);
      notifications.show({ message: t('The password is changed; other sessions have ended.') });
      await queries.invalidateQueries({ queryKey: SESSION_KEY });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ body: form });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={360}>
        {change.error && (
          <Alert color="red" variant="outline" role="alert">
            {wordsOf(change.error)}
          </Alert>
        )}
        {/* Tells password managers whose password it is. */}
        <input type="text" autoComplete="username" value={session.data?.username ?? ''} readOnly hidden />
        <PasswordInput
          label={t('Password until now')}
          autoComplete="current-password"
          required
          value={form.current}
          onChange={(e) => setForm({ ...form, current: e.currentTarget.value })}
        />
        <PasswordInput
          label={t('New password')}
          description={t('At least 8 characters')}
          autoComplete="new-password"
          required
          minLength={8}
          value={form.password}
          onChange={(e) => setForm({ ...form, password: e.currentTarget.value })}
        />
        <Group>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t('Change the password')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
