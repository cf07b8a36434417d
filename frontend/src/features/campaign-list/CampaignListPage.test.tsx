import { expectAccessible, openAt } from '@test/screen';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

describe('campaign list', () => {
  it('keeps the chosen state in the address and asks for it', async () => {
    const { router, sent } = openAt('/campaigns?cursor=abc');
    await userEvent.click(await screen.findByRole('radio', { name: 'Paused' }));
    await waitFor(() => expect(router.state.location.search).toBe('?state=PAUSED'));
    await waitFor(() => expect(sent.at(-1)?.query.get('state') ?? '').toBe('PAUSED'));
  });

  it('leads from a draft to the builder and from any other to the live page', async () => {
    openAt('/campaigns');
    expect(await screen.findByRole('link', { name: 'A draft' })).toHaveAttribute('href', '/setup-campaign/8');
    expect(screen.getByRole('link', { name: 'Spring sale' })).toHaveAttribute('href', '/campaigns/7');
  });

  it('is accessible', async () => {
    const { container } = openAt('/campaigns');
    await screen.findByText('80 delivered of 240');
    await expectAccessible(container);
  });
});
