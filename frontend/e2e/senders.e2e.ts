import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsInBothThemes } from './axe';
import { launch, logIn, openPage } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

async function openForm() {
  const opened = await openPage(browser);
  const { page } = opened;
  await page.goto('/senders');
  await logIn(page);
  await page.getByRole('button', { name: 'Connect a number' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: false }).first().fill('Second shop');
  await dialog.getByLabel('Phone number id').fill('990001');
  await dialog.getByLabel('WhatsApp Business account id').fill('990002');
  await dialog.getByLabel('Access token').first().fill('a-token-of-ours');
  return { ...opened, dialog };
}

const choose = (page: Page, kind: string) =>
  page.getByRole('dialog').getByRole('combobox', { name: 'Sends through' }).selectOption(kind);

it('a number that Meta does not know is refused, with the reason in the form', async () => {
  const { page, dialog } = await openForm();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
});

it('a provider like Meta’s Cloud API is refused at the field that cannot be', async () => {
  const { page, dialog } = await openForm();
  await choose(page, 'CLOUD_API');
  await dialog.getByLabel('Address of the interface').fill('https://10.1.2.3/v1');
  await dialog.getByLabel('App secret').first().fill('a-secret-of-ours');
  expect(await violationsInBothThemes(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await dialog.getByText('must be a public address').first().waitFor();
});

it('a provider by description is connected, shown with what it cannot do, and disconnected', async () => {
  const { page, dialog, complaints } = await openForm();
  await choose(page, 'HTTP');
  const description = dialog.getByRole('textbox', { name: 'Description of the interface' });
  const example = await description.inputValue();
  await description.fill('{');
  await dialog.getByText(/^This is no JSON/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Connect', exact: true }).isDisabled()).toBe(true);
  await description.fill(example);
  await dialog.getByLabel('App secret').first().fill('a-secret-of-ours');
  expect(await violationsInBothThemes(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Second shop' }).click();
  await page.getByText('https://api.provider.example/v1/messages').waitFor();
  await page.getByText(/^It does not list templates/).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('button', { name: 'Disconnect it' }).click();
  await page.waitForURL(/\/senders$/);
  await page.getByRole('link', { name: 'Second shop' }).waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});
