import { expectAccessible, openAt } from '@test/screen';
import { type Sent, Refusal } from '@test/server';
import { picture, template } from '@test/world/templates';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

const created = { 'POST /api/v1/templates': { ...template, status: 'PENDING' } };
const posted = (sent: Sent[]) => sent.find((s) => s.method === 'POST' && s.path === '/api/v1/templates')?.body;
const phone = () => screen.getByRole('region', { name: 'Preview on a phone' });

async function begin(name: string, text: string) {
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), name);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Text' }), text.replaceAll('{', '{{'));
}

describe('template editor', () => {
  it('puts a variable in by a button, shows its example in the preview, and submits what Meta wants', async () => {
    const { sent, router } = openAt('/templates/new', created);
    await begin('Big Sale', 'Hello ');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('big_sale');
    await userEvent.click(screen.getByRole('button', { name: 'Add a variable' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Variable {{1}}' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), ', a sale', { initialSelectionStart: 11 });
    await userEvent.type(screen.getByRole('textbox', { name: 'Example for {{1}}' }), 'Ana');
    await userEvent.type(screen.getByRole('textbox', { name: 'Footer' }), 'Bye');
    expect(phone()).toHaveTextContent('Hello Ana, a saleBye');
    await userEvent.click(screen.getByRole('button', { name: 'Submit to Meta' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/templates/3'));
    expect(posted(sent)).toEqual({
      senderId: 1,
      name: 'big_sale',
      language: 'en',
      category: 'MARKETING',
      draft: false,
      components: [
        { type: 'BODY', text: 'Hello {{1}}, a sale', example: { body_text: [['Ana']] } },
        { type: 'FOOTER', text: 'Bye' },
      ],
    });
  });

  it('shows at the field what the server says of it, and does not submit', async () => {
    const { sent } = openAt('/templates/new', {
      'POST /api/v1/templates/check': {
        problems: [{ field: 'components[0].text', message: 'must not begin or end with a variable' }],
      },
    });
    await begin('sale', 'Hi {1}');
    expect(await screen.findByText('Must not begin or end with a variable.')).toBeVisible();
    const todo = screen.getByRole('status', { name: 'Check by Meta’s rules' });
    expect(todo).toHaveTextContent('Text: must not begin or end with a variable');
    await userEvent.click(screen.getByRole('button', { name: 'Submit to Meta' }));
    expect(posted(sent)).toBeUndefined();
  });

  it('orders buttons, with a link whose end differs', async () => {
    const { sent } = openAt('/templates/new', created);
    await begin('sale', 'Sale');
    const add = async (kind: string) => {
      await userEvent.click(screen.getByRole('button', { name: 'Add a button' }));
      await userEvent.click(await screen.findByRole('menuitem', { name: kind }));
    };
    await add('Quick reply');
    await add('Website');
    await userEvent.type(within(screen.getByRole('group', { name: 'Button 1' })).getByLabelText('Label'), 'Stop');
    const link = within(screen.getByRole('group', { name: 'Button 2' }));
    await userEvent.type(link.getByLabelText('Label'), 'Shop');
    await userEvent.type(link.getByLabelText('Address'), 'a.example/');
    await userEvent.click(link.getByLabelText('Its end differs for each person'));
    await userEvent.type(link.getByLabelText('Example of the whole address'), 'https://a.example/b');
    await userEvent.click(link.getByRole('button', { name: 'Up' }));
    await userEvent.click(screen.getByRole('button', { name: 'Keep as a draft' }));
    await waitFor(() => expect(posted(sent)).toBeDefined());
    expect(posted(sent)).toMatchObject({
      draft: true,
      components: [
        {},
        {
          buttons: [
            { type: 'URL', text: 'Shop', url: 'https://a.example/{{1}}', example: ['https://a.example/b'] },
            { type: 'QUICK_REPLY', text: 'Stop' },
          ],
        },
      ],
    });
  });

  it('takes an uploaded file as the example of a header, and shows it', async () => {
    const { container, sent } = openAt('/templates/new', { ...created, 'POST /api/v1/media': picture });
    await begin('sale', 'Sale');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Header' }), 'IMAGE');
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    await userEvent.upload(input, new File(['png'], 'spring.png', { type: 'image/png' }));
    await waitFor(() => expect(within(phone()).getByRole('img')).toHaveAttribute('src', '/api/v1/media/12/content'));
    await userEvent.click(screen.getByRole('button', { name: 'Keep as a draft' }));
    await waitFor(() => expect(posted(sent)).toBeDefined());
    expect(posted(sent)).toMatchObject({
      components: [{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['media:12'] } }, { type: 'BODY' }],
    });
  });

  it('keeps the cards of a carousel alike', async () => {
    const { sent } = openAt('/templates/new', created);
    await begin('cards', 'See');
    await userEvent.click(screen.getByText('Cards', { selector: 'span' }));
    const second = within(await screen.findByRole('group', { name: 'Card 2' }));
    await userEvent.click(second.getByRole('button', { name: 'Add a button' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Quick reply' }));
    const first = within(screen.getByRole('group', { name: 'Card 1' }));
    expect(first.getByRole('group', { name: 'Button 1' })).toBeVisible();
    await userEvent.type(first.getByLabelText('Label'), 'More');
    await userEvent.click(screen.getByRole('button', { name: 'Keep as a draft' }));
    await waitFor(() => expect(posted(sent)).toBeDefined());
    const { components } = posted(sent) as { components: { cards?: { components: unknown[] }[] }[] };
    const buttons = components[1]?.cards?.map((card) => card.components[2]);
    expect(buttons).toEqual([
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'More' }] },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: '' }] },
    ]);
  });

  it('writes one-time passwords as Meta wants them', async () => {
    const { sent } = openAt('/templates/new', created);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'code');
    await userEvent.click(screen.getByText('Authentication'));
    expect(phone()).toHaveTextContent('123456 is your verification code. For your security');
    await userEvent.click(screen.getByRole('button', { name: 'Submit to Meta' }));
    await waitFor(() => expect(posted(sent)).toBeDefined());
    expect(posted(sent)).toMatchObject({
      category: 'AUTHENTICATION',
      components: [
        { type: 'BODY', add_security_recommendation: true },
        { type: 'FOOTER', code_expiration_minutes: 10 },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
      ],
    });
  });

  it('gives an offer for a limited time its link and its code', async () => {
    const { sent } = openAt('/templates/new', created);
    await begin('offer', 'Now');
    await userEvent.click(screen.getByText('Offer for a limited time'));
    await userEvent.type(screen.getByLabelText('Words of the offer'), 'Ends soon');
    expect(phone()).toHaveTextContent('Ends soon');
    await userEvent.click(screen.getByRole('button', { name: 'Keep as a draft' }));
    await waitFor(() => expect(posted(sent)).toBeDefined());
    expect(posted(sent)).toMatchObject({
      components: [
        { limited_time_offer: { text: 'Ends soon', has_expiration: true } },
        { type: 'BODY', text: 'Now' },
        { buttons: [{ type: 'COPY_CODE' }, { type: 'URL' }] },
      ],
    });
  });

  it('changes an approved one only after a question, and shows Meta’s refusal', async () => {
    const { sent } = openAt('/templates/3/edit', {
      'PUT /api/v1/templates/3': new Refusal(409, 'Meta allows one edit of an approved template in 24 hours'),
    });
    expect(await screen.findByRole('textbox', { name: 'Name' })).toBeDisabled();
    const again = screen.getByRole('button', { name: 'Submit the change to Meta' });
    await waitFor(() => expect(again).toBeEnabled());
    await userEvent.click(again);
    expect(sent.some((s) => s.method === 'PUT')).toBe(false);
    await userEvent.click(await screen.findByRole('button', { name: 'Submit it' }));
    expect(await screen.findByText(/Meta allows one edit/)).toBeVisible();
  });

  it('asks before what was written is left behind', async () => {
    const { router } = openAt('/templates/new');
    await begin('sale', 'Sale');
    await userEvent.click(screen.getByRole('link', { name: 'Groups' }));
    expect(await screen.findByText('What you wrote here is lost.')).toBeVisible();
    expect(router.state.location.pathname).toBe('/templates/new');
    await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/groups'));
  });

  it('is accessible', async () => {
    const { container } = openAt('/templates/new?like=3');
    await screen.findByDisplayValue('spring_sale_2');
    await expectAccessible(container);
  });
});
