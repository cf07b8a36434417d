import { expectAccessible, openAt } from '@test/screen';
import { Refusal } from '@test/server';
import { campaign } from '@test/world/campaigns';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

const page = (...items: unknown[]) => ({ items, nextCursor: null });

describe('dashboard', () => {
  it('shows the way to the first campaign while there is none', async () => {
    openAt('/', { 'GET /api/v1/campaigns': page() });
    expect(await screen.findByRole('heading', { name: 'Send your first message in the sandbox' })).toBeVisible();
    const ways = screen.getAllByRole('link', { name: 'Set up campaign' });
    expect(ways.map((way) => way.getAttribute('href'))).toEqual(Array(3).fill('/setup-campaign'));
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

  it('leads from a number to its people', async () => {
    const started = { ...campaign, startedAt: new Date().toISOString() };
    openAt('/', { 'GET /api/v1/campaigns': page(started, { ...started, id: 6, startedAt: '2020-01-01T09:00:00Z' }) });
    const failed = await screen.findByRole('link', { name: 'Failed: 10' });
    const filter = new URLSearchParams(failed.getAttribute('href')?.split('?')[1]).get('filter');
    expect(JSON.parse(filter ?? '')).toEqual({
      type: 'any',
      of: [{ type: 'campaign', campaignId: 7, reached: 'FAILED' }],
    });
  });

  it('leads to the campaigns where their people would be too many to list', async () => {
    const many = Array.from({ length: 21 }, (_, i) => ({ ...campaign, id: i, startedAt: new Date().toISOString() }));
    openAt('/', { 'GET /api/v1/campaigns': page(...many) });
    expect(await screen.findByRole('link', { name: 'Sent: 500' })).toHaveAttribute('href', '/campaigns');
  });

  it('does not say that all is well while it does not know', async () => {
    openAt('/', { 'GET /api/v1/templates': new Refusal(500, 'The database is away') });
    expect(await screen.findByText('The database is away', {}, { timeout: 10_000 })).toBeVisible();
    expect(screen.queryByText('All well.')).toBeNull();
  });

  it('says of a campaign that has not begun that nobody is counted yet', async () => {
    openAt('/', { 'GET /api/v1/campaigns': page({ ...campaign, state: 'SCHEDULED', total: 0, buckets: {} }) });
    expect(await screen.findByText('The audience is put together when it starts.')).toBeVisible();
    expect(screen.queryByText('0 delivered of 0')).toBeNull();
  });

  it('is accessible', async () => {
    const { container } = openAt('/');
    await screen.findByRole('heading', { name: 'Limits of the senders' });
    await expectAccessible(container);
  });
});
