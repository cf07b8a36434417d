import { openAt } from '@test/screen';
import { type Sent } from '@test/server';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('who gets it', () => {
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

  it('shows who will be reached and who not, and why', async () => {
    openAt('/setup-campaign/8?step=people');
    expect(await screen.findByText('Has not opted in to marketing')).toBeVisible();
    expect(screen.getByTestId('sentence')).toHaveTextContent('236 of 240 people, from +1 555 010 0001, at once');
  });

  it('closes the list of groups once one is chosen', async () => {
    openAt('/setup-campaign/8?step=people');
    const field = await screen.findByRole('combobox', { name: 'Without these groups and segments' });
    await userEvent.click(field);
    await userEvent.click((await screen.findAllByRole('option')).at(0) as HTMLElement);
    await waitFor(() => expect(field).toHaveAttribute('aria-expanded', 'false'));
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
});
