import type { Page } from '@playwright/test';
import { places } from '../../../src/state/places';
import type { App } from '../app';
import { expect, test } from '../fixtures';

// Pictures of every screen on the sample library, for people; what is right is the specs' business.
test.use({ start: { args: ['--sample'] } });

const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 640 },
];

async function show(app: App, theme: 'light' | 'dark', size: { width: number; height: number }) {
  // The sample library follows the system's theme.
  await app.page.emulateMedia({ colorScheme: theme });
  await app.electron.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(size.width);
}

async function open(page: Page, name: string) {
  const rail = page.getByRole('navigation', { name: 'Places' });
  await rail.getByRole('button', { name }).click();
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

for (const theme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    const label = `${theme}-${size.width}x${size.height}`;
    test(`every screen, ${label}`, async ({ app, page }) => {
      await show(app, theme, size);
      for (const name of [...places.map((place) => place.name), 'Settings']) {
        await open(page, name);
        const path = `out/tour/${name.toLowerCase()}-${label}.png`;
        await page.screenshot({ path, animations: 'disabled' });
      }
    });
  }
}
