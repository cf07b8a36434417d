import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, logIn, openPage } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it('a CSV with a bad line imports the good ones and names the bad one', async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto('/contacts/import');
  await logIn(page);
  const csv =
    'phone,name,city\n+4915112345670,Imported One,Bonn\nno phone,Bad Line,Bonn\n+4915112345671,Imported Two,Bonn\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('combobox', { name: 'city is taken as' }).waitFor();
  await page.getByRole('button', { name: 'Try it first' }).click();
  await page.getByText('2 would be new').waitFor();
  await page.getByText('Line 3: ').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL(/\/contacts\/import\/\d+$/);
  await page.getByText('Done', { exact: true }).waitFor();
  await page.getByRole('cell', { name: 'no phone', exact: true }).waitFor();
  await page.goto('/contacts?search=Imported');
  await page.getByRole('link', { name: 'Imported Two' }).waitFor();
  expect(complaints).toEqual([]);
});
