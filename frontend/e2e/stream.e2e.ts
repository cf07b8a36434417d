import type { ServerResponse } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, logIn, openPage } from './browser';
import { buildCampaign, launchCampaign } from './builder';
import { standBetween } from './middle';

const APPLICATION = process.env.TIERCAST_URL ?? '';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** At the speed that the sandbox has, a campaign would be over before the line is mended. */
async function slowDown(page: Page, throughputPerSecond: number | null) {
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  const { items } = (await (await page.request.get('/api/v1/senders')).json()) as { items: { id: number }[] };
  await page.request.patch(`/api/v1/senders/${items[0]?.id}`, {
    headers: { 'X-CSRF-Token': csrfToken },
    data: { throughputPerSecond },
  });
}

const leftOnScreen = async (page: Page) => Number((await page.getByTestId('left').innerText()).replace(/[^\d].*$/, ''));

it('a connection that is lost is said to be, and when it is back the counts are right at once', async () => {
  const middle = await standBetween(APPLICATION);
  const { page, context } = await openPage(browser, { baseURL: middle.url });
  await page.goto('/setup-campaign');
  await logIn(page);
  await slowDown(page, 12);
  await buildCampaign(page, 'Over a bad line', /Everyone/);
  await launchCampaign(page);
  const badge = page.locator('[data-connection]');
  await page.getByText('Live', { exact: true }).waitFor();
  await expect.poll(() => page.locator('[data-bucket="delivered"]').count(), { timeout: 30_000 }).toBeGreaterThan(0);

  await middle.cut();
  await expect.poll(() => badge.getAttribute('data-connection')).toBe('reconnecting');
  const before = await leftOnScreen(page);
  const id = /campaigns\/(\d+)/.exec(page.url())?.[1];
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const left = async () => {
    const answer = await fetch(`${APPLICATION}/api/v1/campaigns/${id}/stats`, { headers: { cookie: cookies } });
    const { buckets } = (await answer.json()) as { buckets: Record<string, number> };
    return (buckets.queued ?? 0) + (buckets.deferred ?? 0) + (buckets.sending ?? 0);
  };
  await expect.poll(left, { timeout: 30_000 }).toBeLessThan(before - 20);
  expect(await leftOnScreen(page)).toBe(before);

  const meanwhile = await left();
  await middle.mend();
  await expect.poll(() => badge.getAttribute('data-connection'), { timeout: 30_000 }).toBe('live');
  await expect.poll(() => leftOnScreen(page), { timeout: 2_000 }).toBeLessThanOrEqual(meanwhile);
  await slowDown(page, null);
  await page.getByText(/^Completed$/).waitFor({ timeout: 60_000 });
  await context.close();
  await middle.cut();
});

const CAMPAIGNS = 20;
const EVENTS_PER_SECOND = 60;
const TOTAL = 100_000;
const KEYS = 60;

const campaigns = Array.from({ length: CAMPAIGNS }, (_, i) => ({
  id: 900_000 + i,
  name: `Campaign ${i}`,
  state: 'RUNNING',
  total: TOTAL,
  buckets: { queued: TOTAL },
}));

/** As the application speaks, but of many campaigns, and in a hurry. */
function speak(reply: ServerResponse) {
  reply.writeHead(200, { 'Content-Type': 'text/event-stream' });
  let said = 0;
  const timer = setInterval(() => {
    const { id, state } = campaigns[said % CAMPAIGNS] ?? { id: 0, state: '' };
    const n = said++ * 10;
    const buckets = { queued: TOTAL - n, sent: n / 2, delivered: n / 4, read: n / 4 };
    const stats = { campaignId: id, state, total: TOTAL, version: said, buckets, asOf: new Date().toISOString() };
    reply.write(`event: stats\ndata: ${JSON.stringify(stats)}\n\n`);
  }, 1_000 / EVENTS_PER_SECOND);
  reply.on('close', () => clearInterval(timer));
}

it('60 events a second over all campaigns never hold up what somebody types', async () => {
  const middle = await standBetween(APPLICATION, ({ url = '' }, reply) => {
    if (url.startsWith('/api/v1/stats/stream')) speak(reply);
    else if (url.startsWith('/api/v1/campaigns?'))
      reply
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ items: campaigns, nextCursor: null }));
    else return false;
    return true;
  });
  const { page, context } = await openPage(browser, { baseURL: middle.url });
  await page.goto('/');
  await logIn(page);
  await expect.poll(() => page.getByText(/delivered of 100,000/).count()).toBe(CAMPAIGNS);
  const moving = page.getByText(/^[1-9][\d,]* delivered of 100,000/);
  await expect.poll(() => moving.count()).toBe(CAMPAIGNS);

  await page.evaluate(() => {
    const waits: number[] = [];
    Object.assign(window, { waits });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.name === 'keydown') waits.push(entry.processingStart - entry.startTime);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press('Tab');
    await page.waitForTimeout(50);
  }
  const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits);
  // Only what took longer than a frame is told at all.
  const slow = waits.filter((wait) => wait > 100);
  expect(Math.max(0, ...waits)).toBeLessThan(200);
  expect(slow.length).toBeLessThanOrEqual(2);
  await context.close();
  await middle.cut();
});
