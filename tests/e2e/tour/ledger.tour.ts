import { expect, test } from '../fixtures';
import { keepAs, open, run, show, sizes } from './views';

/** A table of which some rows cannot be read. */
const rows = [
  'Date,Course title,Provider,CEUs',
  '2026-03-04,Sepsis queries (invented),State association (invented),1.5',
  '2026-04-05,Root operations (invented),A coding publisher (invented),2',
  '2026-13-13,No such day (invented),A coding publisher (invented),1',
  '2026-05-17,Negative units (invented),A training company (invented),-2',
].join('\n');

// What the ledger and the calendar open beside themselves, on the sample library.
for (const theme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    const label = `${theme}-${size.width}x${size.height}`;
    const keep = keepAs(label);

    test.describe(`the ledger and the calendar, ${label}`, () => {
      test.use({ start: { args: ['--sample'] } });

      test('what they open', async ({ app, page }) => {
        await show(app, theme, size);
        await open(page, 'CEUs');
        await page.getByText('More about this cycle').click();
        await page.getByRole('region', { name: 'Cost' }).scrollIntoViewIfNeeded();
        await keep(page, 'ceus-more');
        await run(page, 'Audit pack');
        await expect(page.getByRole('dialog')).toBeVisible();
        await keep(page, 'ceus-audit');
        await page.keyboard.press('Escape');
        await run(page, 'Report the earned claims');
        await keep(page, 'ceus-report');
        await run(page, 'Import activities');
        await keep(page, 'ceus-import');
        await page.getByLabel('File to import').setInputFiles({
          name: 'transcript (invented).csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(rows),
        });
        await expect(page.getByText(/rows cannot be read/)).toBeVisible();
        await page.getByRole('region', { name: 'Rows as understood' }).scrollIntoViewIfNeeded();
        await keep(page, 'ceus-import-rows');
        await page.keyboard.press('Escape');
        const total = page.getByRole('region', { name: 'Standing' }).locator('.rule').first();
        await total.getByRole('button', { name: 'Rule and source' }).click();
        await total.getByRole('button', { name: /^Adjust/ }).click();
        await expect(page.getByRole('dialog', { name: 'Total units' })).toBeVisible();
        await keep(page, 'ceus-figure');
        await page.keyboard.press('Escape');
        await run(page, 'Add an exam');
        await expect(page.getByRole('dialog')).toBeVisible();
        await keep(page, 'exam');
        await page.keyboard.press('Escape');
      });
    });
  }
}
