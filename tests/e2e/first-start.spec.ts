import { expect, test } from './fixtures';
import { FirstStart } from './pages/first-start';

test('the first start asks three things, and Today is right at once and after a restart', async ({
  app,
  page,
}) => {
  const start = new FirstStart(page);
  await start.hold('CCS Certified Coding Specialist', 'CIC Certified Inpatient Coder');

  await expect(start.question('When does each cycle run?')).toBeVisible();
  await expect(page.getByText(/CEU Center/).first()).toBeVisible();
  await expect(page.getByText(/CEU Tracker/).first()).toBeVisible();
  await start.type('CCS earned on', '2/14/2024');
  await expect(page.getByRole('textbox', { name: 'AHIMA cycle begins' })).toHaveValue(
    'Feb 14, 2026',
  );
  await start.type('CIC earned on', 'Jan 20, 2023');
  await start.type('AAPC cycle begins', '2025-02-01');
  await start.type('AAPC cycle ends', '1/31/2027');
  await start.next();

  await expect(start.question(/^Remind you even when/)).toBeVisible();
  await start.finish(/No, only while it is open/);

  for (const round of ['at once', 'after a restart']) {
    const now = round === 'at once' ? page : await app.restart();
    await expect(
      now.getByRole('heading', { level: 1, name: 'Sunday, November 22' }),
      round,
    ).toBeVisible();
    const renewals = now.getByRole('region', { name: 'Renewals' });
    await expect(renewals.getByText('0 of 20 units')).toBeVisible();
    await expect(renewals.getByText('0 of 36 units')).toBeVisible();
    const coming = now.getByRole('region', { name: 'Due and coming' });
    await expect(coming.getByText(/AAPC/).first()).toBeVisible();
    await expect(coming.getByText(/Jan 31/).first()).toBeVisible();
  }
});

test('after the last question one is on Today, and undo does not lead back to the questions', async ({
  page,
}) => {
  const start = new FirstStart(page);
  await start.hold('CCS Certified Coding Specialist');
  await start.skip();
  await start.finish(/^Yes, remind me/);
  const today = page.getByRole('heading', { level: 1, name: 'Sunday, November 22' });
  await expect(today).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: 'Last change' })).toContainText('Redo');
  await expect(today).toBeVisible();
  await expect(start.question(/./)).toHaveText('Sunday, November 22');
});

test('who has skipped the credentials goes back to them from the last question', async ({
  page,
}) => {
  const start = new FirstStart(page);
  await start.skip();
  const back = page.getByRole('button', { name: 'Back', exact: true });
  await back.press('Enter');
  await expect(start.question('Which credentials do you hold?')).toBeFocused();
  await start.hold('CCS Certified Coding Specialist');
  await start.skip();
  await expect(start.question(/^Remind you even when/)).toBeVisible();
  // By now they are in the library.
  await expect(back).toHaveCount(0);
});

test('each question can be skipped, and none is asked again', async ({ app, page }) => {
  const start = new FirstStart(page);
  await start.skip();
  await expect(start.question(/^Remind you even when/)).toBeVisible();
  await start.skip();
  await expect(page.getByRole('heading', { level: 1, name: 'Sunday, November 22' })).toBeVisible();
  const again = await app.restart();
  await expect(again.getByRole('heading', { level: 1, name: 'Sunday, November 22' })).toBeVisible();
  await expect(again.getByRole('button', { name: 'Add a credential' })).toBeVisible();
});

test('dates can wait: the credential is kept, and Today says that its cycle is missing', async ({
  app,
  page,
}) => {
  const start = new FirstStart(page);
  await start.hold('CCS Certified Coding Specialist');
  await start.skip();
  await start.skip();
  for (const round of ['at once', 'after a restart']) {
    const now = round === 'at once' ? page : await app.restart();
    const missing = now.getByRole('region', { name: 'What is missing' });
    await expect(missing.getByText(/CCS|AHIMA/).first()).toBeVisible();
  }
});

test('a cycle that ends before it starts and a day that is none are said, and nothing is kept', async ({
  page,
}) => {
  const start = new FirstStart(page);
  await start.hold('CCS Certified Coding Specialist');
  await start.type('AHIMA cycle begins', '2/30/2026');
  await expect(page.getByText('“2/30/2026” is not a day in the calendar.').first()).toBeVisible();
  await start.type('AHIMA cycle begins', '2/13/2028');
  await start.type('AHIMA cycle ends', '2/14/2026');
  await start.next();
  await expect(page.getByRole('alert')).toContainText('before it starts');
  await expect(start.question('When does each cycle run?')).toBeVisible();
  await start.type('AHIMA cycle begins', '2/14/2026');
  await start.type('AHIMA cycle ends', '2/13/2028');
  await start.next();
  await expect(start.question(/^Remind you even when/)).toBeVisible();
});
