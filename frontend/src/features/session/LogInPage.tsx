import { Alert, Button, Center, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { statusOf, wordsOf } from '@/shared/api/problem';
import { SESSION_KEY } from '@/shared/api/queryClient';
import { t } from '@/shared/i18n';

/** Only a path of ours: an address from outside must not be led to after the log-in. */
const safe = (next: string | null) => (next?.startsWith('/') && !next.startsWith('//') ? next : '/');

export function Component() {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const logIn = $api.useMutation('post', '/api/v1/session', {
    meta: { inline: true },
    onSuccess: async () => {
      await queries.resetQueries({ queryKey: SESSION_KEY });
      await navigate(safe(params.get('next')), { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    logIn.mutate({ body: { username, password } });
  };
  return (
    <Center mih="100vh" p="md" component="main">
      <title>{t('Log in · Tiercast')}</title>
      <Paper withBorder p="xl" w={380} component="form" onSubmit={submit} shadow="sm">
        <Stack>
          <Group gap="sm">
            <img src="/icon.svg" alt="" width={32} height={32} />
            <Title order={1}>Tiercast</Title>
          </Group>
          {logIn.error && (
            <Alert color="red" variant="outline" role="alert">
              {statusOf(logIn.error) === 401 ? t('The name or the password is wrong.') : wordsOf(logIn.error)}
            </Alert>
          )}
          <TextInput
            label={t('Name')}
            autoComplete="username"
            required
            autoFocus
            value={username}
            onChange={(e) => setUsername(e.currentTarget.value)}
          />
          <PasswordInput
            label={t('Password')}
            autoComplete="current-password"
            required
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
          />
          <Button type="submit" loading={logIn.isPending}>
            {t('Log in')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('The first user is “admin”; the password is in the log of the first start, or is the one you set.')}
          </Text>
        </Stack>
      </Paper>
    </Center>
  );
}
