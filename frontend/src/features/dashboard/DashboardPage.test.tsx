import { expectAccessible, openAt } from '@test/screen';
import { campaign } from '@test/world';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

const page = (...items: unknown[]) => ({ items, nextCursor: null });

describe('dashboard', () => {
  it('shows the way to the first campaign while there is none', async () => {
    openAt('/', { 'GET /api/v1/campaigns': page() });
    expect(await screen.findByRole('heading', { name: 'Send your first message in the sandbox' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Set up a campaign' })).toHaveAttribute('href', '/setup-campaign');
  });

  it('names what needs attention, with the reason', async () => {
    const stateReason = { code: 'USER', message: 'Paused by admin', by: 'USER' };
    openAt('/', { 'GET /api/v1/campaigns': page({ ...campaign, state: 'PAUSED', stateReason }) });
    expect(await screen.findByText('Paused by admin')).toBeVisible();
  });

  it('says that all is well', async () => {
    openAt('/');
    expect(await screen.findByText('All well.')).toBeVisible();
  });

  it('is accessible', async () => {
    const { container } = openAt('/');
    await screen.findByRole('heading', { name: 'Limits of the senders' });
    await expectAccessible(container);
  });
});
