import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, logIn, openPage } from './browser';
import { buildCampaign, launchCampaign } from './builder';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it('two tabs share one stream, and the second carries on when the first is closed', async () => {
  const { context, page, complaints } = await openPage(browser);
  let streams = 0;
  context.on('request', (request) => {
    if (request.url().endsWith('/api/v1/stats/stream')) streams++;
  });
  await page.goto('/setup-campaign');
  await logIn(page);
  await buildCampaign(page, 'In two tabs');
  await launchCampaign(page);
  await page.getByText('Live', { exact: true }).waitFor();
  const before = streams;

  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByText('Live', { exact: true }).waitFor();
  await second.locator('[data-bucket]').first().waitFor();
  expect(streams).toBe(before);

  await page.close();
  await expect.poll(() => streams, { timeout: 15_000 }).toBe(before + 1);
  await second.getByText('Live', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

it('a session that ends leads to the log-in page, also while one only watches', async () => {
  const { page } = await openPage(browser);
  await page.goto('/campaigns');
  await logIn(page);
  await page.locator('main a[href^="/campaigns/"]').first().click();
  await page.getByText('Live', { exact: true }).waitFor();
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  await page.request.delete('/api/v1/session', { headers: { 'X-CSRF-Token': csrfToken } });
  await page.waitForURL(/\/login\?next=/);
});

it('every page comes with a strict policy, and the language is a choice that stays', async () => {
  const { page, complaints } = await openPage(browser);
  const answer = await page.goto('/settings');
  expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
  await logIn(page);
  await page.getByText('Português').click();
  await page.getByRole('heading', { name: 'Ajustes' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Ajustes' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('pt');
  await page.getByText('हिन्दी').click();
  await page.getByRole('heading', { name: 'सेटिंग' }).waitFor();
  expect(complaints).toEqual([]);
});

it('a segment is put together by clicking, counted as it changes, and chosen for a campaign', async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto('/segments/new');
  await logIn(page);
  await page.getByTestId('matched').waitFor();
  await page.getByLabel('Name of the segment').fill('Members in Pune');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('menuitem', { name: 'Something known of the person' }).click();
  const condition = page.getByRole('group', { name: 'Condition 1' });
  await condition.getByRole('combobox', { name: 'What', exact: true }).click();
  await page.getByRole('option', { name: 'City', exact: true }).click();
  await condition.getByRole('combobox', { name: 'Comparison' }).click();
  await page.getByRole('option', { name: 'is', exact: true }).click();
  await condition.getByRole('textbox', { name: 'Value' }).fill('Pune');
  await expect.poll(() => page.getByTestId('matched').innerText()).not.toBe('400 people');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/\/segments\/\d+$/);

  await page.goto('/setup-campaign');
  await buildCampaign(page, 'To a segment', /Members in Pune/);
  await page.getByRole('button', { name: /^Send to [1-9]/ }).waitFor();
  expect(complaints).toEqual([]);
});
