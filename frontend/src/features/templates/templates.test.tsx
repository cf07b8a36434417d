import { expectAccessible, openAt } from '@test/screen';
import { template } from '@test/world/templates';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('templates', () => {
  it('reads them from Meta and says what changed', async () => {
    const { sent } = openAt('/templates', {
      'POST /api/v1/templates/sync': { created: 2, updated: 0, unchanged: 1, missing: 0 },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Read from Meta' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Shop' }));
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual({ senderId: 1 });
  });

  it('keeps the filters in the address and asks the server by them', async () => {
    const { sent, router } = openAt('/templates');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Quality' }), 'RED');
    await userEvent.type(screen.getByRole('textbox', { name: 'Search templates' }), 'sale');
    await waitFor(() => expect(router.state.location.search).toBe('?quality=RED&search=sale'));
    await waitFor(() => {
      const asked = sent.findLast((s) => s.path === '/api/v1/templates')?.query;
      expect([asked?.get('quality'), asked?.get('search')]).toEqual(['RED', 'sale']);
    });
  });

  it('shows a template as on a phone, with its examples and its formatting', async () => {
    openAt('/templates/3');
    const phone = await screen.findByRole('region', { name: 'Preview on a phone' });
    expect(phone).toHaveTextContent('Hello Ana, everything is 20% off in Pune.');
    expect(phone.querySelector('strong')).toHaveTextContent('20%');
    expect(phone).toHaveTextContent('Show me');
    expect(await screen.findByText(/^Version 1, since/)).toBeVisible();
  });

  it('says why Meta rejected one, in words', async () => {
    openAt('/templates/4');
    expect(await screen.findByText(/something that swindlers ask for/)).toBeVisible();
  });

  it('announces a change of the category, and when a pause ends', async () => {
    openAt('/templates/3', {
      'GET /api/v1/templates/3': {
        ...template,
        status: 'PAUSED',
        pausedUntil: '2099-11-21T12:00:00Z',
        announcedCategory: 'UTILITY',
      },
    });
    expect(await screen.findByText(/Within a day Meta takes it as Utility/)).toBeVisible();
    expect(screen.getByText(/^Until .*2099/)).toBeVisible();
  });

  it('deletes one only after a question', async () => {
    const { sent, router } = openAt('/templates/3', { 'DELETE /api/v1/templates/3': undefined });
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(sent.some((s) => s.method === 'DELETE')).toBe(false);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete the template' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/templates'));
    expect(sent.some((s) => s.method === 'DELETE')).toBe(true);
  });

  it.each(['/templates', '/templates/3', '/templates/4'])('is accessible at %s', async (address) => {
    const { container } = openAt(address);
    await screen.findAllByText(/spring_sale|too_loud/);
    await expectAccessible(container);
  });
});
