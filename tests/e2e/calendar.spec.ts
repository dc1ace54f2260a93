import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { dispatch } from './dispatch';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Calendar } from './pages/calendar';
import { Palette } from './pages/palette';
import { Rail } from './pages/rail';
import { Today } from './pages/today';
import { skipFirstStart } from './skip-first-start';

interface Typed {
  title: string;
  date: string;
  leads?: number[];
  note?: string;
}

/** Adds dates as the form does, without typing them. */
async function addDates(page: Page, ...dates: Typed[]): Promise<void> {
  const added = await page.evaluate(async (all) => {
    const results = [];
    for (const { title, date, leads = [7, 1, 0], note = '' } of all) {
      const command = { type: 'deadline.add', title, date, leads, note } as const;
      results.push(await window.almanac.dispatch(command));
    }
    return results.map(({ ok }) => ok);
  }, dates);
  expect(added).toEqual(dates.map(() => true));
}

const exam = { title: 'CIC exam', date: '2027-01-15', leads: [30, 7, 1, 0] };
/** The exam's first lead. */
const inDecember = '2026-12-16T15:00:00Z';

test('a date of one’s own is added by keyboard alone, and kept over a restart', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  await page.keyboard.press('Control+Shift+D');
  const calendar = new Calendar(page);
  await expect(calendar.field('What is it?')).toBeFocused();
  await page.keyboard.type('CIC exam');
  await page.keyboard.press('Tab');
  // Without a year it is the one to come, in 2027.
  await page.keyboard.type('jan 15');
  await expect(calendar.form).toContainText('Friday, January 15, 2027');
  // Past whether it repeats.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(calendar.form.getByRole('checkbox', { name: '30 days before' })).toBeChecked();
  for (let field = 0; field < 4; field += 1) await page.keyboard.press('Tab');
  await expect(calendar.field('On other days')).toBeFocused();
  await page.keyboard.type('45');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Bring two forms of ID.');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(calendar.form).toHaveCount(0);

  for (const round of ['at once', 'after a restart']) {
    const now = round === 'at once' ? calendar : await new Calendar(await app.restart()).open();
    const row = now.coming('CIC exam');
    await expect(row, round).toContainText('Jan 15');
    await expect(row).toContainText('Bring two forms of ID.');
    await expect(row).toContainText(
      'Next reminder Dec 1, then 30 and 7 days before, the day before and on the day',
    );
    await expect(row).toContainText('54 days');
    await expect(now.cameUp('CIC exam')).toHaveCount(0);
  }
});

test('a date that was missed while the program was not running is in the list, the rail and Today', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  await addDates(page, exam);
  await new Calendar(page).open();
  await expect(page.getByText('Nothing has come up that is not dealt with.')).toBeVisible();

  // Two leads passed meanwhile; the date is listed once, at the newest.
  const later = await new Calendar(await app.restart({ now: '2027-01-10T15:00:00Z' })).open();
  await expect(later.cameUp('CIC exam')).toHaveCount(1);
  await expect(later.cameUp('CIC exam')).toContainText('in 5 days');
  await expect(later.cameUp('CIC exam')).toContainText('7 days before: Jan 8, 2027');
  const rail = new Rail(later.page);
  await expect(rail.link('Calendar')).toHaveAccessibleDescription(/came up/);
  await rail.go('Today');
  const due = new Today(later.page).section('Due and coming');
  await expect(due.getByRole('list', { name: 'Came up' })).toContainText('CIC exam');
  await expect(due.getByRole('list', { name: 'Coming' })).not.toContainText('CIC exam');
  await due.getByRole('button', { name: 'CIC exam', exact: true }).click();
  await expect(later.cameUp('CIC exam')).toBeFocused();
  await rail.go('Today');
  await due.getByRole('button', { name: 'Remind tomorrow: CIC exam' }).click();
  await expect(later.page.getByRole('region', { name: 'Last change' })).toContainText(
    'CIC exam: comes again Jan 11, 2027, 9:00 AM',
  );
  await expect(due.getByRole('list', { name: 'Coming' })).toContainText('CIC exam');
  await expect(rail.link('Calendar')).not.toHaveAccessibleDescription(/came up/);
  const next = await app.restart({ now: '2027-01-11T15:00:00Z' });
  await new Rail(next).go('Today');
  const again = new Today(next).section('Due and coming');
  await again.getByRole('button', { name: 'Done: CIC exam' }).click();
  await expect(again).not.toContainText('CIC exam');
});

