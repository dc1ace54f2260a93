import { expect, test } from '../fixtures';
import { keepAs, open, run, show, sizes } from './views';

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
        await run(page, 'Add an exam');
        await expect(page.getByRole('dialog')).toBeVisible();
        await keep(page, 'exam');
        await page.keyboard.press('Escape');
      });
    });
  }
}
