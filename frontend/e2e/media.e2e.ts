import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsInBothThemes } from './axe';
import { launch, logIn, openPage } from './browser';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it('a picture for a campaign is uploaded in the builder, seen on the phone, kept with the draft, and refused where it is none', async () => {
  const { page } = await openPage(browser);
  await page.goto('/setup-campaign');
  await logIn(page);
  const gallery = page.getByRole('radiogroup', { name: 'Template' });
  await gallery.getByRole('radio', { name: /new_collection/ }).click();
  const header = page.getByRole('group', { name: /^Header/ });
  const picture = page.getByRole('region', { name: 'Preview on a phone' }).getByRole('img', { name: 'Picture' });
  const upload = (name: string, content: Buffer) =>
    header.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer: content });
  await header.getByRole('button', { name: 'Upload a file' }).waitFor();
  await upload('builder.png', Buffer.from(PIXEL, 'base64'));
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1);
  expect(await header.getByRole('combobox').inputValue()).toBe('builder.png');
  expect(await violationsInBothThemes(page)).toEqual([]);

  await page.getByText('Saved as draft').waitFor();
  await page.reload();
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1);
  await upload('words.png', Buffer.from('no picture'));
  await page.getByText(/its content is no image\/png/).waitFor();
});
