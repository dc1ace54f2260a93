import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Calendar } from './pages/calendar';
import { Ceus } from './pages/ceus';
import { Rail } from './pages/rail';
import { Today } from './pages/today';

const end = 'AAPC cycle ends';

/** What a dialog asks, found by its title. */
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

test('a date that follows from something else is not moved by wish, only by what was granted', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const calendar = await new Calendar(page).open();
  await calendar.more(end, 'Move the date…');
  const refused = dialog(page, 'This date cannot simply be moved');
  await expect(refused).toContainText('It follows from the dates of your cycle');
  await expectAccessible(page);
  await refused.getByRole('button', { name: 'Record what AAPC granted…' }).press('Enter');

  const form = dialog(page, 'What AAPC granted');
  await expect(form).toContainText('As reckoned: Jan 31, 2027');
  await expect(form.getByRole('radio', { name: 'An extension' })).toBeChecked();
  await form.getByRole('button', { name: 'Record it' }).press('Enter');
  await expect(form).toContainText('No day is named yet.');
  const day = form.getByRole('textbox', { name: 'The day that applies' });
  await expect(day).toBeFocused();
  await day.fill('Jan 15, 2027');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('An extension ends after the day that is extended');
  await day.fill('Mar 31, 2027');
  await form.getByRole('textbox', { name: 'Note' }).fill('Paid $50, ticket 12');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Record it' }).press('Enter');
  await expect(form).toHaveCount(0);

  for (const round of ['at once', 'after a restart']) {
    const now = round === 'at once' ? calendar : await new Calendar(await app.restart()).open();
    const row = now.coming(end);
    await expect(row.locator('time'), round).toHaveAttribute('datetime', '2027-03-31');
    await expect(row).toContainText(
      'Your record of Nov 22, 2026: extension granted; as reckoned Jan 31, 2027 · Paid $50, ticket 12',
    );
  }

  // The ledger says so too, and goes on to count to its own end.
  await (await new Ceus(app.page).open()).ledger('AAPC');
  await expect(app.page.getByText(/extended to Mar 31, 2027/)).toBeVisible();
  await expect(
    app.page.getByText(
      'AAPC granted an extension to Mar 31, 2027, as you recorded (Paid $50, ticket 12). Ask AAPC whether units after Jan 31, 2027 count; here they do not.',
    ),
  ).toBeVisible();

  const again = await new Calendar(app.page).open();
  await again.more(end, 'Change what was recorded…');
  await dialog(app.page, 'What AAPC granted')
    .getByRole('button', { name: 'Back to Jan 31, 2027' })
    .press('Enter');
  await expect(again.coming(end).locator('time')).toHaveAttribute('datetime', '2027-01-31');
  await app.page.getByRole('button', { name: /^Undo/ }).click();
  await expect(again.coming(end).locator('time')).toHaveAttribute('datetime', '2027-03-31');
});

test('another day makes another occurrence: what was done at the old one is superseded', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const calendar = await new Calendar(await app.restart({ now: '2027-01-24T15:00:00Z' })).open();
  await expect(calendar.cameUp(end)).toContainText('7 days before');
  await calendar.more(end, 'Record what AAPC granted…');
  const form = dialog(calendar.page, 'What AAPC granted');
  await form.getByRole('textbox', { name: 'The day that applies' }).fill('Apr 30, 2027');
  await form.getByRole('button', { name: 'Record it' }).press('Enter');
  await expect(calendar.cameUp(end)).toHaveCount(0);
  await expect(calendar.coming(end)).toContainText('Next reminder');
  // 90 days before the new day.
  const later = await new Calendar(await app.restart({ now: '2027-01-30T15:00:00Z' })).open();
  await expect(later.cameUp(end)).toContainText('90 days before');
});

test('dues come each year, say that their day is a guess, and take the day that the body shows', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const calendar = await new Calendar(await app.restart({ now: '2026-12-17T15:00:00Z' })).open();
  const dues = 'AAPC dues for 2027';
  await expect(calendar.cameUp(dues)).toContainText('Came up 45 days before');
  await expect(calendar.cameUp(dues)).toContainText('our guess, from the end of your cycle');
  await expect(calendar.cameUp(dues)).toContainText(
    'Check this date: only an old copy of its source is known.',
  );
  await new Rail(app.page).go('Today');
  const list = new Today(app.page).section('Due and coming').getByRole('list', { name: 'Came up' });
  await expect(list.getByRole('listitem').filter({ hasText: dues })).toContainText(
    'Check this date: only an old copy',
  );
  await calendar.open();
  await calendar.more(dues, 'Record what AAPC granted…');
  const form = dialog(app.page, 'What AAPC granted');
  await expect(form.getByRole('radio', { name: 'The day is confirmed' })).toBeChecked();
  await form.getByRole('textbox', { name: 'The day that applies' }).fill('Jan 20, 2027');
  await form.getByRole('button', { name: 'Record it' }).press('Enter');
  await expect(calendar.coming(dues).locator('time')).toHaveAttribute('datetime', '2027-01-20');
  await expect(calendar.coming(dues)).not.toContainText('Check this date');
  // It stays the day of the year after.
  const next = await new Calendar(await app.restart({ now: '2027-02-10T15:00:00Z' })).open();
  await expect(next.cameUp(dues)).toContainText('21 days overdue');
  await next.done(dues);
  await expect(next.coming('AAPC dues for 2028')).toContainText(
    'the one that you recorded for 2027',
  );
});

