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
  await expect(place.getByText('One row cannot be read and is left out.')).toBeVisible();
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

test('without a body no state is asked for; in a narrow window what is wrong is read without moving sideways', async ({
  page,
}) => {
  await holdCcsAndCic(page);
  await new Ceus(page).open();
  await page.setViewportSize({ width: 480, height: 800 });
  await page.keyboard.press('Control+Shift+i');
  await file(page, 'my list.csv', rows);
  const place = page_(page);
  await expect(place.getByRole('combobox', { name: 'State of the claims' })).toHaveCount(0);
  await place.getByRole('combobox', { name: 'Claim the rows at' }).click();
  await page.getByRole('option', { name: 'AHIMA' }).click();
  await expect(place.getByRole('combobox', { name: 'State of the claims' })).toBeVisible();
  const said = place.getByText(/“13\/13\/2026” is not a day/);
  await said.scrollIntoViewIfNeeded();
  const box = await said.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(480);
  await expectAccessible(page);
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

test('a row that is logged already offers its claim, which goes to the activity that is there', async ({
  page,
}) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await ceus.log(
    { title: 'Logged before', completed: '3/2/2026', hours: '2' },
    { AHIMA: true, AAPC: false },
  );
  await page.keyboard.press('Control+Shift+i');
  const place = page_(page);
  await file(page, 'aapc.csv', 'Date,Title,CEUs\n2026-03-02,Logged before,2\n2026-03-03,New,1\n');
  await place.getByRole('combobox', { name: 'Claim the rows at' }).click();
  await page.getByRole('option', { name: 'AAPC' }).click();
  await expect(place.getByText('One row is logged already, but not claimed')).toBeVisible();
  await expect(place.getByRole('checkbox', { name: 'Add the claim of line 2' })).not.toBeChecked();
  await expect(place.getByRole('button', { name: /^Import 1 row/ })).toBeEnabled();
  await expectAccessible(page);
  await place.getByRole('button', { name: 'Add the claim', exact: true }).click();
  await place.getByRole('button', { name: /^Import 1 row and add 1 claim/ }).click();
  await expect(page.getByRole('region', { name: 'Last change' })).toContainText(
    'Imported 1 activity, added 1 claim',
  );
  await ceus.ledger('AAPC');
  await expect(ceus.row('Logged before')).toHaveCount(1);
  await expect(ceus.row('New')).toBeVisible();
  await ceus.ledger('All learning');
  await expect(ceus.row('Logged before')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(ceus.row('New')).toHaveCount(0);
  await expect(ceus.row('Logged before')).toHaveCount(1);
  await expect(ceus.row('Logged before')).not.toContainText('AAPC');
});

test('5,000 rows with 200 bad ones: told by line, written only when confirmed, one undo', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await page.keyboard.press('Control+Shift+i');
  const place = page_(page);
  await file(page, 'many.csv', manyRows());
  await expect(place.getByText('many.csv · 5,000 rows')).toBeVisible();
  await place.getByRole('combobox', { name: 'Claim the rows at' }).click();
  await page.getByRole('option', { name: 'AHIMA' }).click();
  const shown = place.getByRole('radiogroup', { name: 'Rows shown' });
  await expect(shown.getByText('New 4,800')).toBeVisible();
  await shown.getByText('Not readable 200').click();
  const lines = place.getByRole('table').getByRole('row');
  await expect(lines).toHaveCount(101);
  await expect(lines.nth(1)).toContainText(/^\s*9/);
  await expect(lines.nth(1)).toContainText('02/30/2026');
  await place.getByRole('button', { name: 'Show more of 200 rows' }).click();
  await expect(lines).toHaveCount(201);
  await expect(lines.last()).toContainText('4984');
  // Nothing is there before it is confirmed.
  await page.keyboard.press('Escape');
  await expect(place).toHaveCount(0);
  await expect(ceus.row(/Course/)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+i');
  await file(page, 'many.csv', manyRows());
  await place.getByRole('combobox', { name: 'Claim the rows at' }).click();
  await page.getByRole('option', { name: 'AHIMA' }).click();
  await place.getByRole('button', { name: /^Import 4,800 rows/ }).click();
  await expect(place).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole('row', { name: /4,?800 activities/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(ceus.row(/Course/)).toHaveCount(0, { timeout: 60_000 });
});

/** Every 25th row cannot be read, in four ways. */
function manyRows(): string {
  const bad = [
    '02/30/2026,No such day,1',
    '2026-03-01,,1',
    '2026-03-01,No number,many',
    '2026-03-01,Nothing counted,',
  ];
  const rows = Array.from({ length: 5000 }, (_, n) =>
    n % 25 === 7
      ? bad[Math.floor(n / 25) % 4]
      : `2026-${String(3 + (n % 8)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')},Course ${n},1.25`,
  );
  return ['Date,Title,CEUs', ...rows].join('\n');
}
