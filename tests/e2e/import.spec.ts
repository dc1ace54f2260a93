import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Ceus } from './pages/ceus';

const page_ = (page: Page) => page.getByRole('region', { name: 'Import activities' });
const file = (page: Page, name: string, text: string) =>
  page_(page)
    .getByLabel('File to import')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const rows = [
  'Date,Course title,Provider,CEUs',
  '03/04/2026,Alpha of the import,One (invented),1.5',
  '04/05/2026,Beta of the import,One (invented),2',
  '13/13/2026,Not a day,One (invented),1',
  '03/04/2026,Alpha of the import,One (invented),1.5',
].join('\n');

test('a CSV is previewed, its dates asked about, imported, and taken back by one undo', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await page.keyboard.press('Control+Shift+i');
  const place = page_(page);
  await expectAccessible(page);
  await file(page, 'my list.csv', rows);
  await expect(place.getByText('my list.csv · 4 rows · divided by commas · UTF-8')).toBeVisible();
  // Nothing above 12 says which number is the day.
  await place.getByRole('radio', { name: 'Mar 4, 2026' }).click();
  await place.getByRole('combobox', { name: 'Claim the rows at' }).click();
  await page.getByRole('option', { name: 'AHIMA' }).click();
  const table = place.getByRole('table');
  await expect(table.getByRole('row').filter({ hasText: 'Beta' })).toContainText('Apr 5, 2026');
  await expect(table.getByRole('row').filter({ hasText: '13/13/2026' })).toContainText('4');
  await expect(table.getByText(/Repeats line 2: same title, day and units/)).toBeVisible();
  await expectAccessible(page);
  await place.getByRole('radiogroup', { name: 'Rows shown' }).getByText('Not readable 1').click();
  await expect(table.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Control+Enter');
  await expect(place).toHaveCount(0);
  await expect(ceus.row('Alpha of the import')).toContainText('1.5');
  await expect(ceus.row('Beta of the import')).toBeVisible();

  // The same table again: its columns are known, and its rows are there.
  const again = await new Ceus(await app.restart()).open();
  await expect(again.row('Beta of the import')).toBeVisible();
  await again.page.getByRole('button', { name: /^Import/ }).click();
  await file(again.page, 'my list.csv', rows);
  await expect(again.page.getByText(/as in your last import of a table like this/)).toBeVisible();
  await expect(page_(again.page).getByText('Already there 3')).toBeVisible();
  await expect(page_(again.page).getByRole('button', { name: /^Import 0/ })).toBeDisabled();
  await again.page.keyboard.press('Escape');
  await again.page.keyboard.press('Control+z');
  await expect(again.row('Alpha of the import')).toHaveCount(0);
  await expect(again.row('Beta of the import')).toHaveCount(0);
});

test('a transcript in PDF and rows of a web page become activities', async ({ page }) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import activities');
  await page.keyboard.press('Enter');
  const place = page_(page);
  await place.getByLabel('File to import').setInputFiles('tests/data/transcripts/one-page.pdf');
  await expect(place.getByText('one-page.pdf · 4 rows')).toBeVisible();
  await expect(place.getByText(/Dates are read month first: .* shows it/)).toBeVisible();
  await expect(place.getByRole('row').filter({ hasText: '02/30/2026' })).toContainText('p. 1');
  await place.getByRole('button', { name: 'Choose another' }).click();

  await place.getByLabel('Pasted rows').evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'ignored');
    data.setData(
      'text/html',
      `<table><tr><th>Completed on<th>Course title<th>CEUs<th>Status</tr>
       <tr><td>Oct 28, 2026<td>From the page<td>1.5<td>Approved</tr></table>`,
    );
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(place.getByText('Pasted rows · 1 row')).toBeVisible();
  await place.getByRole('combobox', { name: 'Claim the rows at' }).click();
  await page.getByRole('option', { name: 'AAPC' }).click();
  await place.getByRole('button', { name: /^Import 1 row/ }).click();
  await ceus.ledger('AAPC');
  await expect(ceus.row('From the page')).toContainText('Accepted');
});

test('what is no table is said', async ({ page }) => {
  await holdCcsAndCic(page);
  await new Ceus(page).open();
  await page.keyboard.press('Control+Shift+i');
  await file(page, 'empty.csv', 'Date,Title,CEUs\n');
  await expect(page_(page).getByRole('alert')).toBeVisible();
  await file(page, 'odd.csv', 'A,B\n1,2\n');
  await expect(page_(page).getByText('No column is named for', { exact: false })).toBeVisible();
  await expect(page_(page).getByRole('button', { name: /^Import 0/ })).toBeDisabled();
});
