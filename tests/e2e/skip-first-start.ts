import type { Page } from '@playwright/test';

/** Answers none of the three questions and arrives at Today. */
export async function skipFirstStart(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Skip: I hold none/ }).click();
  await page.getByRole('button', { name: /^Skip: decide later/ }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
}
