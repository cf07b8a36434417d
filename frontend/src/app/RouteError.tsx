import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { Link, useRouteError } from 'react-router';
import { t } from '@/shared/i18n';

export function NotFound() {
  return (
    <Stack align="flex-start" p="md">
      <title>{t('Not found · Tiercast')}</title>
      <Title order={1}>{t('There is no such page')}</Title>
      <Text>{t('The address may be mistyped, or what it showed is gone.')}</Text>
      <Anchor component={Link} to="/">
        {t('To the dashboard')}
      </Anchor>
    </Stack>
  );
}

/** Also shown when a chunk of an older version is gone after an update: loading anew mends that. */
export function RouteError() {
  const error = useRouteError();
  return (
    <Stack align="flex-start" p="md" role="alert">
      <Title order={1}>{t('This page could not be shown')}</Title>
      <Text>{error instanceof Error ? error.message : t('Something went wrong.')}</Text>
      <Button onClick={() => window.location.reload()}>{t('Load again')}</Button>
    </Stack>
  );
}
