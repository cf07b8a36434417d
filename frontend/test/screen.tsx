import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import { RouterProvider, createMemoryRouter } from 'react-router';
import { expect, vi } from 'vitest';
import { routes } from '@/app/routes';
import { theme } from '@/app/theme';
import { createAppQueryClient } from '@/shared/api/queryClient';
import { FakeEventSource, type Replies, fakeServer } from './server';
import { world } from './world';

/** Opens an address of the whole application, with the world's answers and the given ones over them. */
export function openAt(address: string, replies: Replies = {}, { entered = true } = {}) {
  if (entered) localStorage.setItem('tiercast-entered', 'yes');
  else localStorage.removeItem('tiercast-entered');
  FakeEventSource.opened = [];
  vi.stubGlobal('EventSource', FakeEventSource);
  const sent = fakeServer({ ...world(), ...replies });
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const { container } = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={createAppQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, router, container };
}

/** Contrast needs a real browser; the browser tests look at it. */
export async function expectAccessible(container: Element) {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}
