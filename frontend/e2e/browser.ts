import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { expect, vi } from 'vitest';

const USER = process.env.TIERCAST_USER ?? 'admin';
const PASSWORD = process.env.TIERCAST_PASSWORD ?? '';
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: QUIET });

/** Whose session has ended is told so by a 401, which the browser itself writes to its console. */
const expected = (text: string, url: string) => /status of 401/.test(text) && url.endsWith('/api/v1/session');

/** A page that remembers what went wrong in its console. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: process.env.TIERCAST_URL, locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    if (!expected(message.text(), message.location().url)) complaints.push(`${message.text()} (${page.url()})`);
  });
  return { context, page, complaints };
}

export async function logIn(page: Page) {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(USER);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ state: 'attached' });
  await demoData(page);
}

const DEMO_WITHIN_MS = 60_000;

/** The first start makes it once the application is ready; the groups come last. */
async function demoData(page: Page) {
  const groups = async () => ((await (await page.request.get('/api/v1/groups')).json()) as { items: unknown[] }).items;
  await vi.waitFor(async () => expect((await groups()).length).toBeGreaterThan(1), {
    timeout: DEMO_WITHIN_MS,
    interval: 250,
  });
  await page.reload();
}
