import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsInBothThemes } from './axe';
import { launch, logIn, openPage } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

async function openSettings() {
  const opened = await openPage(browser);
  await opened.page.goto('/settings');
  await logIn(opened.page);
  return opened;
}

/** As the server has it, which the next reply goes by. */
const optOutWords = async (page: Page) =>
  ((await (await page.request.get('/api/v1/consent-words')).json()) as { optOut: string[] }).optOut;

it('a word that opts out is added, taken back, refused where it cannot be, and added in another language', async () => {
  const { page, complaints } = await openSettings();
  const anyLanguage = page.getByRole('group', { name: 'In any language' });
  const field = anyLanguage.getByRole('combobox', { name: 'Opts out of marketing' });
  await field.fill('no more');
  await field.press('Enter');
  await expect.poll(() => optOutWords(page)).toContain('no more');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => optOutWords(page)).not.toContain('no more');
  await anyLanguage.getByText('no more', { exact: true }).waitFor({ state: 'detached' });

  await page.getByRole('combobox', { name: 'Add words of a language' }).click();
  await page.getByRole('option', { name: 'Brazilian Portuguese' }).click();
  const portuguese = page.getByRole('group', { name: 'Brazilian Portuguese' });
  await portuguese.getByRole('combobox', { name: 'Opts out of marketing' }).fill('chega');
  await portuguese.getByRole('combobox', { name: 'Opts out of marketing' }).press('Enter');
  await expect.poll(() => optOutWords(page)).toContain('chega');
  expect(await violationsInBothThemes(page)).toEqual([]);
  await portuguese.getByRole('button', { name: 'Remove these words' }).click();
  await expect.poll(() => optOutWords(page)).not.toContain('chega');
  expect(complaints).toEqual([]);

  const confirming = anyLanguage.getByRole('combobox', { name: 'Confirms consent' });
  await confirming.fill('Stop!');
  await confirming.press('Enter');
  await page.getByText('“Stop!”: cannot opt out and confirm').waitFor();
});

it('an endpoint is added, its secret shown once, tested, paused, changed and deleted', async () => {
  const { page, complaints } = await openSettings();
  await page.getByRole('button', { name: 'Add an endpoint' }).click();
  const dialog = page.getByRole('dialog');
  // Nobody answers there: the name can belong to nobody.
  const url = 'https://endpoint.invalid/told';
  await dialog.getByLabel('Address').fill(url);
  await dialog.getByLabel('What it is for').fill('The shop');
  await dialog.getByLabel('Somebody opts out').check();
  await dialog.getByLabel('Somebody replies').check();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText(/^whsec_/).waitFor();

  const card = page.getByRole('article', { name: url });
  await card.getByText('On', { exact: true }).waitFor();
  await card.getByRole('button', { name: 'Send a test' }).click();
  await card.getByRole('cell', { name: /tried again/ }).waitFor();
  await card.getByText('Failing', { exact: true }).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);

  await card.getByRole('button', { name: 'Pause' }).click();
  await card.getByText('Paused', { exact: true }).waitFor();
  await card.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByLabel('Somebody replies').uncheck();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await card.getByText('Somebody replies').waitFor({ state: 'detached' });
  await page.reload();
  await card.waitFor();
  expect(await page.getByText(/^whsec_/).count()).toBe(0);
  expect(complaints).toEqual([]);

  await card.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByLabel('Address').fill('https://127.0.0.1/told');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('must be a public address').waitFor();
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await card.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete the endpoint' }).click();
  await card.waitFor({ state: 'detached' });
});