test('done ends the date, can be undone, and can be brought back after a restart', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  await addDates(page, exam);
  const calendar = await new Calendar(await app.restart({ now: inDecember })).open();
  await calendar.done('CIC exam');
  await expect(calendar.coming('CIC exam')).toHaveCount(0);
  await calendar.page.getByRole('button', { name: /^Undo/ }).click();
  await expect(calendar.cameUp('CIC exam')).toBeVisible();
  await calendar.done('CIC exam');

  const later = await new Calendar(await app.restart({ now: '2027-01-10T15:00:00Z' })).open();
  await expect(later.cameUp('CIC exam')).toHaveCount(0);
  const dealtWith = await later.dealtWith();
  await expect(dealtWith.getByRole('listitem').filter({ hasText: 'CIC exam' })).toContainText(
    'Done',
  );
  await dealtWith.getByRole('button', { name: 'Bring back: CIC exam' }).click();
  await expect(later.cameUp('CIC exam')).toContainText('in 5 days');
});

test('seen puts one reminder away, and the next one comes', async ({ app, page }) => {
  await skipFirstStart(page);
  await addDates(page, exam);
  const calendar = await new Calendar(await app.restart({ now: inDecember })).open();
  await calendar.more('CIC exam', 'Seen; comes again Jan 8, 2027');
  await expect(calendar.cameUp('CIC exam')).toHaveCount(0);
  await expect(calendar.coming('CIC exam')).toBeVisible();
  const before = await new Calendar(await app.restart({ now: '2027-01-07T15:00:00Z' })).open();
  await expect(before.cameUp('CIC exam')).toHaveCount(0);
  const after = await new Calendar(await app.restart({ now: '2027-01-08T15:00:00Z' })).open();
  await expect(after.cameUp('CIC exam')).toContainText('in 7 days');
});

test('remind me later keeps the date and comes again; moving changes the date', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  await addDates(page, exam);
  const calendar = await new Calendar(await app.restart({ now: inDecember })).open();
  await calendar.remindIn('CIC exam', 'Tomorrow morning');
  await expect(calendar.coming('CIC exam')).toContainText('Jan 15');
  await expect(await calendar.dealtWith()).toContainText('Comes again Dec 17, 2026, 9:00 AM');

  const early = await new Calendar(await app.restart({ now: '2026-12-17T13:59:00Z' })).open();
  await expect(early.cameUp('CIC exam')).toHaveCount(0);
  const again = await new Calendar(await app.restart({ now: '2026-12-17T14:00:30Z' })).open();
  await expect(again.cameUp('CIC exam')).toContainText('put off until now');

  await again.more('CIC exam', 'Move the date…');
  await again.field('Date').fill('3/13/2027');
  await again.form.getByRole('button', { name: 'Keep the changes' }).click();
  await expect(again.cameUp('CIC exam')).toHaveCount(0);
  await expect(again.coming('CIC exam')).toContainText('Mar 13');
  const moved = await new Calendar(await app.restart({ now: '2027-02-11T15:00:00Z' })).open();
  await expect(moved.cameUp('CIC exam')).toContainText('in 30 days');
});

test('what was put off comes back by itself while the program runs', async ({ app, page }) => {
  await skipFirstStart(page);
  await addDates(page, exam);
  const calendar = await new Calendar(await app.restart({ now: inDecember })).open();
  await calendar.remindIn('CIC exam', 'In 1 hour');
  // The hour is made a few seconds, by the clock that the program goes by.
  await calendar.page.evaluate(async () => {
    const { moment } = await window.almanac.today();
    const id = Object.keys((await window.almanac.read(['deadlines'])).library.deadlines ?? {})[0];
    await window.almanac.dispatch({
      ...{ type: 'occurrence.mark', deadline: `own:${id}`, due: '2027-01-15', lead: 30 },
      ...{ state: 'put-off', until: new Date(Date.parse(moment.now) + 3000).toISOString() },
    });
  });
  await expect(calendar.cameUp('CIC exam')).toContainText('put off until now');
  await expect(new Rail(calendar.page).link('Calendar')).toHaveAccessibleDescription(/1 came up/);
});

