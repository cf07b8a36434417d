import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, logIn, openPage } from './browser';
import { buildCampaign, launchCampaign } from './builder';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const DONE_WITHIN_MS = 90_000;

it('a newcomer logs in, builds and launches a campaign by clicking, and sees the counts move to the end', async () => {
  const { page, complaints } = await openPage(browser);
  // A deep link of somebody who is not logged in leads there after the log-in.
  await page.goto('/setup-campaign');
  await logIn(page);
  await buildCampaign(page, 'By clicking');

  // The address holds the draft: a reload loses nothing.
  await page.getByRole('button', { name: /^Send to/ }).waitFor();
  await page.reload();
  expect(await page.getByLabel('Name of the campaign').inputValue()).toBe('By clicking');

  await launchCampaign(page);
  await page.getByText('Live', { exact: true }).waitFor();

  const bucket = (name: string) => page.locator(`[data-bucket="${name}"]`);
  await bucket('queued').waitFor();
  await bucket('delivered').waitFor();
  await page.getByText('Completed', { exact: true }).waitFor({ timeout: DONE_WITHIN_MS });
  await bucket('read').waitFor({ timeout: DONE_WITHIN_MS });
  await expect.poll(() => bucket('queued').count(), { timeout: 15_000 }).toBe(0);

  const total = numberIn(await page.getByText(/^[\d,]+ people$/).innerText());
  const counts = await page.locator('[data-bucket] > :nth-child(3)').allInnerTexts();
  expect(counts.map(numberIn).reduce((a, b) => a + b, 0)).toBe(total);
  expect(total).toBeGreaterThan(100);

  // A number leads to its people.
  await bucket('read').click();
  await page.getByRole('table').getByText('Read', { exact: true }).first().waitFor();
  expect(complaints).toEqual([]);
});

const numberIn = (text: string) => Number(text.replace(/\D/g, ''));
