import { expectAccessible, openAt } from '@test/screen';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('templates', () => {
  it('reads them from Meta and says what changed', async () => {
    const { sent } = openAt('/templates', {
      'POST /api/v1/templates/sync': { created: 2, updated: 0, unchanged: 1, missing: 0 },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Read from Meta' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Shop' }));
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual({ senderId: 1 });
  });

  it('shows a template as on a phone, with its examples', async () => {
    openAt('/templates/3');
    const phone = await screen.findByRole('region', { name: 'Preview on a phone' });
    expect(phone).toHaveTextContent('Hello Ana, everything is 20% off in Pune.');
    expect(phone).toHaveTextContent('Show me');
  });

  it.each(['/templates', '/templates/3'])('is accessible at %s', async (address) => {
    const { container } = openAt(address);
    await screen.findAllByText(/spring_sale/);
    await expectAccessible(container);
  });
});
