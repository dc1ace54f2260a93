import { expect, test } from './fixtures';
import { Programs } from './pages/programs';
import { skipFirstStart } from './skip-first-start';

const evening = { name: 'Evening course' };

test.beforeEach(async ({ page }) => {
  await skipFirstStart(page);
});

test('a fact has a value or is not known, with source, day and note, and can be removed', async ({
  app,
  page,
}) => {
  const programs = await new Programs(page).open();
  await programs.add(evening);
  const { dialog } = programs;

  await programs.edit('Tuition', evening.name);
  await expect(dialog.getByLabel('As of')).toHaveValue('Nov 22, 2026');
  await page.keyboard.type('$1,850');
  await programs.into(dialog.getByLabel('Source'), 'Catalog, page 4');
  await dialog.getByText('Note', { exact: true }).first().click();
  await dialog.getByLabel('Note', { exact: true }).fill('Paid by the term');
  await dialog.getByLabel('Source').focus();
  await programs.done('Tuition', evening.name);

  await programs.edit('Exam pass rate', evening.name);
  await dialog.getByRole('checkbox', { name: 'Looked for, not found' }).press('Space');
  await dialog.getByLabel('Source').fill('School’s page');
  await page.keyboard.press('Enter');
  await expect(programs.fact('Exam pass rate', evening.name)).toHaveText('not found');

  await programs.edit('Externship', evening.name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
  await programs.done('Externship', evening.name);

  const again = await new Programs(await app.restart()).open();
  await expect(again.cell('Tuition', evening.name)).toContainText('Catalog, page 4');
  await expect(again.cell('Tuition', evening.name).getByTitle('Paid by the term')).toBeVisible();
  await expect(again.fact('Externship', evening.name)).toHaveText('No');
  await expect(again.fact('Exam pass rate', evening.name)).toHaveText('not found');
  await expect(again.cell('Exam pass rate', evening.name)).toContainText('School’s page');
  await again.edit('Exam pass rate', evening.name);
  await again.dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(again.fact('Exam pass rate', evening.name)).toHaveText('add');
  await again.page.keyboard.press('Control+z');
  await expect(again.fact('Exam pass rate', evening.name)).toHaveText('not found');
});

test('a total is exact once every part is known, and “at least” before', async ({ page }) => {
  const programs = await new Programs(page).open();
  await programs.add({ ...evening, fields: { Tuition: '1,234.50' } });
  await expect(programs.totals).toHaveText(['at least $1,234.50']);
  await programs.edit('Registration', evening.name);
  for (const text of ['.50', '99', '0', '10', '0']) {
    await page.keyboard.type(text);
    const title = await programs.dialog.getByRole('heading').first().textContent();
    await page.keyboard.press('Control+Enter');
    await expect(programs.dialog.getByRole('heading', { name: title ?? '' })).toHaveCount(0);
  }
  await expect(
    programs.dialog.getByRole('heading', { name: 'Exam attempts paid for' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(programs.totals).toHaveText(['$1,344']);
  await expect(page.getByText('$1,344, every part known')).toBeVisible();

  await programs.edit('Membership', evening.name);
  await programs.to(programs.dialog.getByRole('checkbox', { name: 'Looked for, not found' }));
  await page.keyboard.press('Space');
  await programs.done('Membership', evening.name);
  await expect(programs.totals).toHaveText(['at least $1,334']);
});

for (const [text, fact, happened] of [
  ['free', 'Tuition', '“free” is not an amount in dollars.'],
  ['1.234', 'Tuition', '“1.234” is not an amount in dollars.'],
  ['-5', 'Tuition', '“-5” is not an amount in dollars.'],
  ['0', 'Length', '“Length” cannot be 0 weeks.'],
  ['twelve', 'Length', '“twelve” is not a whole number of weeks.'],
  ['', 'Refund', 'Nothing is entered for “Refund”.'],
] as const) {
  test(`“${text}” for ${fact} is said to be none, and Escape keeps what was there`, async ({
    page,
  }) => {
    const programs = await new Programs(page).open();
    await programs.add({ ...evening, fields: { Tuition: '5' } });
    const before = await programs.fact(fact, evening.name).textContent();
    await programs.edit(fact, evening.name);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(programs.dialog).toContainText(happened);
    await expect(programs.dialog.getByRole('textbox', { name: fact })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(programs.dialog).toHaveCount(0);
    await expect(programs.fact(fact, evening.name)).toHaveText(before ?? '');
    await expect(programs.fact(fact, evening.name)).toBeFocused();
  });
}

test('what is typed for a fact is there again after Escape, and elsewhere, until it is saved', async ({
  page,
}) => {
  const programs = await new Programs(page).open();
  await programs.add(evening);
  const { dialog } = programs;
  await programs.edit('Tuition', evening.name);
  await expect(dialog).not.toContainText('Not saved yet');
  await page.keyboard.type('1,850 and more');
  await programs.into(dialog.getByLabel('Source'), 'Catalog');
  await page.keyboard.press('Escape');
  await expect(programs.fact('Tuition', evening.name)).toHaveText('add');
  await programs.edit('Refund', evening.name);
  await expect(dialog.getByLabel('Source')).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+1');
  await programs.open();
  await programs.edit('Tuition', evening.name);
  await expect(dialog).toContainText('Not saved yet: this is what you typed before.');
  await expect(dialog.getByLabel('Source')).toHaveValue('Catalog');
  await expect(dialog.getByRole('textbox', { name: 'Tuition' })).toHaveValue('1,850 and more');
  await dialog.getByRole('textbox', { name: 'Tuition' }).fill('1,850');
  await programs.done('Tuition', evening.name);
  await programs.edit('Tuition', evening.name);
  await expect(dialog).not.toContainText('Not saved yet');
  await expect(dialog.getByRole('textbox', { name: 'Tuition' })).toHaveValue('$1,850');
});

test('what is sound in an open form is saved when the program ends', async ({ app, page }) => {
  const programs = await new Programs(page).open();
  await programs.add(evening);
  await programs.edit('Tuition', evening.name);
  await page.keyboard.type('1,850');
  const again = await new Programs(await app.restart()).open();
  await expect(again.fact('Tuition', evening.name)).toHaveText('$1,850');
  await again.page.keyboard.press('Control+Shift+P');
  await again.page.keyboard.type('Day course');
  const third = await new Programs(await app.restart()).open();
  await expect(third.column('Day course')).toBeVisible();
});
