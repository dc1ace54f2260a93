import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { Calendar } from './pages/calendar';
import { Ceus } from './pages/ceus';
import { Palette } from './pages/palette';
import { Rail } from './pages/rail';
import { Today } from './pages/today';
import { skipFirstStart } from './skip-first-start';

test('a body of one’s own: entered, held, claimed at, and there after a restart', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  let ceus = await new Ceus(page).open();
  await page.getByRole('button', { name: 'Add a credential' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add a credential' }).click();

  // By keyboard alone, from here to the credential.
  await expect(dialog.getByRole('combobox', { name: 'Credential' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Another body…' })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Another body' })).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Name of the body' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('The body has no name.');
  await page.keyboard.type('Guild (invented)');
  await page.keyboard.press('Tab');
  await page.keyboard.type('GCC');
  await dialog.getByRole('button', { name: 'Another credential' }).press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Credential 2' })).toBeFocused();
  await page.keyboard.type('GCC-A');
  await dialog.getByRole('textbox', { name: 'Months in a cycle' }).fill('12');
  await dialog.getByRole('textbox', { name: 'Units a cycle asks for' }).fill('12');
  await dialog.getByRole('textbox', { name: 'Where its rules stand' }).fill('Its letter of May');
  await page.screenshot({ path: test.info().outputPath('form.png') });
  await dialog.getByRole('button', { name: 'Keep this body' }).press('Enter');

  await expect(dialog.getByRole('heading', { name: 'Add a credential' })).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: 'Credential' })).toContainText('GCC');
  await dialog.getByRole('textbox', { name: 'Earned on' }).fill('3/1/2026');
  await dialog.getByRole('textbox', { name: 'Earned on' }).press('Tab');
  const ends = dialog.getByRole('textbox', { name: 'Guild (invented) cycle ends' });
  await expect(ends).toHaveValue(/Feb 28, 2027/);
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(dialog.getByRole('region', { name: 'Bodies you entered' })).toContainText(
    'GCC and GCC-A · 12 units in 12 months',
  );
  await page.screenshot({ path: test.info().outputPath('list.png') });

  // In use, it stays.
  await dialog.getByRole('button', { name: 'Edit Guild (invented)', exact: true }).click();
  await dialog.getByRole('button', { name: 'Delete the body' }).click();
  await expect(page.getByText('A credential of this body is still held.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await ceus.log({ title: 'A day on ethics', completed: '4/2/2026', hours: '4.5' });
  for (const round of ['at once', 'after a restart']) {
    if (round !== 'at once') ceus = await new Ceus(await app.restart()).open();
    const { page: now } = ceus;
    await expect(ceus.row('A day on ethics'), round).toContainText('4.5');
    await expect(ceus.rule('Total units')).toContainText('4.5 of 12');
    await ceus.rule('Total units').getByText('Rule and source').click();
    await expect(ceus.rule('Total units')).toContainText('Entered by you');
    await expect(ceus.rule('Total units')).toContainText('Its letter of May');
    await now.screenshot({ path: test.info().outputPath(`ledger-${round}.png`), fullPage: true });
    await new Rail(now).go('Today');
    await expect(new Today(now).section('Renewals')).toContainText('Guild (invented) · GCC');
    await expect(new Today(now).section('Renewals')).toContainText('4.5 of 12 units');
    const calendar = await new Calendar(now).open();
    await expect(calendar.coming('Guild (invented) cycle ends')).toContainText('GCC');
    await ceus.open();
  }

  const path = join(app.folders.home, 'pack.zip');
  await app.electron.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await ceus.page.keyboard.press('Control+Shift+a');
  await ceus.page.getByRole('button', { name: 'Save the pack' }).click();
  await expect(ceus.page.getByRole('dialog')).toHaveCount(0);
  const names = execFileSync('unzip', ['-Z1', path], { encoding: 'utf8' });
  expect(names).toContain('Guild invented audit pack 2026-03-01 to 2027-02-28.pdf');
});

test('a body of one’s own without units is never complete; deleted, it is undone', async ({
  page,
}) => {
  await skipFirstStart(page);
  const added = await page.evaluate(async () => {
    const { dispatch } = window.almanac;
    const fields = { name: 'Guild (invented)', months: 24, units: null, note: '' };
    const body = await dispatch({ type: 'body.add', ...fields, credentials: ['GCC'] });
    return body.ok ? body.value.id : null;
  });
  expect(added).not.toBeNull();
  const ceus = await new Ceus(page).open();
  await new Palette(page).run('Credentials and cycles');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add a credential' }).click();
  await dialog.getByRole('combobox', { name: 'Credential' }).click();
  await page.getByRole('option', { name: /GCC/ }).click();
  await dialog.getByRole('textbox', { name: 'Earned on' }).fill('3/1/2026');
  await dialog.getByRole('textbox', { name: 'Earned on' }).press('Tab');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(dialog).toContainText('units not known');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('region', { name: 'Standing' })).toContainText(
    'What Guild (invented) asks for is not known here',
  );
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('unknown.png'), fullPage: true });

  await new Palette(page).run('Credentials and cycles');
  await dialog.getByRole('button', { name: 'Delete GCC' }).click();
  await dialog.getByRole('button', { name: 'Edit Guild (invented)', exact: true }).click();
  await dialog.getByRole('button', { name: 'Delete the body' }).click();
  await expect(dialog.getByRole('region', { name: 'Bodies you entered' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
  // Its cycle stays readable.
  await expect(page.getByRole('region', { name: 'Standing' })).toContainText('Guild (invented)');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: 'Last change' })).toContainText(
    'Undone: Deleted “Guild (invented)”',
  );
  await ceus.open();
});
