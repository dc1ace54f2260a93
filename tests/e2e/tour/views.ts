import type { Page } from '@playwright/test';
import type { App } from '../app';
import { expect } from '../fixtures';

export const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 640 },
];

export async function show(
  app: App,
  theme: 'light' | 'dark',
  size: { width: number; height: number },
): Promise<void> {
  // The sample library follows the system's theme.
  await app.page.emulateMedia({ colorScheme: theme });
  await app.resize(size.width, size.height);
}

export async function isCalm(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

export async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
  await isCalm(page);
}

/** Does what the palette has under a name. */
export async function run(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'A place, an activity or something to do' }).fill(name);
  await page.keyboard.press('Enter');
}

export const keepAs =
  (label: string) =>
  (page: Page, name: string): Promise<Buffer> =>
    page.screenshot({ path: `out/tour/${name}-${label}.png`, animations: 'disabled' });
