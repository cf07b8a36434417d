import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { Link, useRouteError } from 'react-router';

export function NotFound() {
  return (
    <Stack align="flex-start" p="md">
      <title>Not found · Tiercast</title>
      <Title order={1}>There is no such page</Title>
      <Text>The address may be mistyped, or what it showed is gone.</Text>
      <Anchor component={Link} to="/">
        To the dashboard
      </Anchor>
    </Stack>
  );
}

/** Also shown when a chunk of an older version is gone after an update: loading anew mends that. */
export function RouteError() {
  const error = useRouteError();
  return (
    <Stack align="flex-start" p="md" role="alert">
      <Title order={1}>This page could not be shown</Title>
      <Text>{error instanceof Error ? error.message : 'Something went wrong.'}</Text>
      <Button onClick={() => window.location.reload()}>Load again</Button>
    </Stack>
  );
}
