import { expectAccessible, openAt } from '@test/screen';
import { FakeEventSource } from '@test/server';
import { campaign, stats } from '@test/world';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

async function openLive(replies = {}) {
  const opened = openAt('/campaigns/7', replies);
  await waitFor(() => expect(FakeEventSource.opened.length).toBeGreaterThan(0));
  const stream = FakeEventSource.opened.at(-1) as FakeEventSource;
  act(() => {
    stream.open();
    stream.emit('stats', stats);
  });
  return { ...opened, stream };
}

describe('live page', () => {
  it('moves the counts as the stream speaks', async () => {
    const { stream } = await openLive();
    expect(stream.url).toBe('/api/v1/campaigns/7/stats/stream');
    expect(await screen.findByText('240 people')).toBeVisible();
    const buckets = within(screen.getByRole('group', { name: 'Recipients by state' }));
    expect(buckets.getByRole('link', { name: /^Read 30/ })).toBeVisible();
    act(() => stream.emit('stats', { ...stats, buckets: { ...stats.buckets, read: 45, delivered: 35 } }));
    expect(buckets.getByRole('link', { name: /^Read 45/ })).toBeVisible();
  });

  it('tells whether the numbers are live', async () => {
    const { stream } = await openLive();
    expect(await screen.findByText('Live')).toBeVisible();
    act(() => stream.fail(0));
    expect(screen.getByText('Reconnecting')).toBeVisible();
    act(() => stream.open());
    expect(screen.getByText('Live')).toBeVisible();
  });

  it('shows the people of a bucket on a click, and why they failed in words', async () => {
    const { router, sent } = await openLive();
    await userEvent.click(await screen.findByRole('link', { name: /^Failed 6/ }));
    expect(router.state.location.search).toContain('state=failed');
    await waitFor(() => expect(sent.some((s) => s.query.get('state') === 'failed')).toBe(true));
    expect(screen.getAllByText(/The phone has no WhatsApp/)[0]).toBeVisible();
  });

  it('pauses with the token of the session', async () => {
    const { sent } = await openLive({ 'POST /api/v1/campaigns/7/pause': { ...campaign, state: 'PAUSED' } });
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
    const pause = sent.find((s) => s.path.endsWith('/pause'));
    expect(pause?.headers.get('X-CSRF-Token')).toBe('csrf-of-the-session');
  });

  it('cancels only after a question', async () => {
    const { sent } = await openLive({ 'POST /api/v1/campaigns/7/cancel': { ...campaign, state: 'CANCELLING' } });
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(sent.some((s) => s.path.endsWith('/cancel'))).toBe(false);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel the campaign' }));
    await waitFor(() => expect(sent.some((s) => s.path.endsWith('/cancel'))).toBe(true));
  });

  it('says how it went after the end', async () => {
    await openLive({ 'GET /api/v1/campaigns/7': { ...campaign, state: 'COMPLETED' } });
    const ended = {
      ...stats,
      state: 'COMPLETED',
      finishedAt: '2026-11-21T09:02:00Z',
      settledAt: '2026-11-21T09:03:00Z',
    };
    act(() => FakeEventSource.opened.at(-1)?.emit('stats', ended));
    expect(await screen.findByText('2 min')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });

  it('is accessible', async () => {
    const { container } = await openLive();
    await screen.findByText('240 people');
    await screen.findByText(contactPhone);
    await expectAccessible(container);
  });
});

const contactPhone = '+919812345678';
