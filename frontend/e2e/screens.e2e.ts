import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe';
import { launch, logIn, openPage } from './browser';
import { buildCampaign, launchCampaign } from './builder';

const SCREENS = [
  '/',
  '/campaigns',
  '/setup-campaign?step=message',
  '/setup-campaign?step=people',
  '/setup-campaign?step=when',
  '/templates',
  '/templates/new',
  '/contacts',
  '/contacts/import',
  '/groups',
  '/segments',
  '/segments/new',
  '/senders',
  '/sandbox',
  '/settings',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  await ensureCampaign();
});
afterAll(() => browser?.close());

/** So that there is a live page to look at. */
async function ensureCampaign() {
  const { page, context } = await openPage(browser);
  await page.goto('/campaigns');
  await logIn(page);
  await page.locator('main table, main p').first().waitFor();
  if ((await page.locator('main tbody a[href^="/campaigns/"]').count()) === 0) {
    await page.goto('/setup-campaign');
    await buildCampaign(page, 'For the screens');
    await launchCampaign(page);
  }
  await context.close();
}

/** The first of each kind of thing, by its link in a list. */
async function details(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const kind of ['campaigns', 'templates', 'contacts', 'groups', 'segments', 'senders']) {
    await page.goto(`/${kind}`);
    const link = page.locator(`main a[href^="/${kind}/"]:not([href$="/import"], [href$="/new"])`).first();
    await page.locator('main table, main [role=row], main p').first().waitFor();
    await link.waitFor({ timeout: 5_000 }).catch(() => undefined);
    const href = (await link.count()) > 0 ? await link.getAttribute('href') : null;
    if (href) found.push(href);
    if (href && kind === 'templates') found.push(`${href}/edit`);
    if (href && kind === 'campaigns') found.push(`${href}?tab=activity`, `${href}?tab=setup`);
  }
  return found;
}

async function settled(page: Page) {
  await page.locator('main h1, main label').first().waitFor();
  await expect.poll(() => page.locator('[aria-label="Loading"]').count(), { timeout: 15_000 }).toBe(0);
}

describe.each(['light', 'dark'] as const)('every screen in %s', (colorScheme) => {
  it('is accessible, contrast included, and silent in the console', async () => {
    const { page, complaints } = await openPage(browser, { colorScheme, reducedMotion: 'reduce' });
    await page.goto('/login');
    await page.getByRole('button', { name: 'Log in' }).waitFor();
    const found = (await violations(page)).map((v) => `/login ${v}`);
    await logIn(page);
    for (const address of [...SCREENS, ...(await details(page))]) {
      await page.goto(address);
      await settled(page);
      found.push(...(await violations(page)).map((v) => `${address} ${v}`));
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('every screen on a phone', () => {
  it('is no wider than the phone', async () => {
    const { page } = await openPage(browser, { viewport: { width: 375, height: 740 }, hasTouch: true });
    await page.goto('/login');
    await logIn(page);
    const wide: string[] = [];
    for (const address of [...SCREENS, ...(await details(page))]) {
      await page.goto(address);
      await settled(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 375) wide.push(`${address}: ${width}`);
    }
    expect(wide).toEqual([]);
  });
});
