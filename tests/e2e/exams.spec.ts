import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { Calendar } from './pages/calendar';
import { Palette } from './pages/palette';
import { Rail } from './pages/rail';
import { Today } from './pages/today';
import { skipFirstStart } from './skip-first-start';

test('an exam is entered from the palette, sets off its days, and ends with its result', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  await new Palette(page).run('Add an exam');
  const calendar = await new Calendar(page).isReady();
  const form = page.getByRole('dialog', { name: 'Add an exam' });
  const field = (name: string) => form.getByRole('textbox', { name, exact: true });
  await form.getByRole('button', { name: 'Add the exam' }).click();
  await expect(form).toContainText('Choose the credential of the exam.');
  await form.getByRole('combobox', { name: /^Exam for/ }).click();
  await page.getByRole('option', { name: 'CCS (AHIMA)', exact: true }).click();
  await field('Applied on').fill('11/3/2026');
  await field('Approved on').fill('11/2/2026');
  await field('Place').click();
  await form.getByRole('button', { name: 'Add the exam' }).click();
  await expect(form.getByRole('alert')).toContainText(
    'The approval (Nov 2, 2026) cannot come before the application (Nov 3, 2026).',
  );
  await field('Approved on').fill('11/20/2026');
  // 120 days from November 20; 14 days before that; 14 business days before that.
  await expect(form).toContainText('Last day to take it: Mar 20, 2027');
  await expect(form).toContainText('Last day to ask for more time: Mar 6, 2027');
  await expect(form).toContainText('Last day to ask for a refund: Mar 2, 2027');
  await expect(form).toContainText('without the federal holidays');
  await field('Day of the exam').fill('1/15/2027');
  await expect(form).toContainText('Last day to reschedule without a fee: Dec 31, 2026');
  await expect(form).toContainText('Last day to reschedule, for $30: Jan 14, 2027');
  await expect(form).toContainText('Last day to ask for a refund: Dec 24, 2026');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  const exams = page.getByRole('region', { name: 'Exams', exact: true });
  await expect(exams).toContainText('Appointment on Jan 15, 2027');
  await expect(calendar.coming('CCS: last day to reschedule without a fee')).toContainText(
    'AHIMA, exam policies',
  );
  await expectAccessible(page);

  const late = await app.restart({ now: '2026-12-30T15:00:00Z' });
  await new Rail(late).go('Today');
  await expect(new Today(late).section('Due and coming')).toContainText(
    'CCS: last day to reschedule without a fee',
  );
  // Nothing that had to be done before it is asked for any more, and the result is asked for at once.
  const after = await app.restart({ now: '2027-01-16T15:00:00Z' });
  const due = new Today(after).section('Due and coming');
  await expect(
    due.getByRole('button', { name: 'Enter the result: CCS: how did it go?' }),
  ).toBeVisible();
  const passed = await new Calendar(after).open();
  await expect(passed.cameUp('CCS')).toHaveCount(1);
  await passed.page.getByRole('button', { name: /^Enter the result: CCS/ }).press('Enter');
  const open = passed.page.getByRole('dialog', { name: 'The CCS exam' });
  await open.getByRole('radio', { name: 'Passed', exact: true }).click();
  await open.getByRole('button', { name: 'Keep the changes' }).click();
  await expect(passed.cameUp('CCS')).toHaveCount(0);
  await expect(passed.coming('CCS')).toHaveCount(0);
  await passed.page.getByRole('button', { name: 'Add CCS to your credentials' }).click();
  await expect(passed.page.getByRole('button', { name: /^Add CCS/ })).toHaveCount(0);
  const held = await passed.page.evaluate(async () =>
    Object.values((await window.almanac.read(['holdings'])).library.holdings ?? {}).map(
      ({ credential, earnedOn }) => [credential, earnedOn],
    ),
  );
  expect(held).toEqual([['ccs', '2027-01-15']]);
});

test('an exam that was not passed has its next day; where no rule was found none is reckoned', async ({
  page,
}) => {
  await skipFirstStart(page);
  await new Palette(page).run('Add an exam');
  const calendar = await new Calendar(page).isReady();
  const form = page.getByRole('dialog', { name: 'Add an exam' });
  await form.getByRole('combobox', { name: /^Exam for/ }).click();
  await page.getByRole('option', { name: 'CCA (AHIMA)', exact: true }).click();
  await form.getByRole('textbox', { name: 'Day of the exam', exact: true }).fill('11/20/2026');
  await form.getByRole('radio', { name: 'Not passed' }).click();
  await expect(form).toContainText('It can be taken again from: Dec 20, 2026');
  await form.getByRole('button', { name: 'Add the exam' }).click();
  await expect(calendar.coming('CCA: it can be taken again')).toContainText('Dec 20');

  await page.getByRole('button', { name: 'Add an exam' }).click();
  await form.getByRole('combobox', { name: /^Exam for/ }).click();
  await page.getByRole('option', { name: 'CIC (AAPC)', exact: true }).click();
  await expect(form).toContainText('could not be found, so nothing is reckoned');
  await form.getByRole('textbox', { name: 'Approved on', exact: true }).fill('11/20/2026');
  await form.getByRole('textbox', { name: 'Place', exact: true }).click();
  await expect(form.getByRole('list', { name: 'What this sets off' })).toHaveCount(0);
  // Closed without an answer, it is still there; and the window's own day is taken as it is shown.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add an exam' }).click();
  await form
    .getByRole('textbox', { name: 'Last day to take it, as AAPC shows it' })
    .fill('2/1/2027');
  await form.getByRole('button', { name: 'Add the exam' }).click();
  await expect(calendar.coming('CIC: last day to take it')).toContainText('Feb 1');
});

test('a day noted of a program is in the calendar, and leads back to it', async ({ page }) => {
  await skipFirstStart(page);
  await page.evaluate(async () => {
    const command = {
      type: 'program.add',
      name: 'Evening course',
      provider: '',
      note: '',
    } as const;
    await window.almanac.dispatch({ ...command, facts: [] });
  });
  await page.getByRole('navigation', { name: 'Places' }).getByText('Programs').click();
  await page.getByRole('button', { name: /^Application closes, Evening course/ }).click();
  const form = page.getByRole('dialog', { name: 'Application closes' });
  await form.getByRole('textbox', { name: 'Application closes' }).fill('jan 8');
  await expect(form).toContainText('Friday, January 8, 2027');
  await form.getByRole('textbox', { name: 'Source' }).fill('The school’s page (invented)');
  await form.getByRole('button', { name: /^Done/ }).first().click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Application closes, Evening/ })).toContainText(
    'Jan 8, 2027',
  );
  const calendar = await new Calendar(page).open();
  const row = calendar.coming('Evening course: the application closes');
  await expect(row).toContainText('The school’s page (invented)');
  await row.getByRole('button', { name: /^Open in Programs/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Programs' })).toBeVisible();
});
