import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, logIn, openPage } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it('whoever goes on while the draft is saved for the first time comes to the step, however long that takes to load', async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto('/setup-campaign');
  await logIn(page);
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 201);
  await page.route(/PeopleStep-.*\.js$/, async (route) => {
    await saved;
    await page.waitForURL(/setup-campaign\/\d+/);
    await route.continue();
  });
  await page.getByLabel('Name of the campaign').fill('In a hurry');
  await page.getByRole('button', { name: 'Next: People' }).click();
  await page.getByRole('heading', { level: 2, name: 'People', exact: true }).waitFor();
  expect(new URL(page.url()).search).toBe('?step=people');
  expect(complaints).toEqual([]);
});
