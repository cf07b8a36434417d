import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe';
import { launch, logIn, openPage } from './browser';
import { buildCampaign, launchCampaign } from './builder';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it('a campaign with a text for each of two languages is set up by clicking, and each is counted by itself', async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto('/setup-campaign');
  await logIn(page);
  await buildCampaign(page, 'In two languages', /Everyone/);
  await page.getByRole('button', { name: /^Send to [1-9]/ }).waitFor();
  await page.getByRole('navigation', { name: 'Steps' }).getByText('Message').click();

  await page.getByRole('combobox', { name: 'Add a text for another language' }).click();
  await page
    .getByRole('option', { name: /^diwali_offer \(/ })
    .first()
    .click();
  const other = page.getByRole('tab', { name: /^For people who speak/, selected: true });
  const languages = (await other.innerText()).replace('For people who speak ', '');
  // What was said of the variables holds for this text, too; a reload loses neither.
  await page.getByText('Saved as draft').waitFor();
  await page.reload();
  await other.waitFor();
  expect(await page.getByRole('textbox', { name: 'Text {{1}}: fallback' }).inputValue()).toBe('friend');
  expect(await violations(page)).toEqual([]);

  await page.getByRole('navigation', { name: 'Steps' }).getByText('Check').click();
  await page.getByRole('combobox', { name: 'Text', exact: true }).selectOption('For everybody else');
  await launchCampaign(page);
  await page.getByRole('heading', { name: 'Each text by itself' }).waitFor({ timeout: 60_000 });
  await page
    .getByRole('row')
    .filter({ hasText: `For people who speak ${languages}` })
    .waitFor();
  await page.getByRole('row').filter({ hasText: 'For everybody else' }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
