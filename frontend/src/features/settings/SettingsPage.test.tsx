import { expectAccessible, openAt } from '@test/screen';
import { Refusal } from '@test/server';
import { endpoint } from '@test/world/settings';
import { screen, waitFor, within } from '@testing-library/react';
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

  it('puts a phone on the list of those who get nothing', async () => {
    const { sent } = openAt('/settings', { 'POST /api/v1/suppressions': {} });
    expect(await screen.findByText('+919800000009')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Phone that gets nothing'), '+919800000008');
    await userEvent.click(screen.getByRole('button', { name: 'Put on the list' }));
    await waitFor(() =>
      expect(sent.find((s) => s.method === 'POST')?.body).toEqual({ phone: '+919800000008', scope: 'ALL' }),
    );
  });

  it('adds a word that opts out at once, and takes it back', async () => {
    const { sent } = openAt('/settings', {
      'PUT /api/v1/consent-words/any': {},
      'DELETE /api/v1/consent-words/any': undefined,
    });
    expect(await screen.findByText('unsubscribe')).toBeVisible();
    await userEvent.type(screen.getByRole('combobox', { name: 'Opts out of marketing' }), 'halt{Enter}');
    await waitFor(() =>
      expect(sent.find((s) => s.method === 'PUT')?.body).toEqual({
        optOut: ['stop', 'unsubscribe', 'halt'],
        confirmation: ['yes'],
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    // Nobody had words of their own before.
    await waitFor(() => expect(sent.some((s) => s.method === 'DELETE')).toBe(true));
  });

  it('says at which word a change was refused', async () => {
    openAt('/settings', {
      'PUT /api/v1/consent-words/any': new Refusal(422, 'These words cannot be used like this', [
        { field: 'confirmation[1]', message: 'cannot opt out and confirm' },
      ]),
    });
    await userEvent.type(await screen.findByRole('combobox', { name: 'Confirms consent' }), 'Stop{Enter}');
    expect(await screen.findByText('“Stop”: cannot opt out and confirm')).toBeVisible();
  });

  it('begins the words of another language, and saves them with the first', async () => {
    const { sent } = openAt('/settings', { 'PUT /api/v1/consent-words/pt_BR': {} });
    await userEvent.click(await screen.findByRole('combobox', { name: 'Add words of a language' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Brazilian Portuguese' }));
    const list = within(await screen.findByRole('group', { name: 'Brazilian Portuguese' }));
    expect(sent.some((s) => s.method === 'PUT')).toBe(false);
    await userEvent.type(list.getByRole('combobox', { name: 'Opts out of marketing' }), 'chega{Enter}');
    await waitFor(() =>
      expect(sent.find((s) => s.method === 'PUT')?.body).toEqual({ optOut: ['chega'], confirmation: [] }),
    );
  });

  it('adds an endpoint for what is chosen, and shows its secret once', async () => {
    const { sent } = openAt('/settings', {
      'POST /api/v1/webhook-endpoints': { ...endpoint, id: 7, secret: 'whsec_of-the-endpoint' },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Add an endpoint' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^Address/), 'https://a.example/b');
    expect(dialog.getByRole('button', { name: 'Add' })).toBeDisabled();
    await userEvent.click(dialog.getByLabelText('Somebody replies'));
    await userEvent.click(dialog.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('whsec_of-the-endpoint')).toBeVisible();
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual({ url: 'https://a.example/b', events: ['REPLY'] });
  });

  it('says at the address why an endpoint cannot be', async () => {
    openAt('/settings', {
      'PATCH /api/v1/webhook-endpoints/6': new Refusal(422, 'It is not public', [
        { field: 'url', message: 'must be a public address' },
      ]),
    });
    const card = within(await screen.findByRole('article', { name: endpoint.url }));
    await userEvent.click(card.getByRole('button', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText('must be a public address')).toBeVisible();
  });

  it('shows what came of the last posts, pauses, and deletes after a question', async () => {
    const { sent } = openAt('/settings', {
      'PATCH /api/v1/webhook-endpoints/6': { ...endpoint, state: 'DISABLED' },
      'DELETE /api/v1/webhook-endpoints/6': undefined,
    });
    const card = within(await screen.findByRole('article', { name: endpoint.url }));
    await userEvent.click(card.getByRole('button', { name: 'Last posts' }));
    expect(await card.findByText('Delivered (204)')).toBeVisible();
    expect(card.getByText(/^It answered 500; tried again/)).toBeVisible();
    await userEvent.click(card.getByRole('button', { name: 'Pause' }));
    await waitFor(() => expect(sent.find((s) => s.method === 'PATCH')?.body).toEqual({ state: 'DISABLED' }));
    await userEvent.click(card.getByRole('button', { name: 'Delete' }));
    expect(sent.some((s) => s.method === 'DELETE')).toBe(false);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete the endpoint' }));
    await waitFor(() => expect(sent.some((s) => s.method === 'DELETE')).toBe(true));
  });

  it('is accessible', async () => {
    const { container } = openAt('/settings');
    await screen.findByText('Shop system');
    await screen.findByText('unsubscribe');
    await screen.findByText(endpoint.url);
    await expectAccessible(container);
  });
});
