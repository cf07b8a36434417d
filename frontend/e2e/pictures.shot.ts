import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
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

  await page.goto('/');
  await page.getByRole('heading', { name: 'Limits of the senders' }).waitFor();
  await page.locator('main').getByText('Portfolio').waitFor();
  await page.waitForFunction(() => !document.querySelector('[role=status][aria-label=Loading]'));
  await page.screenshot({ path: `${FOLDER}dashboard.png` });

  await page.goto('/segments/new');
  await page.getByTestId('matched').waitFor();
  await page.getByLabel('Name of the segment').fill('Loyal people in Pune');
  await addCondition(page, 'Something known of the person');
  const first = page.getByRole('group', { name: 'Condition 1' });
  await first.getByRole('combobox', { name: 'What', exact: true }).click();
  await page.getByRole('option', { name: 'City', exact: true }).click();
  await first.getByRole('combobox', { name: 'Comparison' }).click();
  await page.getByRole('option', { name: 'is', exact: true }).click();
  await first.getByRole('textbox', { name: 'Value' }).fill('Pune');
  await addCondition(page, 'Something the person did');
  const second = page.getByRole('group', { name: 'Condition 2' });
  await second.getByRole('textbox', { name: 'What the person did' }).fill('complaint');
  await second.getByText('not', { exact: true }).click();
  await expect.poll(() => page.getByTestId('matched').innerText()).not.toBe('400 people');
  await page.screenshot({ path: `${FOLDER}segment.png` });

  await page.goto('/contacts');
  await page.getByRole('row').nth(5).waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${FOLDER}contacts-dark.png` });
});

async function addCondition(page: Page, kind: string) {
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
}