test('not relevant takes a date off the list for good', async ({ app, page }) => {
  await skipFirstStart(page);
  const calendar = await new Calendar(await app.restart({ now: '2027-03-03T15:00:00Z' })).open();
  const april = 'ICD-10-CM and ICD-10-PCS mid-year update takes effect';
  await expect(calendar.cameUp(april)).toContainText('30 days before: Mar 2, 2027');
  await calendar.more(april, 'Not relevant to me');
  await expect(calendar.cameUp(april)).toHaveCount(0);
  const later = await new Calendar(await app.restart({ now: '2027-03-26T15:00:00Z' })).open();
  await expect(later.cameUp(april)).toHaveCount(0);
  await expect(later.coming(april)).toHaveCount(0);
  // What is only prepared comes up by one line, and its day is only about right.
  await expect(later.cameUp(/Spring meeting/)).toContainText('Early Mar');
  await expect(later.cameUp(/Spring meeting/)).not.toContainText(/\d days|on the day|yesterday/);
});

test('outpatient dates are off until they are asked for', async ({ app, page }) => {
  await skipFirstStart(page);
  const calendar = await new Calendar(page).open();
  await expect(calendar.coming(/CPT|HCPCS|I\/OCE/)).toHaveCount(0);
  await new Rail(page).go('Settings');
  const setting = page.getByRole('checkbox', {
    name: 'I also code outpatient: show CPT and HCPCS dates',
  });
  await setting.check();
  await expect(setting).toBeChecked();
  await calendar.open();
  await expect(calendar.coming(/CPT 2027 and HCPCS/)).toContainText('Jan 1');
  await expect(calendar.coming(/^Jan 1.*I\/OCE/s)).toContainText('second-hand');
  const again = await new Calendar(await app.restart()).open();
  await expect(again.coming(/CPT 2027 and HCPCS/)).toBeVisible();
  await new Rail(again.page).go('Settings');
  await again.page.getByRole('checkbox', { name: /^I also code outpatient/ }).uncheck();
  await again.open();
  await expect(again.coming(/CPT|HCPCS|I\/OCE/)).toHaveCount(0);
});

test('the end of a cycle has its leads and a way to where it is changed', async ({ app, page }) => {
  await holdCcsAndCic(page);
  const calendar = await new Calendar(page).open();
  await calendar.show('Renewals');
  await expect(calendar.coming('AAPC cycle ends')).toContainText(
    'Cycle end · Next reminder Jan 1, 2027, then 7 days before and the day before',
  );
  await expect(calendar.coming('AAPC cycle ends')).toContainText('checked Nov 22, 2026');
  await expect(calendar.coming('AAPC submission opens')).toContainText('Next reminder');
  await expect(calendar.coming(/takes? effect/)).toHaveCount(0);
  // It was entered today, so that its leads of the past are no news.
  await expect(calendar.cameUp('AAPC cycle ends')).toHaveCount(0);
  const later = await new Calendar(await app.restart({ now: '2027-01-02T15:00:00Z' })).open();
  await expect(later.cameUp('AAPC cycle ends')).toContainText('in 29 days');
  await expect(later.cameUp('AAPC cycle ends')).toContainText('Once seen, comes again Jan 24');
  await expect(later.coming('AAPC cycle ends')).toContainText('came up, above');
  await later.more('AAPC cycle ends', 'Change its cycle’s dates in CEUs');
  await expect(later.page.getByRole('heading', { level: 1, name: 'CEUs' })).toBeVisible();
});

