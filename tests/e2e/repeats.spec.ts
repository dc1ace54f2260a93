import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './bus/fixture';
import { Calendar } from './pages/calendar';
import { Palette } from './pages/palette';
import { Today } from './pages/today';

interface Repeated {
  title: string;
  date: string;
  unit: 'day' | 'week' | 'month';
  waits?: boolean;
}

/** Adds a date that repeats as the form does, without typing it. */
async function addRepeating(page: Page, added: Repeated): Promise<void> {
  const isAdded = await page.evaluate(async ({ title, date, unit, waits = false }) => {
    const repeat = { every: 1, unit, until: null, waits };
    const fields = { title, date, repeat, leads: [0], note: '' };
    return (await window.almanac.dispatch({ type: 'deadline.add', ...fields })).ok;
  }, added);
  expect(isAdded).toBe(true);
}

test('a date that repeats is typed in plain words, by keyboard, and shows its next dates', async ({
  app,
  page,
}) => {
  await page.keyboard.press('Control+Shift+D');
  const calendar = new Calendar(page);
  await expect(calendar.field('What is it?')).toBeFocused();
  await page.keyboard.type('Send the log to my lead');
  await page.keyboard.press('Tab');
  await page.keyboard.type('jan 31');
  await page.keyboard.press('Tab');
  await expect(calendar.form.getByRole('combobox', { name: /^Repeats/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'No' })).toBeVisible();
  for (let option = 0; option < 3; option += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const next = calendar.form.getByRole('status').filter({ hasText: 'Next' });
  await expect(next).toHaveText('Next: Jan 31, 2027, Feb 28, 2027 and Mar 31, 2027');
  await calendar.field('Every how many months').fill('0');
  await calendar.form.getByRole('button', { name: 'Add the date' }).click();
  await expect(calendar.field('Every how many months')).toBeFocused();
  await expect(calendar.form).toContainText('Type a whole number from 1 to 99.');
  await calendar.field('Every how many months').fill('3');
  await calendar.field('Until').fill('1/1/2027');
  await page.keyboard.press('Enter');
  await expect(calendar.form).toContainText('It ends on Jan 1, 2027, before its first date');
  await calendar.field('Until').fill('8/31/2027');
  await expect(next).toHaveText('Next: Jan 31, 2027, Apr 30, 2027 and Jul 31, 2027');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(calendar.form).toHaveCount(0);

  const again = await new Calendar(await app.restart()).open();
  await expect(again.coming('Send the log to my lead')).toHaveCount(3);
  await expect(again.coming('Send the log to my lead').first()).toContainText(
    'then every 3 months until Aug 31, 2027',
  );
  await again.more('Send the log to my lead, Jan 31, 2027', 'Skip this one');
  await expect(again.coming('Send the log to my lead')).toHaveCount(2);
  await again.page.getByRole('button', { name: /^Undo/ }).click();
  await expect(again.coming('Send the log to my lead')).toHaveCount(3);
  await again.page.getByRole('button', { name: 'Edit Send the log to my lead' }).first().click();
  await expect(again.form.getByRole('combobox', { name: /^Repeats/ })).toHaveText('Monthly');
  await expect(again.field('Every how many months')).toHaveValue('3');
});

test('Coding Clinic is offered by its name, and asks for the rhythm', async ({ page }) => {
  await new Palette(page).run('Add a date');
  const calendar = new Calendar(page);
  await calendar.form.getByRole('button', { name: /^AHA Coding Clinic/ }).click();
  await expect(calendar.field('What is it?')).toHaveValue('AHA Coding Clinic: read the new issue');
  await expect(calendar.form).toContainText('How often it appears is not known here');
  const repeats = calendar.form.getByRole('combobox', { name: /^Repeats/ });
  await expect(repeats).toHaveText('No');
  await expect(repeats).toBeFocused();
});

test('five missed days are one line in the list and in one notice; an answer ends them all', async ({
  app,
  bus,
  page,
}) => {
  await addRepeating(page, { title: 'Log my charts', date: '2026-11-23', unit: 'day' });
  const later = await new Calendar(await app.restart({ now: '2026-11-28T15:00:00Z' })).open();
  await expect.poll(() => bus.notices()).toHaveLength(1);
  const [notice] = await bus.notices();
  expect(notice?.title).toBe('2 dates need you');
  expect(notice?.body).toContain('Log my charts · missed 5 times');
  expect(notice?.body).toContain('Log my charts today');
  await expect(later.cameUp('Log my charts')).toHaveCount(2);
  const missed = later.cameUp(/missed 5 times/);
  await expect(missed).toContainText('The first on Nov 23');
  await expect(later.coming('Log my charts')).toHaveCount(1);

  await later.page.getByRole('navigation', { name: 'Places' }).getByText('Today').click();
  const due = new Today(later.page).section('Due and coming');
  await expect(due.getByRole('list', { name: 'Came up' })).toContainText('missed 5 times');
  await new Calendar(later.page).open();
  await missed.getByRole('button', { name: 'Done: Log my charts' }).click();
  await expect(later.cameUp('Log my charts')).toHaveCount(1);
  await expect(later.cameUp('Log my charts')).toContainText('today');
  await later.page.getByRole('button', { name: /^Undo/ }).click();
  await expect(missed).toHaveCount(1);
  await missed.getByRole('button', { name: 'Done: Log my charts' }).click();
  await later.done('Log my charts');

  const tomorrow = await new Calendar(await app.restart({ now: '2026-11-29T15:00:00Z' })).open();
  await expect(tomorrow.cameUp('Log my charts')).toHaveCount(1);
  await expect(tomorrow.cameUp('Log my charts')).toContainText('today');
});

test('what waits comes again after the day on which it was done, and putting off leaves it alone', async ({
  app,
  page,
}) => {
  await addRepeating(page, { title: 'Back up', date: '2026-11-24', unit: 'week', waits: true });
  const calendar = await new Calendar(await app.restart({ now: '2026-12-09T15:00:00Z' })).open();
  await expect(calendar.cameUp('Back up')).toHaveCount(1);
  await expect(calendar.cameUp('Back up')).toContainText('15 days overdue');
  await calendar.remindIn('Back up', 'In 3 days');
  // Where it stopped, until it comes up again.
  await expect(calendar.coming('Back up')).toContainText('Nov 24');
  const later = await new Calendar(await app.restart({ now: '2026-12-12T15:00:00Z' })).open();
  await expect(later.cameUp('Back up')).toContainText('put off until now');
  await later.done('Back up');
  await expect(later.coming('Back up')).toContainText('Dec 15');
  await expect(later.coming('Back up')).toContainText('then every week, once this one is done');
});
