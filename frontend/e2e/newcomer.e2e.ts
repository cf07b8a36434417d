import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, logIn, openPage } from './browser';
import { launchCampaign } from './builder';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const THREE_MINUTES_MS = 180_000;
/** Of somebody who types nothing but the name and the password. */
const MOST_CLICKS = 20;

it('from the log-in to a finished campaign in under three minutes, led by the screens alone', async () => {
  const { page, complaints } = await openPage(browser);
  await page.addInitScript(() => {
    addEventListener(
      'click',
      ({ isTrusted, detail }) => {
        // A click on a label reaches its input as a second one.
        if (isTrusted && detail > 0) sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1;
      },
      true,
    );
  });
  const began = Date.now();
  await page.goto('/');
  await logIn(page);
  await page
    .getByRole('link', { name: /^Set up campaign$/ })
    .last()
    .click();
  await page
    .getByRole('radiogroup', { name: 'Template' })
    .locator('[role=radio]:not([disabled])')
    .filter({ hasText: /3 to fill in/ })
    .first()
    .click();
  const variables = page.getByRole('group', { name: /^(Text|Header|Button)/ });
  await variables.first().waitFor();
  for (const variable of await variables.all()) {
    const field = variable.getByRole('combobox', { name: /field of the contact/ });
    if ((await field.count()) === 0 || (await field.inputValue())) continue;
    await field.click();
    await page
      .getByRole('option', { name: /^(Name|City)$/ })
      .first()
      .click();
  }
  await page.getByRole('button', { name: 'Next: People' }).click();
  await page.getByRole('combobox', { name: 'Groups and segments', exact: true }).click();
  await page.getByRole('option', { name: /Everyone/ }).click();
  await page.getByRole('button', { name: 'Next: When' }).click();
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await launchCampaign(page);
  await page.getByText('Completed', { exact: true }).waitFor({ timeout: THREE_MINUTES_MS });
  expect(Date.now() - began).toBeLessThan(THREE_MINUTES_MS);
  expect(Number(await page.evaluate(() => sessionStorage.clicks as string))).toBeLessThanOrEqual(MOST_CLICKS);
  expect(complaints).toEqual([]);
});
