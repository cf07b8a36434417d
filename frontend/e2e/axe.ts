import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A colour on its way from one theme to the other is neither's. */
const settled = (page: Page) =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    ).then(() => undefined),
  );

/** What axe finds on the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  await settled(page);
  // Not as a script tag: the page's policy lets no other script in.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const results = await window.axe.run();
    return results.violations.map(
      (v) => `${v.id}: ${v.nodes.length} times, as in ${v.nodes[0]?.html.slice(0, 300)}: ${v.nodes[0]?.failureSummary}`,
    );
  });
}

/** The same in both themes, contrast included; the page stands in the light one afterwards. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    found.push(...(await violations(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}
