import { expectAccessible, openAt } from '@test/screen';
import { Refusal } from '@test/server';
import { portfolio, sender } from '@test/world';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('senders', () => {
  it('says why a number could not be connected', async () => {
    openAt('/senders', { 'POST /api/v1/senders': new Refusal(422, 'Meta does not know this token') });
    await userEvent.click(await screen.findByRole('button', { name: 'Connect a number' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Name/), 'Shop');
    await userEvent.type(within(dialog).getByLabelText(/^Phone number id/), '100');
    await userEvent.type(within(dialog).getByLabelText(/^WhatsApp Business account id/), '200');
    await userEvent.type(within(dialog).getByLabelText(/^Access token/), 'token');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Connect' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Meta does not know this token');
  });

  it('gives Meta’s throughput back with a null', async () => {
    const { sent } = openAt('/senders/1', { 'PATCH /api/v1/senders/1': sender });
    await userEvent.click(await screen.findByRole('button', { name: 'As Meta says' }));
    await waitFor(() => expect(sent.find((s) => s.method === 'PATCH')?.body).toEqual({ throughputPerSecond: null }));
  });

  it('keeps a share of the portfolio’s limit for what is no marketing', async () => {
    const { sent } = openAt('/senders/1', { 'PATCH /api/v1/portfolios/300': portfolio });
    const share = await screen.findByRole('textbox', { name: 'Kept for utility and one-time passwords' });
    await userEvent.clear(share);
    await userEvent.type(share, '12.5');
    await userEvent.click(screen.getAllByRole('button', { name: 'Set' }).at(-1) as HTMLElement);
    await waitFor(() => expect(sent.find((s) => s.method === 'PATCH')?.body).toEqual({ reservedShare: 0.125 }));
  });

  it('sends marketing through Marketing Messages where somebody says so', async () => {
    const { sent } = openAt('/senders/1', { 'PATCH /api/v1/senders/1': sender });
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'How marketing is sent' }), 'STRICT');
    await waitFor(() => expect(sent.find((s) => s.method === 'PATCH')?.body).toEqual({ marketingMessages: 'STRICT' }));
  });

  it('shows what is used, reserved and free of the limit', async () => {
    openAt('/senders/1');
    expect(await screen.findByText('8,500')).toBeVisible();
    expect(screen.getByText('1,200')).toBeVisible();
  });

  it.each(['/senders', '/senders/1'])('is accessible at %s', async (address) => {
    const { container } = openAt(address);
    await screen.findAllByText(/\+1 555 010 0001/);
    await expectAccessible(container);
  });
});
