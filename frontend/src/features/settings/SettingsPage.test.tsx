import { expectAccessible, openAt } from '@test/screen';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('settings', () => {
  it('shows a new API key once', async () => {
    const { sent } = openAt('/settings', {
      'POST /api/v1/api-keys': { id: 3, name: 'Dashboard', scope: 'READ', key: 'the-secret-of-the-key' },
    });
    await userEvent.type(await screen.findByLabelText(/Name of a new key/), 'Dashboard');
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    expect(await screen.findByText('the-secret-of-the-key')).toBeVisible();
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual({ name: 'Dashboard', scope: 'READ' });
  });

  it('changes the password', async () => {
    const { sent } = openAt('/settings', { 'PUT /api/v1/session/password': undefined });
    await userEvent.type(await screen.findByLabelText(/Password until now/), 'printed-once');
    await userEvent.type(screen.getByLabelText(/New password/), 'of-my-own');
    await userEvent.click(screen.getByRole('button', { name: 'Change the password' }));
    expect(sent.find((s) => s.method === 'PUT')?.body).toEqual({ current: 'printed-once', password: 'of-my-own' });
  });

  it('shows which replies opt out, and puts a phone on the list of those who get nothing', async () => {
    const { sent } = openAt('/settings', { 'POST /api/v1/suppressions': {} });
    expect(await screen.findByText('unsubscribe')).toBeVisible();
    expect(await screen.findByText('+919800000009')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Phone that gets nothing'), '+919800000008');
    await userEvent.click(screen.getByRole('button', { name: 'Put on the list' }));
    await waitFor(() =>
      expect(sent.find((s) => s.method === 'POST')?.body).toEqual({ phone: '+919800000008', scope: 'ALL' }),
    );
  });

  it('is accessible', async () => {
    const { container } = openAt('/settings');
    await screen.findByText('Shop system');
    await expectAccessible(container);
  });
});
