import { expectAccessible, openAt } from '@test/screen';
import { Refusal } from '@test/server';
import { contact } from '@test/world';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('contacts', () => {
  it('searches by what is in the address', async () => {
    const { router, sent } = openAt('/contacts');
    await userEvent.type(await screen.findByLabelText('Name or phone'), 'ash{Enter}');
    await waitFor(() => expect(router.state.location.search).toBe('?search=ash'));
    await waitFor(() => expect(sent.some((s) => s.query.get('search') === 'ash')).toBe(true));
  });

  it('shows the server’s reason beside the field', async () => {
    openAt('/contacts', {
      'POST /api/v1/contacts': new Refusal(422, 'Not acceptable', [{ field: 'phone', message: 'is no phone number' }]),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'New contact' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Phone/), '12');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Create' }));
    expect(await within(dialog).findByText('is no phone number')).toBeVisible();
  });

  it('shows a contact with its attributes', async () => {
    openAt('/contacts/11');
    expect(await screen.findByRole('heading', { name: 'Asha' })).toBeVisible();
    expect(screen.getByText('Pune')).toBeVisible();
  });

  it('names the lines that an import left out', async () => {
    openAt('/contacts/import/6');
    expect(await screen.findByText('Not a phone number')).toBeVisible();
    expect(screen.getByText('Done')).toBeVisible();
  });

  it.each(['/contacts', '/contacts/11', '/contacts/import', '/contacts/import/6'])(
    'is accessible at %s',
    async (at) => {
      const { container } = openAt(at);
      await screen.findByRole('heading', { level: 1 });
      if (at === '/contacts') await screen.findByText(contact.phone);
      await expectAccessible(container);
    },
  );
});
