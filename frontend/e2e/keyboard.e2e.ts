import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, logIn, openPage } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const MOST_TABS = 60;

interface Focused {
  name: string;
  /** Whether something around it shows that it has the focus. */
  seen: boolean;
  /** Within the window, and not beneath what stays in sight above. */
  uncovered: boolean;
}

const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const labels = (element as HTMLInputElement).labels;
    const name = element.getAttribute('aria-label') ?? labels?.[0]?.innerText ?? element.innerText ?? '';
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.border = '1px solid var(--mantine-color-default-border)';
    const resting = getComputedStyle(probe).borderColor;
    probe.remove();
    const shows = (one: Element) => {
      const { outlineStyle, outlineWidth, borderWidth, borderColor } = getComputedStyle(one);
      const ring = outlineStyle !== 'none' && outlineWidth !== '0px';
      return ring || (element.matches('input, select') && borderWidth !== '0px' && borderColor !== resting);
    };
    const around = [element, element.nextElementSibling, element.parentElement?.nextElementSibling];
    // A field with chips in it is framed as a whole.
    for (let one = element.parentElement; one && around.length < 8; one = one.parentElement) around.push(one);
    const { left, top, width, height } = element.getBoundingClientRect();
    const shown = width < 2 ? null : document.elementFromPoint(left + width / 2, top + height / 2);
    const label = labels?.[0] ?? null;
    const uncovered =
      width < 2 || element.contains(shown) || (shown?.contains(element) ?? false) || (label?.contains(shown) ?? false);
    // Within a field of a date the browser itself shows which part has the focus.
    const within = element.matches('[type=datetime-local]');
    return { name: name.trim(), seen: within || around.some((one) => one != null && shows(one)), uncovered };
  });

/** Borders take a moment to change their colour. */
async function settled(page: Page): Promise<Focused> {
  const seen = async () => (await focused(page)).seen;
  await expect
    .poll(seen, { timeout: 1_000, interval: 20 })
    .toBe(true)
    .catch(() => undefined);
  return focused(page);
}

/** Presses Tab until the focus is where it is wanted, and looks at every stop on the way. */
async function tabTo(page: Page, name: RegExp, faults: string[]) {
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    const at = await settled(page);
    if (!at.seen) faults.push(`no focus to be seen on “${at.name}”`);
    if (!at.uncovered) faults.push(`“${at.name}” is covered`);
    if (name.test(at.name)) return;
  }
  throw new Error(`No way by Tab to ${name}`);
}

const heading = async (page: Page, name: string) => {
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  await expect.poll(async () => (await focused(page)).name).toBe(name);
};

it('a campaign is set up and launched by the keyboard alone', async () => {
  const { page, complaints } = await openPage(browser, { viewport: { width: 1280, height: 720 } });
  const faults: string[] = [];
  await page.goto('/setup-campaign');
  await logIn(page);
  await page.getByRole('radiogroup', { name: 'Template' }).getByRole('radio').first().waitFor();

  await tabTo(page, /^Name of the campaign/, faults);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('By keyboard');
  await tabTo(page, /^Search templates$/, faults);
  await page.keyboard.type('store hours');
  await expect.poll(() => page.getByRole('radiogroup', { name: 'Template' }).getByRole('radio').count()).toBe(1);
  await tabTo(page, /^store_hours/, faults);
  await page.keyboard.press('Space');
  await page.waitForURL(/setup-campaign\/\d+/);
  await tabTo(page, /^Next: People$/, faults);
  await page.keyboard.press('Enter');
  await heading(page, 'People');

  await tabTo(page, /^Groups and segments/, faults);
  await page.keyboard.type('Everyone');
  await page.getByRole('option', { name: /^Everyone/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText(/^[\d,]+ of [\d,]+ people, from/).waitFor();
  await page.keyboard.press('Escape');
  await tabTo(page, /^Next: When$/, faults);
  await page.keyboard.press('Enter');
  await heading(page, 'When');

  await tabTo(page, /^Next: Check$/, faults);
  await page.keyboard.press('Enter');
  await heading(page, 'Check');

  await page.getByRole('button', { name: /^Send to [1-9]/, disabled: false }).waitFor();
  const warnings = page.getByRole('checkbox', { checked: false });
  const onOne = () => page.evaluate(() => document.activeElement?.matches('input[type=checkbox]'));
  while ((await warnings.count()) > 0) {
    do await tabTo(page, /./, faults);
    while (!(await onOne()));
    await page.keyboard.press('Space');
  }
  await tabTo(page, /^Send to [1-9]/, faults);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/campaigns\/\d+$/);
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
});
