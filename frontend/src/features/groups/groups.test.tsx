import { expectAccessible, openAt } from '@test/screen';
import { group } from '@test/world/audiences';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('groups', () => {
  it('creates a group', async () => {
    const { sent } = openAt('/groups', { 'POST /api/v1/groups': { ...group, id: 6, name: 'New ones' } });
    await userEvent.type(await screen.findByLabelText(/Name of a new group/), 'New ones');
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual({ name: 'New ones' });
  });

  it('adds pasted phones and names those that nobody has', async () => {
    const { sent } = openAt('/groups/5', { 'POST /api/v1/groups/5/members': { added: 1, unknown: ['+919999999999'] } });
    await userEvent.type(await screen.findByLabelText(/Add contacts by phone/), '+919812345678, +919999999999');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText(/1 person added. No contact has: \+919999999999/)).toBeVisible();
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual({ phones: ['+919812345678', '+919999999999'] });
  });

  it.each(['/groups', '/groups/5'])('is accessible at %s', async (address) => {
    const { container } = openAt(address);
    await screen.findByText(address === '/groups' ? 'Regulars' : 'Asha');
    await expectAccessible(container);
  });
});