test('a cycle that ended stays until it is answered, and leads Today; seen before, the next reminder comes', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const calendar = await new Calendar(await app.restart({ now: '2027-01-30T15:00:00Z' })).open();
  await calendar.page.getByRole('button', { name: 'Seen: AAPC cycle ends' }).click();
  await expect(calendar.page.getByRole('region', { name: 'Last change' })).toContainText(
    'Seen: AAPC cycle ends; comes again Feb 1, 2027',
  );
  await expect(calendar.cameUp('AAPC cycle ends')).toHaveCount(0);
  const late = await app.restart({ now: '2027-04-10T15:00:00Z' });
  await new Rail(late).go('Today');
  // The cycle, and the dues of the same day.
  await expect(late.getByText(/^Two things are overdue\./)).toBeVisible();
  const due = new Today(late).section('Due and coming');
  await expect(due.getByRole('list', { name: 'Came up' })).toContainText('69 days overdue');
  await due.getByRole('button', { name: 'Done: AAPC cycle ended' }).click();
  await expect(due).not.toContainText('AAPC cycle ended');
});

test('a date that had passed when it was entered is listed under Past, and can be edited', async ({
  page,
}) => {
  await skipFirstStart(page);
  await addDates(page, { title: 'RHIT exam', date: '2026-03-14' });
  const calendar = await new Calendar(page).open();
  await expect(calendar.cameUp('RHIT exam')).toHaveCount(0);
  await calendar.show('Mine');
  const past = page.getByRole('region', { name: 'Past', exact: true });
  await expect(past.getByRole('listitem')).toContainText('RHIT exam');
  await past.getByRole('button', { name: 'Edit RHIT exam' }).click();
  await calendar.form.getByRole('button', { name: 'Delete' }).click();
  await expect(past).toHaveCount(0);
});

test('what is sound in the form is in the library when the window closes', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  await addDates(page, exam);
  const calendar = await new Calendar(page).open();
  // A form that was closed without an answer keeps its own text while another one is used.
  await page.getByRole('button', { name: 'Edit CIC exam' }).click();
  await calendar.field('What is it?').fill('CIC exam, second try');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+D');
  await expect(calendar.field('What is it?')).toHaveValue('');
  await calendar.field('What is it?').fill('Pay the dues');
  await calendar.field('Date').fill('12/10/2026');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Edit CIC exam' }).click();
  await expect(calendar.field('What is it?')).toHaveValue('CIC exam, second try');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+D');
  await expect(calendar.field('What is it?')).toHaveValue('Pay the dues');
  const again = await new Calendar(await app.restart()).open();
  await expect(again.coming('Pay the dues')).toContainText('Dec 10');
});

test('what cannot be a date gets a sentence, and nothing typed is lost', async ({ page }) => {
  await skipFirstStart(page);
  const calendar = await new Calendar(page).open();
  await new Palette(page).run('Add a date');
  const add = calendar.form.getByRole('button', { name: 'Add the date' });
  await add.click();
  await expect(calendar.form).toContainText('The date has no name.');
  await expect(calendar.field('What is it?')).toBeFocused();
  await calendar.field('What is it?').fill('CIC exam');
  await add.click();
  await expect(calendar.form).toContainText('No day is named yet.');
  await calendar.field('Date').fill('2/30/2027');
  await add.click();
  await expect(calendar.form).toContainText('“2/30/2027” is not a day in the calendar.');
  await expect(calendar.field('Date')).toHaveValue('2/30/2027');
  await calendar.field('Date').fill('03/04');
  await calendar.field('Date').press('Tab');
  await calendar.form.getByRole('button', { name: 'Mar 4, 2027' }).click();
  await calendar.field('On other days').fill('soon');
  await add.click();
  await expect(calendar.form).toContainText('“soon” is not a list of days.');
  await calendar.field('On other days').fill('');
  await calendar.field('What is it?').fill('x'.repeat(201));
  await add.click();
  await expect(calendar.form).toContainText('The title has 201 characters; at most 200 fit.');
  // Closed without an answer, the form comes back as it was.
  await calendar.field('What is it?').fill('CIC exam');
  await page.keyboard.press('Escape');
  await expect(calendar.form).toHaveCount(0);
  await page.keyboard.press('Control+Shift+D');
  await expect(calendar.field('What is it?')).toHaveValue('CIC exam');
  await add.click();
  await expect(calendar.coming('CIC exam')).toContainText('Mar 4');
});

