import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { App } from './app';
import { expectAccessible, expectContrast } from './axe';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { CalendarViews } from './pages/calendar-views';
import { Palette } from './pages/palette';
import { Rail } from './pages/rail';
import { contentsOf, flat, infoOf, pagesOf } from './pdf';
import { skipFirstStart } from './skip-first-start';

const fy2027 = /^Thursday, October 1, 2026: FY2027 ICD-10-CM and ICD-10-PCS take effect$/;

async function addDates(page: Page, ...dates: { title: string; date: string }[]): Promise<void> {
  const added = await page.evaluate(async (all) => {
    const results = [];
    for (const { title, date } of all) {
      const command = { title, date, leads: [7], note: '' };
      results.push(await window.almanac.dispatch({ type: 'deadline.add', ...command }));
    }
    return results.map(({ ok }) => ok);
  }, dates);
  expect(added).toEqual(dates.map(() => true));
}

async function resize(app: App, width: number): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, size) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setMinimumSize(320, 400);
    window?.setContentSize(size, 800);
  }, width);
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(width);
}

async function choose(app: App, path: string | null): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, path);
}

async function pdf(app: App, action: string, path: string): Promise<string[]> {
  await choose(app, path);
  await new Palette(app.page).run(action);
  await expect.poll(() => existsSync(path), { timeout: 60_000 }).toBe(true);
  return pagesOf(path);
}

test('the year is walked by keyboard alone, from day to day and from year to year', async ({
  page,
}) => {
  await skipFirstStart(page);
  const views = await new CalendarViews(page).open();
  const kind = page.getByRole('radiogroup', { name: 'How it is shown' });
  await kind.getByRole('radio', { name: 'List' }).focus();
  await views.press('ArrowRight', 'ArrowRight');
  await expect(views.title).toHaveText('2026');
  await expect(page.getByRole('grid')).toHaveCount(12);
  // The whole year is one stop of Tab.
  await expect(page.locator('[role="grid"] button[tabindex="0"]')).toHaveCount(1);
  await page.getByRole('radiogroup', { name: 'What is shown' }).getByRole('radio').first().focus();
  await views.press('Tab');
  await views.focused('Sunday, November 22, 2026');
  await expect(views.day('Sunday, November 22, 2026')).toHaveAttribute('aria-current', 'date');
  await views.press('ArrowRight');
  await views.focused('Monday, November 23, 2026');
  await views.press('ArrowDown');
  await views.focused('Monday, November 30, 2026');
  await views.press('ArrowRight');
  await views.focused('Tuesday, December 1, 2026');
  await views.press('Home');
  await views.focused('Sunday, November 29, 2026');
  await views.press('End');
  await views.focused('Saturday, December 5, 2026');
  await views.press('PageUp', 'PageUp');
  await views.focused('Monday, October 5, 2026');
  await views.press('Home', 'End', 'ArrowLeft', 'ArrowLeft');
  await views.focused(/^Thursday, October 8, 2026$/);
  await views.press('ArrowUp');
  await views.focused(fy2027);
  // Past the year’s end the page turns, and the focus goes along.
  await views.press('Shift+PageDown');
  await expect(views.title).toHaveText('2027');
  await views.focused(/^Friday, October 1, 2027: FY2028 .* take effect$/);
  await views.press('Shift+PageUp', 'Shift+PageUp');
  await expect(views.title).toHaveText('2025');
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await expect(views.title).toHaveText('2026');
  await page.getByRole('button', { name: 'Next year' }).click();
  await expect(views.title).toHaveText('2027');
});

