import { expectAccessible, openAt } from '@test/screen';
import { Refusal } from '@test/server';
import { contact } from '@test/world/contacts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('contacts', () => {
  it('searches as one types, and keeps it in the address', async () => {
    const { router, sent } = openAt('/contacts');
    const field = await screen.findByLabelText('Name or phone');
    await userEvent.type(field, 'ash');
    await waitFor(() => expect(router.state.location.search).toBe('?search=ash'));
    await waitFor(() => expect(sent.some((s) => s.query.get('search') === 'ash')).toBe(true));
    expect(field).toHaveFocus();
    expect(field).toHaveValue('ash');
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

  it('finds people by the conditions that segments have, kept in the address', async () => {
    const { router, sent } = openAt('/contacts');
    await userEvent.click(await screen.findByRole('button', { name: 'Conditions' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Add a condition' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Tag' }));
    const condition = await screen.findByRole('group', { name: 'Condition 1' });
    await userEvent.type(await within(condition).findByRole('textbox', { name: 'Tag' }), 'vip');
    const filter = { type: 'all', of: [{ type: 'tag', tag: 'vip' }] };
    await waitFor(() => {
      const asked = sent.findLast((s) => s.path === '/api/v1/contacts')?.query.get('filter');
      expect(JSON.parse(asked ?? 'null')).toEqual(filter);
    });
    await userEvent.click(screen.getByRole('link', { name: 'Keep them as a segment' }));
    // The address changes before the page does, and the list's own field says “vip” too.
    expect(await screen.findByRole('heading', { level: 1, name: 'New segment' })).toBeVisible();
    expect(router.state.location.pathname).toBe('/segments/new');
    expect(screen.getByDisplayValue('vip')).toBeVisible();
  });

  it('knows countries by their names, in the list and in conditions', async () => {
    const { sent } = openAt('/contacts');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Country' }), 'Germany');
    await waitFor(() => expect(sent.some((s) => s.query.get('country') === 'DE')).toBe(true));

    await userEvent.click(await screen.findByRole('button', { name: 'Conditions' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Add a condition' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Something known of the person' }));
    const condition = within(await screen.findByRole('group', { name: 'Condition 1' }));
    await userEvent.click(await condition.findByRole('combobox', { name: 'What' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Country' }));
    await userEvent.click(condition.getByRole('combobox', { name: 'Comparison' }));
    await userEvent.click(await screen.findByRole('option', { name: 'is' }));
    await userEvent.click(await condition.findByRole('combobox', { name: 'Value' }));
    // The first is of the list's own filter.
    await userEvent.click((await screen.findAllByRole('option', { name: 'France' })).at(-1) as HTMLElement);
    await waitFor(() => {
      const filter = sent.findLast((s) => s.path === '/api/v1/contacts')?.query.get('filter');
      expect(JSON.parse(filter ?? 'null')).toMatchObject({ of: [{ path: 'contact.country', value: 'FR' }] });
    });
  });

  it('changes what is edited and takes away what is emptied, unless somebody was faster', async () => {
    const { sent } = openAt('/contacts/11', { 'PATCH /api/v1/contacts/11': contact });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await userEvent.clear(await screen.findByLabelText('City'));
    await userEvent.type(screen.getByLabelText('Language'), 'hi');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('button', { name: 'Edit' })).toBeVisible();
    const saved = sent.find((s) => s.method === 'PATCH');
    expect(saved?.body).toMatchObject({ name: 'Asha', language: 'hi', externalId: null, attributes: { city: null } });
    expect(saved?.headers.get('If-Match')).toBe('"1"');
  });

  it('tells what happened with somebody, in words', async () => {
    openAt('/contacts/11');
    expect(await screen.findByRole('link', { name: 'Spring sale' })).toHaveAttribute('href', '/campaigns/7');
    expect(await screen.findByText(/Failed \(The phone has no WhatsApp\)/)).toBeVisible();
    expect(screen.getByText('Wrote: “Where is the shop?”')).toBeVisible();
    expect(screen.getByText('purchase total 120')).toBeVisible();
  });

  it('shows by what right somebody is written to', async () => {
    openAt('/contacts/11?tab=consent');
    expect(await screen.findByText('Marketing: opted in, Utility: unknown')).toBeVisible();
    expect(screen.getByText(/import:12/)).toBeVisible();
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
