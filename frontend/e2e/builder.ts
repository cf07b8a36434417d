import type { Page } from 'playwright-core';

/** Sets a campaign up by clicking, up to the last step: the offer of the demo data, all variables, one group. */
export async function buildCampaign(page: Page, name: string, group?: RegExp) {
  await page.getByLabel('Name of the campaign').fill(name);
  await page
    .getByRole('radiogroup', { name: 'Template' })
    .locator('[role=radio]:not([disabled])')
    .filter({ hasText: 'diwali_offer' })
    .first()
    .click();
  await mapVariables(page);
  await page.getByRole('button', { name: 'Next: People' }).click();
  await chooseGroup(page, group);
  await page.getByRole('button', { name: 'Next: When' }).click();
  await page.getByText('As soon as it is launched').waitFor();
  await page.getByRole('button', { name: 'Next: Check' }).click();
}

async function mapVariables(page: Page) {
  await page.getByRole('region', { name: 'Preview on a phone' }).locator('span').first().waitFor();
  const fields = page.getByRole('group', { name: /^(Text|Header|Button)/ });
  await fields.first().waitFor();
  for (const [i, field] of (await fields.all()).entries()) {
    if (i === 0) {
      await field.getByRole('combobox', { name: /field of the contact/ }).click();
      await page.getByRole('option', { name: 'Name', exact: true }).click();
      await field.getByRole('textbox', { name: /fallback/ }).fill('friend');
    } else {
      await field.getByText('Same for all').click();
      await field.getByRole('textbox', { name: /: text/ }).fill(i === 1 ? 'Pune' : '20%');
    }
  }
}

async function chooseGroup(page: Page, name?: RegExp) {
  await page.getByRole('combobox', { name: 'Groups and segments', exact: true }).click();
  await page.getByRole('option', { name }).first().click();
  await page.keyboard.press('Escape');
  await page.getByText(/^[\d,]+ of [\d,]+ people, from/).waitFor();
}

/** Ticks what has to be ticked, and sends. */
export async function launchCampaign(page: Page) {
  const send = page.getByRole('button', { name: /^Send to [1-9]/ });
  await send.waitFor();
  for (const warning of await page.getByRole('checkbox').all()) await warning.check();
  await send.click();
  await page.waitForURL(/\/campaigns\/\d+$/);
}