test('Enter opens what lies on a day, and adds a date on a day that has none', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  const views = await new CalendarViews(page).open();
  await new Palette(page).run('Calendar by month');
  await expect(views.title).toHaveText('November 2026');
  await views.day('Sunday, November 22, 2026').focus();
  await views.press('PageUp');
  await views.day(fy2027).focus();
  await views.press('Enter');
  const dialog = views.dayDialog('Thursday, October 1, 2026');
  await expect(dialog).toContainText('apply to discharges from this day on');
  await expect(dialog.getByRole('link', { name: 'CMS, ICD-10' })).toBeVisible();
  await views.press('Escape');
  await views.focused(fy2027);

  await views.press('ArrowRight', 'Enter');
  await expect(views.form).toContainText('Friday, October 2, 2026');
  await expect(views.field('What is it?')).toBeFocused();
  await page.keyboard.type('Team meeting');
  await views.press('Enter');
  await expect(views.form).toHaveCount(0);
  await views.focused('Friday, October 2, 2026: Team meeting');

  // The second date of that day, by its dialog.
  await views.press('Enter');
  await views
    .dayDialog('Friday, October 2, 2026')
    .getByRole('button', { name: 'Add a date on this day' })
    .click();
  await views.field('What is it?').fill('Pay the dues');
  await views.press('Enter');
  await expect(views.day('Friday, October 2, 2026: Pay the dues; Team meeting')).toBeVisible();
  await views.day(/^Friday, October 2,/).press('Enter');
  await page.getByRole('button', { name: 'Edit Team meeting' }).click();
  await expect(views.field('What is it?')).toHaveValue('Team meeting');
  await views.press('Escape');

  // The view is kept over a restart, the day is today’s again.
  const again = await new CalendarViews(await app.restart()).open();
  await expect(again.title).toHaveText('November 2026');
  await again.page.keyboard.press('Tab');
});

test('what is only expected stands on no day, and says about when', async ({ page }) => {
  await skipFirstStart(page);
  const views = await new CalendarViews(page).open();
  await views.view('Month');
  await views.day('Sunday, November 22, 2026').focus();
  for (let month = 0; month < 7; month += 1) await views.press('PageDown');
  await expect(views.title).toHaveText('June 2027');
  await expect(views.day(/code files/)).toHaveCount(0);
  const expected = page.getByRole('region', { name: 'Expected in June, the day not known' });
  await expect(expected.getByRole('listitem')).toContainText('Mid Jun');
  await expect(expected).toContainText('FY2028 code files are expected');
  await expect(expected).toContainText('No day is promised');
  await views.view('Year');
  const june = page.getByRole('region', { name: /^June/ });
  await expect(june.getByRole('listitem')).toHaveText(/mid\s*FY2028 code files are expected/);
});

test('cycles and own dates are drawn, the filter holds, and a date of Today is shown in the list', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  await addDates(page, { title: 'CIC exam', date: '2027-01-15' });
  const views = await new CalendarViews(page).open();
  await views.view('Month');
  for (const _ of [1, 2]) await page.getByRole('button', { name: 'Next month' }).click();
  await expect(views.title).toHaveText('January 2027');
  await expect(views.day('Friday, January 15, 2027: CIC exam')).toBeVisible();
  const end = views.day(/^Sunday, January 31, 2027: .*AAPC cycle ends/);
  await expect(end).toBeVisible();
  await views.show('Mine');
  await expect(end).toHaveCount(0);
  await expect(views.day('Sunday, January 31, 2027')).toBeVisible();
  await views.show('All');
  await end.click();
  await views
    .dayDialog('Sunday, January 31, 2027')
    .getByRole('button', { name: 'Open in CEUs: AAPC cycle ends' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'CEUs' })).toBeVisible();
  // A record that is asked for is shown in the list, whatever the view was.
  const later = await app.restart({ now: '2027-01-10T15:00:00Z' });
  await new Rail(later).go('Today');
  await later.getByRole('button', { name: 'CIC exam', exact: true }).click();
  const list = new CalendarViews(later);
  await expect(list.cameUp('CIC exam')).toBeFocused();
  await new Rail(later).go('Today');
  await list.open();
  await expect(list.title).toHaveText('January 2027');
});

