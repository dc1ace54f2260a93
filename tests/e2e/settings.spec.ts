import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Ceus } from './pages/ceus';

async function openSettings(page: Page) {
  await page.getByRole('banner').getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

test.beforeEach(async ({ page }) => {
  await holdCcsAndCic(page);
});

test('theme, zoom and CPT dates are kept over a restart', async ({ app, page }) => {
  await openSettings(page);
  await page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page.getByLabel('Zoom', { exact: true })).toHaveText('110 %');
  await page.getByRole('checkbox', { name: /I also code outpatient/ }).check();
  const again = await app.restart();
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark');
  await openSettings(again);
  await expect(again.getByLabel('Zoom', { exact: true })).toHaveText('110 %');
  await expect(again.getByRole('checkbox', { name: /I also code outpatient/ })).toBeChecked();
  await again.getByRole('banner').getByRole('link', { name: 'Today', exact: true }).click();
  const coming = again.getByRole('region', { name: 'Due and coming' });
  await expect(coming.getByText(/CPT/).first()).toBeVisible();
});

test('the data folder, the versions and the log are shown', async ({ app, page }) => {
  await openSettings(page);
  await expect(page.getByText(app.folders.data)).toBeVisible();
  await expect(page.getByText(/^0\.1\.0, data version 5/)).toBeVisible();
  await expect(page.getByText(/main\.log/)).toBeVisible();
  await expect(page.getByText(/Spelling is not checked/)).toBeVisible();
});

test('a backup is made, listed and restored; the way back is there', async ({ app, page }) => {
  const ceus = await new Ceus(page).open();
  await ceus.log({ title: 'Before the backup' });
  await openSettings(page);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('cell', { name: 'asked for' })).toBeVisible();
  await new Ceus(page).open();
  await ceus.log({ title: 'After the backup' });
  await openSettings(page);
  const asked = page.getByRole('row').filter({ hasText: 'asked for' });
  await asked.getByRole('button', { name: /^Restore the backup/ }).click();
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expect(page.getByRole('cell', { name: 'before a restore' })).toBeVisible();

  const again = await new Ceus(await app.restart()).open();
  await again.ledger('All learning');
  await expect(again.row('Before the backup')).toBeVisible();
  await expect(again.row('After the backup')).toHaveCount(0);
});
