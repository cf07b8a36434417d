import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, logIn, openPage } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const todo = (page: Page) => page.getByRole('status', { name: 'Check by Meta’s rules' });
const phone = (page: Page) => page.getByRole('region', { name: 'Preview on a phone' });

it('a template is written with live checks, submitted, approved, changed and deleted', async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto('/templates/new');
  await logIn(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('Spring news');
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('spring_news');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('{{1}} come in');
  await page.getByText('Must not begin or end with a variable.').waitFor();
  await text.fill('Hello ');
  await page.getByRole('button', { name: 'Add a variable' }).click();
  await page.getByRole('menuitem', { name: 'Variable {{1}}' }).click();
  await expect.poll(() => text.inputValue()).toBe('Hello {{1}}');
  await text.fill('Hello {{1}}, the *spring* is here.');
  await page.getByRole('textbox', { name: 'Example for {{1}}' }).fill('Asha');
  await page.getByRole('button', { name: 'Add a button' }).click();
  await page.getByRole('menuitem', { name: 'Quick reply' }).click();
  await page.getByRole('group', { name: 'Button 1' }).getByLabel('Label').fill('Show me');
  await todo(page).getByText('It keeps all of Meta’s rules').waitFor();
  expect(await phone(page).innerText()).toMatch(/Hello Asha, the spring is here\.\s+Show me/);
  await page.getByRole('button', { name: 'Submit to Meta' }).click();
  await page.waitForURL(/\/templates\/\d+$/);
  await page.getByText('Approved', { exact: true }).waitFor();

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Footer' }).fill('Reply STOP to end');
  await page.getByRole('button', { name: 'Submit the change to Meta' }).click();
  await page.getByRole('button', { name: 'Submit it' }).click();
  await page.waitForURL(/\/templates\/\d+$/);
  await page.getByText('Approved', { exact: true }).waitFor();
  await page.getByText(/^Version 1, since/).waitFor();

  await page.goto('/templates?search=spring_news');
  await page.getByRole('link', { name: 'spring_news' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete the template' }).click();
  await page.waitForURL(/\/templates$/);
  await page.goto('/templates?search=spring_news');
  await page.getByText('No templates here').waitFor();
  expect(complaints).toEqual([]);
});

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

it('a picture is uploaded as the example of a header, seen in the preview, and refused where it is none', async () => {
  const { page } = await openPage(browser);
  await page.goto('/templates/new');
  await logIn(page);
  await page.getByRole('combobox', { name: 'Header' }).selectOption('IMAGE');
  const file = page.locator('input[type=file]');
  await file.setInputFiles({ name: 'pixel.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') });
  const picture = phone(page).getByRole('img', { name: 'Picture' });
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1);
  await file.setInputFiles({ name: 'words.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await page.getByText(/its content is no image\/png/).waitFor();
});

it('a draft is kept, submitted, and its rejection explained in words', async () => {
  const { page } = await openPage(browser);
  await page.goto('/templates/new');
  await logIn(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('win');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Send us your card number to win.');
  await page.getByRole('button', { name: 'Keep as a draft' }).click();
  await page.getByText('Only kept here so far').waitFor();
  await page.getByRole('button', { name: 'Submit to Meta' }).click();
  await page.getByText('something that swindlers ask for').waitFor();
  await page.getByRole('link', { name: 'Edit' }).waitFor();
});
