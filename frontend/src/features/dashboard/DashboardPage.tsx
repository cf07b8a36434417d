import { Title } from '@mantine/core';

export function Component() {
  return (
    <>
      <title>Dashboard · Tiercast</title>
      <Title order={1}>Dashboard</Title>
    </>
  );
}
