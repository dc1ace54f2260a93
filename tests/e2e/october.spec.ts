import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { Calendar } from './pages/calendar';
import { Codes } from './pages/codes';
import { Palette } from './pages/palette';
import { Rail } from './pages/rail';
import { Today } from './pages/today';
import { skipFirstStart } from './skip-first-start';

const theme = (page: Page, to: 'light' | 'dark') =>
  page.evaluate(
    (name) => window.almanac.dispatch({ type: 'settings.change', changes: { theme: name } }),
    to,
  );

test.describe('from June to October', () => {
  test.use({ start: { now: '2027-06-01T15:00:00Z' } });

  test('the plan starts with the files, and what is left of it stays after October 1', async ({
    app,
    page,
  }) => {
    await skipFirstStart(page);
    let codes = await new Codes(page).open();
    await expect(codes.plan('FY2028')).toHaveCount(0);
    await expect(
      page.getByText('The plan for FY2028 begins when its files are expected'),
    ).toContainText('about June 2027');
    const calendar = await new Calendar(page).open();
    await calendar
      .coming('FY2028 code files are expected')
      .getByRole('button', { name: /^Open in Codes/ })
      .click();
    await codes.isReady();

    // The day has come, and Today says so in one line.
    let now = await app.restart({ now: '2027-06-12T15:00:00Z' });
    await new Rail(now).go('Today');
    const year = () => new Today(now).section('The code-set year');
    await expect(year()).toContainText('Preparing for FY2028: 0 of 5 done');
    await year().getByRole('button', { name: 'Open the plan' }).click();
    codes = await new Codes(now).isReady();
    const plan = () => codes.plan('FY2028');
    await expect(plan()).toContainText('Files expected about Jun 12, 2027');
    await expect(codes.task('Check my codes for FY2028')).toContainText(
      'This version does not compare codes yet',
    );
    await expect(plan()).toContainText('0 of 5 done; takes effect Oct 1, 2027');

    // By keyboard alone: one done, one not relevant, one of one's own put in, renamed and removed.
    await now.getByRole('checkbox', { name: 'Get the FY2028 files' }).press('Space');
    await expect(plan()).toContainText('1 of 5 done');
    await expect(codes.task('Get the FY2028 files')).toContainText('Done Jun 12, 2027');
    await codes.more('Review my cards for FY2028', 'Not relevant to me');
    await expect(plan()).toContainText('1 of 4 done');
    await new Palette(now).run('Add a task to the preparation');
    const field = now.getByRole('textbox', { name: 'A task of your own for FY2028' });
    await expect(field).toBeFocused();
    await now.keyboard.press('Enter');
    await expect(plan()).toContainText('The task has no name.');
    await now.keyboard.type('Tell the teem');
    await now.keyboard.press('Enter');
    await expect(codes.task('Tell the teem')).toBeVisible();
    await codes.more('Tell the teem', 'Edit the task…');
    await now.keyboard.type('Tell the team');
    await now.keyboard.press('Enter');
    await expect(now.getByRole('checkbox', { name: 'Tell the team' })).toBeFocused();
    await expect(plan()).toContainText('1 of 5 done');
    await expectAccessible(now);

    // Undo, and a restart on the eve.
    await now.getByRole('checkbox', { name: 'Tell the team' }).press('Space');
    await expect(plan()).toContainText('2 of 5 done');
    await now.keyboard.press('Control+z');
    await expect(plan()).toContainText('1 of 5 done');
    now = await app.restart({ now: '2027-09-30T15:00:00Z' });
    codes = await new Codes(now).open();
    await expect(plan()).toContainText('1 of 5 done');

    // October 1: what is left is overdue, and stays so a year later.
    for (const day of ['2027-10-01', '2028-11-01']) {
      now = await app.restart({ now: `${day}T15:00:00Z` });
      codes = await new Codes(now).open();
      await expect(plan(), day).toContainText('Left: 4 of 5');
      await expect(codes.task('Read the guidelines for FY2028')).toContainText('Overdue');
    }
    await codes.more('Tell the team', 'Remove the task');
    await expect(codes.task('Tell the team')).toHaveCount(0);
    await codes.more('Check my codes for FY2028', 'Not relevant to me');
    await now.getByRole('checkbox', { name: 'Read the guidelines for FY2028' }).press('Space');
    await expect(plan()).toContainText('Left: 1 of 3');
    await now
      .getByRole('checkbox', { name: 'Log the FY2028 training as a CEU' })
      .first()
      .press('Space');
  });
});

