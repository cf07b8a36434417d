import { expectAccessible, openAt } from '@test/screen';
import { campaign } from '@test/world/campaigns';
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

  it('shows what the last days reached, opt-outs too, against the days before', async () => {
    const { sent } = openAt('/');
    expect(await screen.findByText('240 in the 30 days before')).toBeVisible();
    expect(screen.getByText('Opted out').parentElement).toHaveTextContent('7');
    expect(screen.getByText(/20 Nov|Nov 20/, { selector: 'td' })).toHaveTextContent('500 sent');
    expect(sent.find((s) => s.path === '/api/v1/stats/trends')?.query.get('timezone')).toBeTruthy();
  });

  it('is accessible', async () => {
    const { container } = openAt('/');
    await screen.findByRole('heading', { name: 'Limits of the senders' });
    await expectAccessible(container);
  });
});
