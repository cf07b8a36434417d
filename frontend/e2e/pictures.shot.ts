import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, logIn, openPage } from './browser';
import { buildCampaign, launchCampaign } from './builder';

const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const SIZE = { width: 1360, height: 960 };

let browser: Browser;
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  browser = await launch();
});
afterAll(() => browser?.close());

it('takes the pictures of the README', async () => {
  const { page } = await openPage(browser, { viewport: SIZE, colorScheme: 'light' });
  await page.goto('/setup-campaign');
  await logIn(page);
  await buildCampaign(page, 'Diwali sale', /Everyone/);
  await page.getByRole('button', { name: /^Send to/ }).waitFor();
  await page.getByRole('navigation', { name: 'Steps' }).getByText('Message').click();
  await page.getByRole('radiogroup', { name: 'Template' }).waitFor();
  await page.screenshot({ path: `${FOLDER}builder.png` });

  await page.getByRole('navigation', { name: 'Steps' }).getByText('Check').click();
  await launchCampaign(page);
  await page.locator('[data-bucket="failed"]').waitFor({ timeout: 60_000 });
  const read = async () => Number(await page.locator('[data-bucket="read"] > :nth-child(3)').innerText());
  await expect.poll(read, { timeout: 60_000 }).toBeGreaterThan(12);
  await page.screenshot({ path: `${FOLDER}live.png` });
});