test('what follows a cycle’s end is listed after it, to be checked with the body, and ends with its answer', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const calendar = await new Calendar(await app.restart({ now: '2027-02-12T15:00:00Z' })).open();
  const fee = 'AAPC after the end: late fee';
  await expect(calendar.cameUp(fee)).toContainText('Check with AAPC.');
  await expect(calendar.cameUp(fee)).toContainText('only an old copy of its source is known');
  await expect(calendar.coming('AAPC after the end: cancelled').locator('time')).toHaveAttribute(
    'datetime',
    '2027-05-01',
  );
  await calendar.show('Renewals');
  await expect(calendar.coming('AAPC after the end')).not.toHaveCount(0);
  await calendar.done('AAPC cycle ended');
  await expect(calendar.cameUp(fee)).toHaveCount(0);
  await expect(calendar.coming('AAPC after the end')).toHaveCount(0);
});

test('a code-set date that is known is expected no more, also on the line of the year', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const calendar = await new Calendar(page).open();
  const rule = 'Final inpatient rule for FY2028';
  await expect(calendar.coming(rule)).toContainText('Expected');
  await calendar.more(rule, 'Move the date…');
  const refused = dialog(page, 'This date cannot simply be moved');
  await expect(refused).toContainText('It is set by those who publish the code sets');
  await refused.getByRole('button', { name: 'Record the day that is known…' }).press('Enter');
  const form = dialog(page, 'The day that is known');
  await form.getByRole('textbox', { name: 'The day that applies' }).fill('7/30/2027');
  await form.getByRole('button', { name: 'Record it' }).press('Enter');
  await expect(calendar.coming(rule).locator('time')).toHaveAttribute('datetime', '2027-07-30');
  await expect(calendar.coming(rule)).toContainText('Preparation');
  const { year } = await app.page.evaluate(() => window.almanac.today());
  expect(year.marks.find(({ id }) => id === 'final-rule:2027')).toMatchObject({
    ...{ date: '2027-07-30', isApproximate: false },
  });
});

test('the reminders of one date are chosen for it alone; done and not relevant end it early', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const calendar = await new Calendar(page).open();
  await calendar.more(end, 'Choose its reminders…');
  const form = dialog(page, 'Reminders of this date');
  await expect(form.getByRole('checkbox', { name: '30 days before' })).toBeChecked();
  await form.getByRole('checkbox', { name: 'on the day' }).click();
  await form.getByRole('textbox', { name: 'On other days' }).fill('soon');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('“soon” is not a list of days.');
  await form.getByRole('textbox', { name: 'On other days' }).fill('60, 14');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await expect(calendar.coming(end)).toContainText(
    'Next reminder Dec 2, then 30, 14 and 7 days before, the day before and on the day',
  );
  await expect(calendar.coming('AHIMA cycle ends')).toContainText('then 90, 30 and 7 days');
  await calendar.more(end, 'Choose its reminders…');
  await form.getByRole('button', { name: /^As usual/ }).press('Enter');
  await expect(calendar.coming(end)).toContainText('then 7 days before and the day before');

  await calendar.more(end, 'Not relevant to me');
  await expect(calendar.coming(end)).toHaveCount(0);
  await app.page.getByRole('button', { name: /^Undo/ }).click();
  await expect(calendar.coming(end)).toHaveCount(1);
  await calendar.more(end, 'Done: no reminders of this date');
  await expect(calendar.coming(end)).toHaveCount(0);
  const dealt = await calendar.dealtWith();
  await dealt.getByRole('button', { name: `Bring back: ${end}` }).click();
  await expect(calendar.coming(end)).toHaveCount(1);
});

test('on Today a reminder is put off, ended, or found not relevant, each to be undone', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const late = await app.restart({ now: '2027-01-24T15:00:00Z' });
  await new Rail(late).go('Today');
  const due = new Today(late).section('Due and coming');
  const rows = due.getByRole('list', { name: 'Came up' }).getByRole('listitem');
  const row = rows.filter({ hasText: end });
  const more = async (item: string) => {
    await row.getByRole('button', { name: `More about ${end}` }).press('Enter');
    await late.getByRole('menuitem', { name: item }).press('Enter');
  };
  for (const item of ['Not relevant to me', 'Done: no more reminders of this date']) {
    await more(item);
    await expect(row).toHaveCount(0);
    await late.getByRole('button', { name: /^Undo/ }).click();
    await expect(row).toHaveCount(1);
  }
  await more('Move it, or choose its reminders, in the Calendar');
  await expect(new Calendar(late).cameUp(end)).toBeFocused();
});
