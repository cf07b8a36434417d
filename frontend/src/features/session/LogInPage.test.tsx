import { expectAccessible, openAt } from '@test/screen';
import { Refusal } from '@test/server';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const admin = { username: 'admin', csrfToken: 'csrf-of-the-session' };

describe('log in', () => {
  it('leads who is not logged in to the log-in page and then back to where they were', async () => {
    let inside = false;
    const { router } = openAt('/groups?cursor=abc', {
      'GET /api/v1/session': () => (inside ? admin : new Refusal(401, 'Log in first')),
      'POST /api/v1/session': () => {
        inside = true;
        return admin;
      },
    });
    await userEvent.type(await screen.findByLabelText(/Name/), 'admin');
    await userEvent.type(screen.getByLabelText(/^Password/), 'secret');
    await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
    expect(await screen.findByRole('heading', { name: 'Groups' })).toBeVisible();
    expect(router.state.location.pathname + router.state.location.search).toBe('/groups?cursor=abc');
  });

  it('asks for no session where nobody ever logged in', async () => {
    const { sent, router } = openAt('/groups', {}, { entered: false });
    await screen.findByRole('button', { name: 'Log in' });
    expect(router.state.location.search).toBe('?next=%2Fgroups');
    expect(sent).toEqual([]);
  });

  it('says that the password is wrong', async () => {
    openAt('/login', { 'POST /api/v1/session': new Refusal(401, 'Bad credentials') });
    await userEvent.type(await screen.findByLabelText(/Name/), 'admin');
    await userEvent.type(screen.getByLabelText(/^Password/), 'wrong');
    await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The name or the password is wrong.');
  });

  it('leads to no address outside', async () => {
    const { router } = openAt('/login?next=//evil.example', { 'POST /api/v1/session': admin });
    await userEvent.type(await screen.findByLabelText(/Name/), 'admin');
    await userEvent.type(screen.getByLabelText(/^Password/), 'secret');
    await userEvent.click(screen.getByRole('button', { name: 'Log in' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  });

  it('is accessible', async () => {
    const { container } = openAt('/login');
    await screen.findByRole('button', { name: 'Log in' });
    await expectAccessible(container);
  });
});
