import { expectAccessible, openAt } from '@test/screen';
import { FakeEventSource } from '@test/server';
import { campaign, stats } from '@test/world/campaigns';
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
    expect(stream.url).toBe('/api/v1/stats/stream');
    expect(await screen.findByText('240 people')).toBeVisible();
    const buckets = within(screen.getByRole('group', { name: 'Recipients by state' }));
    expect(buckets.getByRole('link', { name: /^Read 30/ })).toBeVisible();
    act(() => stream.emit('stats', { ...stats, buckets: { ...stats.buckets, read: 45, delivered: 35 } }));
    expect(await buckets.findByRole('link', { name: /^Read 45/ })).toBeVisible();
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

  it('leads from a reason to those whom it concerns', async () => {
    const { sent } = await openLive();
    await userEvent.click(await screen.findByRole('link', { name: 'Has not opted in to marketing 4' }));
    await waitFor(() => expect(sent.some((s) => s.query.get('reason') === 'NOT_OPTED_IN')).toBe(true));
    expect(screen.getByRole('button', { name: 'Has not opted in to marketing only: show all' })).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'The phone has no WhatsApp 6' }));
    await waitFor(() => expect(sent.some((s) => s.query.get('errorCode') === '131026')).toBe(true));
  });

  it('counts each text by itself where there are several', async () => {
    const { container } = await openLive({
      'GET /api/v1/campaigns/7': {
        ...campaign,
        content: [...campaign.content, { templateId: 4, variables: {}, when: { languages: ['pt'] } }],
      },
    });
    expect(screen.queryByText('Each text by itself')).toBeNull();
    const half = { total: 120, buckets: stats.buckets, funnel: stats.funnel, engagement: stats.engagement };
    const variants = [
      { variant: 0, ...half },
      { variant: 1, ...half, funnel: { ...stats.funnel, delivered: 60 } },
    ];
    act(() => FakeEventSource.opened.at(-1)?.emit('stats', { ...stats, version: 13, variants }));
    expect(await screen.findByText('Each text by itself')).toBeVisible();
    const second = within(
      (await screen.findByRole('link', { name: 'too_loud (English)' })).closest('tr') as HTMLElement,
    );
    expect(second.getByText('For people who speak Portuguese')).toBeVisible();
    expect(second.getByText('60 (50%)')).toBeVisible();
    await expectAccessible(container);
  });

  it('tells its story once it has ended', async () => {
    const finished = {
      ...stats,
      state: 'COMPLETED',
      finishedAt: '2026-11-21T09:05:00Z',
      settledAt: '2026-11-21T09:06:00Z',
    };
    await openLive({
      'GET /api/v1/campaigns/7': { ...campaign, state: 'COMPLETED' },
      'GET /api/v1/campaigns/7/stats': finished,
    });
    act(() => FakeEventSource.opened.at(-1)?.emit('stats', finished));
    const story = await screen.findAllByText(/^(Launched by admin|Sending begins)\.$/);
    expect(story.map((line) => line.textContent)).toEqual(['Launched by admin.', 'Sending begins.']);
    expect(screen.getByText(/80 of 240 people have it on their phone/)).toBeVisible();
    expect(screen.getByRole('link', { name: '1 replied' })).toHaveAttribute('href', '/campaigns/7?tab=replies');
  });

  it('leads to the template that Meta has stopped', async () => {
    const stateReason = { code: 'META_132015', message: 'The template is paused.', by: 'META', action: 'Change it.' };
    await openLive({
      'GET /api/v1/campaigns/7': { ...campaign, state: 'PAUSED', stateReason },
      'GET /api/v1/campaigns/7/stats': { ...stats, state: 'PAUSED' },
    });
    act(() => FakeEventSource.opened.at(-1)?.emit('stats', { ...stats, version: 14, state: 'PAUSED' }));
    expect(await screen.findByRole('link', { name: 'Look at the template' })).toHaveAttribute('href', '/templates/3');
  });

  it('shows what people answered', async () => {
    await openLive();
    await userEvent.click(await screen.findByRole('tab', { name: /^Replies/ }));
    expect(await screen.findByText('Where is the shop?')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Asha' })).toHaveAttribute('href', '/contacts/11');
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

  it('tells what happened, newest first', async () => {
    await openLive();
    await userEvent.click(await screen.findByRole('tab', { name: 'Activity' }));
    expect(await screen.findByText('Sending begins.')).toBeVisible();
    expect(screen.getByText('Launched by admin.')).toBeVisible();
  });

  it('says why it waits and when it goes on', async () => {
    const stateReason = {
      code: 'MESSAGING_LIMIT',
      message: 'The limit is used up.',
      resumesAt: '2026-11-22T10:04:00Z',
    };
    const waiting = { ...campaign, state: 'WAITING', stateReason };
    const { stream } = await openLive({ 'GET /api/v1/campaigns/7': waiting });
    act(() => stream.emit('stats', { ...stats, state: 'WAITING' }));
    expect(await screen.findByText(/The limit is used up\. Goes on/)).toBeVisible();
  });

  it('lets a person decide about the unconfirmed, after a question', async () => {
    const { stream, sent } = await openLive({ 'POST /api/v1/campaigns/7/unconfirmed': campaign });
    act(() => stream.emit('stats', { ...stats, buckets: { ...stats.buckets, queued: 97, unconfirmed: 3 } }));
    expect(await screen.findByText('Nobody knows whether 3 messages arrived')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Send 3 again' }));
    await waitFor(() => expect(sent.find((s) => s.path.endsWith('/unconfirmed'))?.body).toEqual({ action: 'RESEND' }));
  });

  it('opens a recipient with times and the reason', async () => {
    await openLive();
    await userEvent.click(await screen.findByText(contactPhone));
    const drawer = await screen.findByRole('dialog');
    expect(within(drawer).getByText('Ask for another number')).toBeVisible();
    expect(within(drawer).getByRole('link', { name: 'Open the contact' })).toHaveAttribute('href', '/contacts/11');
  });

  it('makes a draft of those who failed', async () => {
    const { stream, sent, router } = await openLive();
    act(() => stream.emit('stats', { ...stats, state: 'COMPLETED' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Retry all 6 failed as a new campaign' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/setup-campaign/9'));
    const body = sent.find((s) => s.method === 'POST' && s.path === '/api/v1/campaigns')?.body;
    expect(body).toMatchObject({ name: 'Spring sale, again', audience: { contactIds: [11] } });
  });

  it('is accessible', async () => {
    const { container } = await openLive();
    await screen.findByText('240 people');
    await screen.findByText(contactPhone);
    await expectAccessible(container);
  });
});

const contactPhone = '+919812345678';
