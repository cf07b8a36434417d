import { expectAccessible, openAt } from '@test/screen';
import { Refusal } from '@test/server';
import { portfolio, sender } from '@test/world/senders';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
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

  it('connects through an interface like Meta’s, with what cannot be asked of it', async () => {
    const { sent } = openAt('/senders', { 'POST /api/v1/senders': sender });
    await userEvent.click(await screen.findByRole('button', { name: 'Connect a number' }));
    const dialog = within(await screen.findByRole('dialog'));
    const fill = (label: RegExp, text: string) =>
      fireEvent.change(dialog.getByLabelText(label), { target: { value: text } });
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Sends through' }), 'CLOUD_API');
    await dialog.findByLabelText(/^Address of the interface/);
    fill(/^Address of the interface/, 'https://waba.example/v1');
    fill(/^Word before the token/, '');
    await userEvent.click(dialog.getByLabelText('It takes new templates as Meta does'));
    await userEvent.click(dialog.getByLabelText('It can be asked about the number as Meta can'));
    fill(/^Phone number( |$|\*)(?!id)/, '+1 555 010 0002');
    fill(/^Name \*/, 'Shop');
    fill(/^Phone number id/, '100');
    fill(/^WhatsApp Business account id/, '200');
    fill(/^Access token/, 'token');
    fill(/^App secret/, 'secret');
    await userEvent.click(dialog.getByRole('button', { name: 'Connect' }));
    await waitFor(() => expect(sent.find((s) => s.method === 'POST')).toBeDefined());
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual({
      name: 'Shop',
      phoneNumberId: '100',
      wabaId: '200',
      accessToken: 'token',
      appSecret: 'secret',
      provider: {
        type: 'CLOUD_API',
        baseUrl: 'https://waba.example/v1',
        messagesPath: '/{{from}}/messages',
        header: 'Authorization',
        scheme: '',
        templateSync: true,
        templateCreation: false,
        echo: true,
        media: true,
        marketingMessages: false,
        number: { displayPhoneNumber: '+1 555 010 0002', throughputPerSecond: 20 },
        callbacks: { type: 'HMAC_SHA256', name: 'X-Hub-Signature-256', prefix: 'sha256=', encoding: 'HEX' },
      },
    });
  });

  it('takes a description of any HTTP interface only as JSON, and shows at it what the server says', async () => {
    const { sent } = openAt('/senders/1', {
      'PATCH /api/v1/senders/1': new Refusal(422, 'The provider cannot be used like this.', [
        { field: 'provider.send.url', message: 'must be an address with https://' },
      ]),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Sends through' }), 'HTTP');
    const box = await dialog.findByRole<HTMLTextAreaElement>('textbox', { name: 'Description of the interface' });
    const example = box.value;
    const save = dialog.getByRole('button', { name: 'Save' });
    fireEvent.change(box, { target: { value: '{' } });
    expect(dialog.getByText(/^This is no JSON/)).toBeVisible();
    expect(save).toBeDisabled();
    fireEvent.change(box, { target: { value: '{"send":{},"answer":{}}' } });
    expect(dialog.getByText('It lacks: callbacks, number')).toBeVisible();
    fireEvent.change(box, { target: { value: example } });
    await userEvent.click(save);
    expect(await dialog.findByText('send.url: must be an address with https://')).toBeVisible();
    expect(sent.find((s) => s.method === 'PATCH')?.body).toEqual({
      name: 'Shop',
      provider: { type: 'HTTP', ...(JSON.parse(example) as object) },
    });
  });

  it('shows where a provider has to call, and what cannot be done through it', async () => {
    const capabilities = { ...sender.capabilities, evidence: false, media: false };
    const through = { ...sender, capabilities, provider: { type: 'CLOUD_API', baseUrl: 'https://waba.example' } };
    openAt('/senders/1', { 'GET /api/v1/senders/1': { ...through, webhookPath: '/webhooks/meta/k3y' } });
    expect(await screen.findByText('/webhooks/meta/k3y')).toBeVisible();
    expect(screen.getByText('https://waba.example')).toBeVisible();
    expect(screen.getByText(/stays unconfirmed, for a person to decide/)).toBeVisible();
    expect(screen.getByText(/^It takes no files/)).toBeVisible();
    expect(screen.queryByText(/nobody can opt out/)).toBeNull();
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

  it('is accessible where it is changed', async () => {
    openAt('/senders/1');
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Sends through' }), 'CLOUD_API');
    await within(dialog).findByLabelText(/^Address of the interface/);
    await expectAccessible(dialog);
  });

  it.each(['/senders', '/senders/1'])('is accessible at %s', async (address) => {
    const { container } = openAt(address);
    await screen.findAllByText(/\+1 555 010 0001/);
    await expectAccessible(container);
  });
});
