import { expectAccessible, openAt } from '@test/screen';
import { Refusal, type Sent } from '@test/server';
import { campaign, draft, preflight } from '@test/world/campaigns';
import { picture, pictured, template } from '@test/world/templates';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('builder', () => {
  it('creates the draft at the first choice and keeps its address', async () => {
    const { router, sent } = openAt('/setup-campaign');
    await userEvent.click(await screen.findByRole('radio', { name: /spring_sale/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/setup-campaign/9'));
    const created = sent.find((s) => s.method === 'POST' && s.path === '/api/v1/campaigns');
    expect(created?.body).toMatchObject({ senderIds: [1], content: [{ templateId: 3 }], schedule: { type: 'NOW' } });
    expect(await screen.findByText('Saved as draft')).toBeVisible();
    expect(screen.getByRole('radio', { name: /spring_sale/ })).toBeChecked();
  });

  it('brings the focus to the heading of the step that one goes to, by whatever way', async () => {
    openAt('/setup-campaign/8');
    await userEvent.click(await screen.findByRole('button', { name: 'Next: People' }));
    expect(await screen.findByRole('heading', { name: 'People' })).toHaveFocus();
    await userEvent.click(screen.getByRole('link', { name: 'Send it to myself' }));
    expect(await screen.findByRole('heading', { name: 'Check' })).toHaveFocus();
  });

  it('names those who would be left out', async () => {
    const { sent } = openAt('/setup-campaign/8?step=people', {
      'GET /api/v1/campaigns/8/preview/skipped': {
        items: [{ contactId: 11, phone: '+919812345678', name: 'Asha' }],
        nextCursor: null,
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /^Has not opted in to marketing 4/ }));
    expect(await screen.findByRole('link', { name: 'Asha' })).toHaveAttribute('href', '/contacts/11');
    expect(sent.find((s) => s.path.endsWith('/skipped'))?.query.get('reason')).toBe('NOT_OPTED_IN');
  });

  it('leads from any step to a test, to the first people, and to how the finish time comes about', async () => {
    const { router } = openAt('/setup-campaign/8');
    await userEvent.click(await screen.findByRole('link', { name: 'Send it to myself' }));
    expect(router.state.location.search).toBe('?step=check&look=test');
    expect(await screen.findByLabelText('Phones for the test')).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: /^done about/ }));
    expect(await screen.findByText(/^236 messages at 80 a second take about 3 s/)).toBeVisible();
    expect(screen.getByRole('link', { name: '236 of 240 people' })).toHaveAttribute(
      'href',
      expect.stringContaining('look=sample'),
    );
  });

  it('greys a template that is not approved, with the reason', async () => {
    openAt('/setup-campaign');
    const rejected = await screen.findByRole('radio', { name: /too_loud/ });
    expect(rejected).toBeDisabled();
    expect(rejected).toHaveTextContent('Rejected by Meta');
  });

  it('maps a variable to a field of the contact with a fallback, shown in the preview', async () => {
    const { sent } = openAt('/setup-campaign/8');
    const fallback = await screen.findByRole('textbox', { name: 'Text {{1}}: fallback' });
    await userEvent.clear(fallback);
    await userEvent.type(fallback, 'friend');
    expect(screen.getByRole('region', { name: 'Preview on a phone' })).toHaveTextContent('Hello friend,');
    await waitFor(() => {
      const saved = sent.findLast((s) => s.method === 'PUT');
      expect(saved?.body).toMatchObject({
        content: [
          { variables: { 'body.1': { path: 'contact.name', fallback: 'friend' }, 'body.2': { value: 'Pune' } } },
        ],
      });
      expect(saved?.headers.get('If-Match')).toBe('"1"');
    });
  });

  it('uploads the picture of a header, shows it, and lets one choose another that was uploaded before', async () => {
    const files = [picture];
    const { container, sent } = openAt('/setup-campaign/8', {
      'GET /api/v1/templates': { items: [pictured], nextCursor: null },
      'GET /api/v1/templates/3': pictured,
      'GET /api/v1/media': () => ({ items: files, nextCursor: null }),
      'POST /api/v1/media': () => files.unshift({ ...picture, id: 13, name: 'sale.png' }) && files[0],
    });
    const group = within(await screen.findByRole('group', { name: 'Header: address of the file' }));
    await group.findByRole('button', { name: /Upload a file$/ });
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    await userEvent.upload(input, new File(['png'], 'sale.png', { type: 'image/png' }));
    const phone = within(screen.getByRole('region', { name: 'Preview on a phone' }));
    await waitFor(() => expect(phone.getByRole('img')).toHaveAttribute('src', '/api/v1/media/13/content'));
    expect(group.getByRole('combobox')).toHaveValue('sale.png');
    const posted = sent.find((s) => s.method === 'POST' && s.path === '/api/v1/media');
    expect(posted?.query.get('name')).toBe('sale.png');
    expect(posted?.headers.get('Content-Type')).toBe('image/png');

    await userEvent.click(group.getByRole('combobox'));
    await userEvent.click(await screen.findByRole('option', { name: 'spring.png' }));
    expect(phone.getByRole('img')).toHaveAttribute('src', '/api/v1/media/12/content');
    await waitFor(() =>
      expect(sent.findLast((s) => s.method === 'PUT')?.body).toMatchObject({
        content: [{ variables: { 'header.media': { mediaId: 12 }, 'body.2': { value: 'Pune' } } }],
      }),
    );
    await expectAccessible(container);
  });

  it('says at the field why a file was refused', async () => {
    const { container } = openAt('/setup-campaign/8', {
      'GET /api/v1/templates': { items: [pictured], nextCursor: null },
      'GET /api/v1/templates/3': pictured,
      'POST /api/v1/media': new Refusal(422, 'The picture is larger than 5 MB'),
    });
    const group = within(await screen.findByRole('group', { name: 'Header: address of the file' }));
    await group.findByRole('button', { name: /Upload a file$/ });
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    await userEvent.upload(input, new File(['png'], 'sale.png', { type: 'image/png' }));
    expect(await group.findByText('The picture is larger than 5 MB')).toBeVisible();
    await userEvent.click(group.getByText('Address of a file'));
    await userEvent.type(group.getByRole('textbox'), 'https://a.example/b.png');
    expect(group.getByRole('textbox')).toHaveValue('https://a.example/b.png');
  });

  it('shows who will be reached and who not, and why', async () => {
    openAt('/setup-campaign/8?step=people');
    expect(await screen.findByText('Has not opted in to marketing')).toBeVisible();
    expect(screen.getByTestId('sentence')).toHaveTextContent('236 of 240 people, from +1 555 010 0001, at once');
  });

  it('takes pasted phones, of which only the new ones are taken as opted in', async () => {
    const { sent } = openAt('/setup-campaign/8?step=people', {
      'POST /api/v1/contacts/batch': ({ body }: Sent) => ({
        items: (body as { contacts: unknown[] }).contacts.map(
          (_, index) =>
            [
              { index, id: 21, outcome: 'UPDATED' },
              { index, id: 22, outcome: 'CREATED' },
              { index, id: null, outcome: 'REJECTED', reason: 'is no phone number' },
            ][index],
        ),
      }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Paste phone numbers' }));
    const box = screen.getByRole('textbox', { name: 'Phone numbers' });
    await userEvent.type(box, '+91 98123 45678{Enter}+919800000001, 12');
    await userEvent.click(screen.getByLabelText('The new ones among them have opted in to marketing'));
    await userEvent.click(screen.getByRole('button', { name: 'Add 3 numbers' }));
    expect(await screen.findByText(/2 added, 1 of them new. Not a phone number: 12/)).toBeVisible();
    const batches = sent.filter((s) => s.path === '/api/v1/contacts/batch').map((s) => s.body);
    expect(batches).toEqual([
      { contacts: [{ phone: '+91 98123 45678' }, { phone: '+919800000001' }, { phone: '12' }] },
      { contacts: [{ phone: '+919800000001', consent: { marketing: 'OPTED_IN' } }] },
    ]);
    await waitFor(() =>
      expect(sent.findLast((s) => s.method === 'PUT')?.body).toMatchObject({ audience: { contactIds: [21, 22] } }),
    );
  });

  it('shows the pause for low quality as on for marketing only', async () => {
    const utility = { ...template, category: 'UTILITY' };
    openAt('/setup-campaign/8?step=when', { 'GET /api/v1/templates/3': utility });
    await userEvent.click(await screen.findByRole('button', { name: 'Advanced' }));
    expect(await screen.findByLabelText(/rates the number or the template low/)).not.toBeChecked();
  });

  it('lets one look closer before sending: a test, a sample, one person', async () => {
    const { sent } = openAt('/setup-campaign/8?step=check', {
      'POST /api/v1/campaigns/8/test': { items: [{ phone: '+919800000001', outcome: 'ACCEPTED' }] },
      'POST /api/v1/campaigns/8/preview': [{ contactId: 11, preview: { body: 'Hello *Asha*' } }],
      'GET /api/v1/campaigns/8/why': { explanation: 'Asha has opted out.' },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Send it to myself first' }));
    await userEvent.type(await screen.findByLabelText('Phones for the test'), '+91 98000 00001');
    await userEvent.click(screen.getByRole('button', { name: 'Send the test' }));
    expect(await screen.findByText('+919800000001: on its way')).toBeVisible();
    expect(sent.find((s) => s.path.endsWith('/test'))?.body).toEqual({ phones: ['+91 98000 00001'] });

    await userEvent.click(screen.getByRole('button', { name: 'What the first people would read' }));
    expect(await screen.findByText('Asha', { selector: 'strong' })).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Does somebody in particular get it?' }));
    await userEvent.type(await screen.findByLabelText('Phone of the person'), '+919800000002{Enter}');
    expect(await screen.findByText('Asha has opted out.')).toBeVisible();
  });

  it('takes people from a file, whose columns can then stand in the message', async () => {
    let list = { count: 0, columns: [] as string[], items: [], nextCursor: null };
    const { container, sent } = openAt('/setup-campaign/8?step=people', {
      'GET /api/v1/campaigns/8/recipients/values': () => list,
      'POST /api/v1/campaigns/8/recipients': () => {
        list = { ...list, count: 2, columns: ['coupon'] };
        return { added: 2, replaced: 0, rejected: 1, rejections: [{ row: 4, reason: 'is no phone', value: 'x' }] };
      },
    });
    await screen.findByRole('button', { name: 'People from a file, with values of their own' });
    const csv = 'phone,coupon\n+919800000001,A\n+919800000002,B\nx,C\n';
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    await userEvent.upload(input, new File([csv], 'people.csv', { type: 'text/csv' }));
    expect(await screen.findByText('2 people; columns for the message: coupon')).toBeVisible();
    expect(screen.getByText('Line 4: is no phone x')).toBeVisible();
    expect(sent.find((s) => s.path.endsWith('/recipients'))?.headers.get('Content-Type')).toBe('text/csv');
  });

  it('leads from a problem to the step where it is mended', async () => {
    const problems = [{ code: 'NO_AUDIENCE', message: 'Choose who gets it', field: 'audience' }];
    const { router } = openAt('/setup-campaign/8?step=check', {
      'POST /api/v1/campaigns/8/preflight': { ...preflight, ready: false, problems },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Fix in People' }));
    expect(router.state.location.search).toBe('?step=people');
  });

  it('does not send while something stands in the way', async () => {
    const problems = [{ code: 'NO_AUDIENCE', message: 'Choose who gets it', field: 'audience' }];
    openAt('/setup-campaign/8?step=check', {
      'POST /api/v1/campaigns/8/preflight': { ...preflight, ready: false, problems },
    });
    expect(await screen.findByRole('button', { name: 'Send to 236' })).toBeDisabled();
  });

  it('launches to no more people than were shown, after the warnings are ticked', async () => {
    const warnings = [{ code: 'LIMIT', message: 'Takes more than a day' }];
    const { router, sent } = openAt('/setup-campaign/8?step=check', {
      'POST /api/v1/campaigns/8/preflight': { ...preflight, warnings },
      'POST /api/v1/campaigns/8/launch': { ...campaign, id: 8, state: 'PREPARING' },
    });
    const send = await screen.findByRole('button', { name: 'Send to 236' });
    expect(send).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Takes more than a day' }));
    await userEvent.click(send);
    await waitFor(() => expect(router.state.location.pathname).toBe('/campaigns/8'));
    expect(sent.find((s) => s.path.endsWith('/launch'))?.body).toEqual({ expect: { maxRecipients: 236 } });
  });

  it('says when the draft could not be saved because somebody else changed it', async () => {
    openAt('/setup-campaign/8', { 'PUT /api/v1/campaigns/8': new Refusal(412, 'Stale') });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name of the campaign' }), '!');
    expect(await screen.findByText('Somebody else has changed this campaign meanwhile.')).toBeVisible();
  });

  it('leads to the live page once the campaign is launched', async () => {
    const { router } = openAt('/setup-campaign/7');
    await waitFor(() => expect(router.state.location.pathname).toBe('/campaigns/7'));
  });

  it.each(['message', 'people', 'when', 'check'])('is accessible at the step %s', async (step) => {
    const hours = { from: '09:00', to: '21:00', days: ['MON'], timezone: 'Asia/Kolkata' };
    const { container } = openAt(`/setup-campaign/8?step=${step}`, {
      'GET /api/v1/campaigns/8': { ...draft, delivery: { ...draft.delivery, hours } },
    });
    await screen.findByText('236 of 240 people');
    await expectAccessible(container);
  });
});
