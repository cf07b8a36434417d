import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { launch, logIn, openPage } from './browser';
import { buildCampaign, launchCampaign } from './builder';

const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const SIZE = { width: 1360, height: 900 };

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
  await buildCampaign(page, 'Spring sale');
  await page.getByRole('button', { name: /^Send to/ }).waitFor();
  await page.getByRole('navigation', { name: 'Steps' }).getByText('Message').click();
  await page.getByRole('radiogroup', { name: 'Template' }).waitFor();
  await page.screenshot({ path: `${FOLDER}builder.png` });

  await page.getByRole('navigation', { name: 'Steps' }).getByText('Check').click();
  await launchCampaign(page);
  await page.locator('[data-bucket="read"]').waitFor({ timeout: 60_000 });
  await page.screenshot({ path: `${FOLDER}live.png` });
});