test('a date is edited, deleted, and brought back by undo', async ({ app, page }) => {
  await skipFirstStart(page);
  await addDates(page, exam);
  const calendar = await new Calendar(page).open();
  await page.getByRole('button', { name: 'Edit CIC exam' }).click();
  await calendar.field('What is it?').fill('CIC exam, first try');
  await calendar.form.getByRole('button', { name: 'Keep the changes' }).click();
  await expect(calendar.coming('CIC exam, first try')).toBeVisible();
  await page.getByRole('button', { name: 'Edit CIC exam, first try' }).click();
  await calendar.form.getByRole('button', { name: 'Delete' }).click();
  await expect(calendar.coming(/CIC exam/)).toHaveCount(0);
  const again = await new Calendar(await app.restart()).open();
  await expect(again.coming(/CIC exam/)).toHaveCount(0);
  await again.page.keyboard.press('Control+z');
  await expect(again.coming('CIC exam, first try')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing that axe finds, ${colorScheme}`, async ({ app, page }) => {
    await holdCcsAndCic(page);
    await addDates(page, exam, { title: 'Pay the dues', date: '2026-12-10' });
    const later = await app.restart({ now: inDecember });
    await later.emulateMedia({ colorScheme });
    await new Rail(later).go('Today');
    await expect(later.getByRole('region', { name: /reading$/ })).toBeVisible();
    await expectAccessible(later);
    const calendar = await new Calendar(later).open();
    await calendar.remindIn('Pay the dues', 'In 3 days');
    await calendar.dealtWith();
    await expectAccessible(later);
    await later.keyboard.press('Control+Shift+D');
    await expect(calendar.form).toBeVisible();
    await expectAccessible(later);
  });
}

test('what is ended from its menu leaves the hands at the next date', async ({ page }) => {
  await skipFirstStart(page);
  for (const [title, date] of [
    ['Pay the AHIMA dues', '2026-12-01'],
    ['Book the exam seat', '2026-12-02'],
    ['Ask for the audit report', '2026-12-03'],
  ] as const) {
    await dispatch(page, { type: 'deadline.add', title, date, note: '', leads: [0] });
  }
  const repeat = { every: 1, unit: 'month', until: null, waits: false } as const;
  const log = { title: 'Send the log', date: '2026-12-04', note: '', leads: [0], repeat };
  await dispatch(page, { type: 'deadline.add', ...log });
  const calendar = await new Calendar(page).open();
  const menuOf = (title: string) => page.getByRole('button', { name: `More about ${title}` });
  await calendar.more('Pay the AHIMA dues', /^Done/);
  await expect(menuOf('Book the exam seat')).toBeFocused();
  await calendar.more('Ask for the audit report', /^Not relevant/);
  await expect(menuOf('Send the log, Dec 4, 2026')).toBeFocused();
  await calendar.more('Send the log, Dec 4, 2026', 'Skip this one');
  await expect(menuOf('Send the log, Jan 4, 2027')).toBeFocused();
});

test('how many came up is the same on Today as in the Calendar', async ({ app, page }) => {
  await skipFirstStart(page);
  for (let nth = 1; nth <= 9; nth += 1) {
    const fields = { title: `Date ${nth}`, date: '2026-12-20', note: '', leads: [20] };
    await dispatch(page, { type: 'deadline.add', ...fields });
  }
  const later = await app.restart({ now: '2026-12-01T15:00:00Z' });
  const due = new Today(later).section('Due and coming');
  await due.getByRole('button', { name: '6 more that came up' }).click();
  await due.getByRole('button', { name: 'All 9 in the Calendar' }).click();
  const rows = later.getByRole('region', { name: 'Came up', exact: true }).getByRole('listitem');
  await expect(rows).toHaveCount(9);
});
