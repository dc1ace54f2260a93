import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Calendar } from './pages/calendar';
import { Rail } from './pages/rail';
import { Study } from './pages/study';
import { skipFirstStart } from './skip-first-start';

test('what was typed of a date, an exam and a card and closed with Escape is there after another screen', async ({
  page,
}) => {
  await skipFirstStart(page);
  const calendar = await new Calendar(page).open();
  await page.keyboard.press('Control+Shift+D');
  await calendar.field('What is it?').fill('Pay the dues');
  await calendar.field('Date').fill('2/30/2027');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add an exam' }).click();
  const exam = page.getByRole('dialog', { name: 'Add an exam' });
  const place = exam.getByRole('textbox', { name: 'Place', exact: true });
  await place.fill('Test center, room 4');
  await page.keyboard.press('Escape');
  const study = await new Study(page).open();
  await page.keyboard.press('Control+Shift+K');
  await study.side('Front').fill('What is the POA indicator?');
  await page.keyboard.press('Escape');

  await new Rail(page).go('Today');
  await calendar.open();
  await page.keyboard.press('Control+Shift+D');
  await expect(calendar.field('What is it?')).toHaveValue('Pay the dues');
  // What was no day is not shown again, and so it is asked for, not silently refused.
  await expect(calendar.field('Date')).toHaveValue('');
  await calendar.form.getByRole('button', { name: 'Add the date' }).click();
  await expect(calendar.form).toContainText('No day is named yet.');
  await calendar.field('Date').fill('12/10/2026');
  await calendar.form.getByRole('button', { name: 'Add the date' }).click();
  await expect(calendar.coming('Pay the dues')).toContainText('Dec 10');
  await page.getByRole('button', { name: 'Add an exam' }).click();
  await expect(place).toHaveValue('Test center, room 4');
  await exam.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Add an exam' }).click();
  await expect(place).toHaveValue('');
  await page.keyboard.press('Escape');
  await study.open();
  await page.keyboard.press('Control+Shift+K');
  await expect(study.side('Front')).toHaveValue('What is the POA indicator?');
});

test('a form that is left open is saved where it is sound, and is there again where it is not', async ({
  page,
}) => {
  await skipFirstStart(page);
  const calendar = await new Calendar(page).open();
  await page.keyboard.press('Control+Shift+D');
  await calendar.field('What is it?').fill('A date without a day');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toHaveCount(0);
  await calendar.open();
  await page.keyboard.press('Control+Shift+D');
  await expect(calendar.field('What is it?')).toHaveValue('A date without a day');
  await calendar.field('Date').fill('12/11/2026');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toHaveCount(0);
  await calendar.open();
  await expect(calendar.coming('A date without a day')).toContainText('Dec 11');
  await page.keyboard.press('Control+Shift+D');
  await expect(calendar.field('What is it?')).toHaveValue('');
});

test('what was typed of a day that a body granted, and of the days of its reminders, is there again', async ({
  page,
}) => {
  const end = 'AAPC cycle ends';
  await holdCcsAndCic(page);
  const calendar = await new Calendar(page).open();
  const granted = page.getByRole('dialog', { name: 'What AAPC granted' });
  const days = page.getByRole('dialog', { name: 'Reminders of this date' });
  const note = granted.getByRole('textbox', { name: 'Note' });
  const other = days.getByRole('textbox', { name: 'On other days' });
  await calendar.more(end, /^Record what AAPC granted/);
  await note.fill('Asked by telephone, ticket 12');
  await page.keyboard.press('Escape');
  await calendar.more(end, /^Choose its reminders/);
  await other.fill('45');
  await page.keyboard.press('Escape');
  await calendar.more(end, /^Record what AAPC granted/);
  await expect(note).toHaveValue('Asked by telephone, ticket 12');
  // Left open: what is no day that holds cannot be recorded, and waits.
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toHaveCount(0);
  await calendar.open();
  await calendar.more(end, /^Record what AAPC granted/);
  await expect(note).toHaveValue('Asked by telephone, ticket 12');
  await granted.getByRole('button', { name: 'Cancel' }).click();
  await calendar.more(end, /^Choose its reminders/);
  await expect(other).toHaveValue('45');
});