test('the plan for April leads to where its tasks are done, and says when it is complete', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  let codes = await new Codes(page).open();
  await expect(codes.plan('April 2027')).toContainText('0 of 5 done');
  await page.getByRole('button', { name: /^Open Study/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Study' })).toBeVisible();
  await codes.open();
  await page.getByRole('button', { name: /^Log it/ }).click();
  const entry = page.getByRole('complementary', { name: /activity/i });
  await expect(entry.getByLabel('Title', { exact: true })).toHaveValue(
    'April 2027 ICD-10-CM and ICD-10-PCS update',
  );
  await entry.getByRole('button', { name: /^Done(?!,)/ }).click();
  await expect(page.getByRole('rowheader', { name: /April 2027 ICD-10-CM/ })).toBeVisible();

  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => Promise.resolve(void opened.push(url));
  });
  await codes.open();
  await page.getByRole('button', { name: /^Open the CMS page: Get the/ }).press('Enter');
  await expect
    .poll(() => app.electron.evaluate(() => (globalThis as { opened?: string[] }).opened))
    .toEqual([expect.stringContaining('https://cms.gov/')]);
  for (const box of await page.getByRole('checkbox').all()) await box.press('Space');
  await expect(codes.plan('April 2027')).toContainText('Prepared: nothing is left');
  codes = await new Codes(await app.restart()).open();
  await expect(codes.plan('April 2027')).toContainText('nothing is left');
});

test('which code set applies to a discharge on any day', async ({ page }) => {
  await skipFirstStart(page);
  await new Palette(page).run('Which code set applies to a discharge?');
  const codes = await new Codes(page).isReady();
  await expect(codes.discharge).toBeFocused();
  await expect(codes.applies).toContainText('ICD-10-CM and ICD-10-PCS FY2027');
  for (const [typed, ...says] of [
    ['9/30/2026', 'FY2026', 'With the April 1, 2026 update.', 'V43.1'],
    ['10/1/2026', 'FY2027', 'Oct 1, 2026 to Sep 30, 2027', 'V44', 'not in force yet'],
    ['4/1/2027', 'V44.1 (expected)'],
    [
      '4/1/2023',
      'FY2023',
      'What it changed is not known here.',
      'Not known: no source for this day',
    ],
    ['9/30/2015', 'Not known', 'from October 1, 2015'],
  ] as const) {
    await codes.discharge.fill(typed);
    for (const words of says) await expect(codes.applies, typed).toContainText(words);
  }
  await expect(codes.applies).toContainText(
    'The day of discharge decides, not the day of admission',
  );
});

test.describe('the sample', () => {
  test.use({ start: { args: ['--sample'] } });

  test('has a plan that is begun, in light and dark, wide and narrow', async ({ app, page }) => {
    const codes = await new Codes(page).open();
    await expect(codes.plan('April 2027')).toContainText('1 of 6 done');
    await expect(codes.task(/update call is \(invented\)/)).toBeVisible();
    for (const [name, width] of [
      ['light', 1280],
      ['dark', 900],
      ['dark', 480],
      ['light', 480],
    ] as const) {
      await theme(page, name);
      await app.electron.evaluate(({ BrowserWindow }, size) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setMinimumSize(300, 300);
        window?.setContentSize(size, 900);
      }, width);
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
      // The rail may have moved under the pointer, and would name what is there.
      await page.mouse.move(width - 40, 300);
      await expect(page.locator('[data-tooltip-content]')).toHaveCount(0);
      await expectAccessible(page);
      const path = test.info().outputPath(`codes-${name}-${width}.png`);
      await page.screenshot({ path, fullPage: true });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(overflow).toBeLessThanOrEqual(width);
    }
  });
});