for (const theme of ['light', 'dark'] as const) {
  // What a page consists of is the same in every theme.
  const expectSound = theme === 'light' ? expectAccessible : expectContrast;
  test(`month and year are accessible and fit at every width, ${theme}`, async ({
    app,
    page,
  }, info) => {
    test.setTimeout(180_000);
    await holdCcsAndCic(page);
    await addDates(
      page,
      { title: 'CIC exam at the test center in the next town', date: '2026-11-24' },
      { title: 'Supercalifragilisticexpialidocious'.repeat(3), date: '2026-11-25' },
      ...['one', 'two', 'three', 'four'].map((name) => ({ title: name, date: '2026-11-26' })),
      { title: 'Pay the dues', date: '2026-11-30' },
    );
    await page.emulateMedia({ colorScheme: theme });
    const views = await new CalendarViews(page).open();
    for (const width of [1280, 900, 480]) {
      await resize(app, width);
      for (const view of ['Year', 'Month'] as const) {
        await views.view(view);
        await page.mouse.move(0, 0);
        await page.evaluate(() => document.querySelector('#content')?.scrollTo(0, 0));
        await views.day(/^Tuesday, November 24, 2026/).focus();
        await views.press('ArrowRight');
        await expectSound(page);
        const overflow = await page.evaluate(() => {
          const content = document.querySelector('#content') ?? document.documentElement;
          return content.scrollWidth - content.clientWidth;
        });
        expect(overflow, `${view} at ${width}`).toBeLessThanOrEqual(0);
        // As large as an unsteady hand needs (WCAG 2.5.8).
        const small = await page
          .getByRole('grid')
          .getByRole('button')
          .evaluateAll(
            (days) =>
              days
                .map((day) => day.getBoundingClientRect())
                .filter((box) => box.width < 24 || box.height < 24).length,
          );
        expect(small, `${view} at ${width}`).toBe(0);
        await page.screenshot({
          path: info.outputPath(`${view}-${theme}-${width}.png`),
          animations: 'disabled',
        });
      }
      const words = views.day(/^Tuesday, November 24, 2026/).getByText('CIC exam at');
      if (width > 480) await expect(words).toBeVisible();
      else {
        await expect(words).toBeHidden();
        await expect(page.getByRole('region', { name: 'In November' })).toContainText(
          'CIC exam at the test center in the next town',
        );
      }
    }
  });
}

test('a year and a month are one page each, on Letter and on A4, with what stands in them', async ({
  app,
  page,
}, info) => {
  await holdCcsAndCic(page);
  const many = Array.from({ length: 60 }, (_, at) => ({
    title: `Date ${at} with a name that takes more than one line on any paper`,
    date: `2026-11-${String((at % 28) + 1).padStart(2, '0')}`,
  }));
  const sameDay = Array.from({ length: 9 }, (_, at) => ({
    title: `Busy ${at}`,
    date: '2026-10-07',
  }));
  await addDates(page, ...many, ...sameDay);
  await new CalendarViews(page).open();
  for (const paper of ['US Letter', 'A4'] as const) {
    await page.getByRole('button', { name: 'Print and export' }).click();
    await page.getByRole('menuitemradio', { name: `Paper: ${paper}` }).click();
    await page.keyboard.press('Escape');
    const year = info.outputPath(`year ${paper}.pdf`);
    const pages = await pdf(app, 'Save this year as PDF', year);
    expect(pages).toHaveLength(1);
    const text = flat(pages[0] ?? '');
    expect(text).toContain('2026');
    expect(text).toContain('FY2027 begins');
    // A line of the text holds the lines of three months side by side.
    expect(text).toContain('1 FY2027 ICD-10-CM and ICD-10-PCS');
    expect(text).toContain('1 ICD-10-CM and ICD-10-PCS');
    expect(text).toContain('14 Proposed inpatient rule for FY2027');
    expect(text).toContain('early Spring meeting of the ICD-10');
    // Where there is room nothing is cut.
    expect(text.match(/Maintenance Committee/g)).toHaveLength(2);
    expect(text).toMatch(/and \d+ more/);
    expect(text).toContain('As of Nov 22, 2026.');
    for (const name of ['January', 'June', 'December']) expect(text).toContain(name);
    expect(await infoOf(year)).toMatchObject({
      Pages: '1',
      Title: 'Almanac year 2026 · Coder’s Almanac',
      'Page size': expect.stringMatching(paper === 'A4' ? /^59\d.*84\d.*A4/ : /^612 x 792/),
    });
    const month = info.outputPath(`month ${paper}.pdf`);
    const [sheet = '', ...others] = await pdf(app, 'Save this month as PDF', month);
    expect(others).toEqual([]);
    expect(flat(sheet)).toContain('November 2026');
    expect(flat(sheet)).toContain('Expected, the day not known');
    expect((await infoOf(month))['Page size']).toMatch(
      paper === 'A4' ? /^84\d.*59\d/ : /^792 x 612/,
    );
  }
  const again = info.outputPath('again.pdf');
  await pdf(app, 'Save this year as PDF', again);
  expect(await contentsOf(again)).toEqual(await contentsOf(info.outputPath('year A4.pdf')));
});
