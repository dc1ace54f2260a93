import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { systemClock } from '../../electron/main/clock';
import { openLibrary } from '../../electron/main/storage/store';
import { reference } from '../../src/core/reference';
import { tenYears } from '../bench/ten-years';
import { expectAccessible } from './axe';
import { dispatch } from './dispatch';
import type { App, Folders } from './app';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Ceus } from './pages/ceus';

const clipboard = (app: App) => app.electron.evaluate(({ clipboard: board }) => board.readText());

async function logThree(page: Page): Promise<Ceus> {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await ceus.log({ title: 'Alpha', completed: '3/2/2026', hours: '1', sponsor: 'One (invented)' });
  await ceus.log({ title: 'Beta', completed: '4/2/2026', hours: '2' });
  await ceus.log({ title: 'Gamma', completed: '5/2/2026', hours: '3' });
  await ceus.ledger('AHIMA');
  return ceus;
}

test('claims are reported field by field, one after the other', async ({ app, page }) => {
  const ceus = await logThree(page);
  await ceus.ledger('AAPC');
  await page.keyboard.press('Control+Shift+r');
  await expect(ceus.report).toContainText('1 of 3');
  const fields = ceus.report.getByRole('list', { name: /Fields in the order/ });
  await expect(fields.getByRole('listitem')).toHaveText([
    /Index number\s*Not entered/,
    /Date completed\s*03\/02\/2026/,
    /CEUs\s*1/,
    /Title\s*Alpha/,
    /Sponsor\s*One \(invented\)/,
  ]);
  // The first key has nothing to copy; the fourth is the title.
  await expect(fields.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('4');
  await expect.poll(() => clipboard(app)).toBe('Alpha');
  await expect(page.getByText('Title copied')).toBeAttached();
  await fields.getByRole('button', { name: 'Copy Date completed: 03/02/2026' }).click();
  await expect.poll(() => clipboard(app)).toBe('03/02/2026');
  await ceus.report.getByText('Order not confirmed').click();
  await expect(ceus.report.getByText(/checked Nov 22, 2026/)).toBeVisible();
  await expectAccessible(page);

  // In the field of the date digits are digits.
  const on = ceus.report.getByLabel('Reported on');
  await expect(on).toHaveValue('Nov 22, 2026');
  await on.fill('12/1/2026');
  await page.keyboard.press('Control+Enter');
  await expect(ceus.report.getByText(/is still to come, so nothing can have been/)).toBeVisible();
  await on.fill('11/20/2026');
  await page.keyboard.press('Control+Enter');
  await expect(ceus.report).toContainText('2 of 3');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(ceus.report).toContainText('Gamma');
  await page.keyboard.press('Control+Enter');
  // Back at the one that was skipped, until it is reported too.
  await expect(ceus.report).toContainText('Beta');
  await page.keyboard.press('Control+Enter');
  await expect(ceus.report).toContainText('Every earned claim of this cycle is reported to AAPC.');
  await page.keyboard.press('Escape');
  await expect(ceus.report).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Report \d/ })).toHaveCount(0);

  const again = await new Ceus(await app.restart()).open();
  await again.ledger('AAPC');
  await expect(again.row('Alpha')).toContainText(/Reported\s*Nov 20/);
  await expect(again.row('Gamma')).toContainText(/Reported\s*Nov 20/);
  await again.ledger('AHIMA');
  await expect(again.row('Alpha')).toContainText('Earned');
});

test('one claim is reported from its activity', async ({ page }) => {
  const ceus = await logThree(page);
  await ceus.edit('Beta');
  const claim = ceus.claim('AHIMA');
  await claim.getByRole('button', { name: 'Report to AHIMA' }).click();
  await expect(ceus.entry).toHaveCount(0);
  await expect(ceus.report).toContainText('2 of 3');
  await expect(ceus.report.getByRole('button', { name: 'Copy Title: Beta' })).toBeFocused();
});

test('many are chosen by keys and changed in one step', async ({ app, page }) => {
  const ceus = await logThree(page);
  await ceus.row('Gamma').getByRole('button').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(ceus.row('Beta').getByRole('button')).toBeFocused();
  await expect(ceus.bulk).toContainText('2 selected');
  await ceus.bulk.getByRole('button', { name: 'State of the selected claims' }).click();
  await page.getByRole('menuitem', { name: 'Accepted' }).click();
  for (const title of ['Gamma', 'Beta']) await expect(ceus.row(title)).toContainText('Accepted');
  await expect(ceus.row('Alpha')).toContainText('Earned');
  await ceus.bulk.getByRole('button', { name: 'Answer for the selected claims' }).click();
  await page.getByRole('menuitem', { name: 'From an AHIMA source: yes' }).click();
  await expect(ceus.row('Gamma')).toContainText('1 question not answered');
  await expectAccessible(page);
  await ceus.row('Gamma').getByRole('button').focus();
  await page.keyboard.press('Control+z');
  await expect(ceus.row('Gamma')).toContainText('2 questions not answered');
  await expect(ceus.row('Beta')).toContainText('2 questions not answered');
  await page.keyboard.press('Control+z');
  for (const title of ['Gamma', 'Beta']) await expect(ceus.row(title)).toContainText('Earned');

  await page.keyboard.press('Escape');
  await expect(ceus.bulk).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await expect(ceus.bulk).toContainText('3 selected');
  await ceus.bulk.getByRole('button', { name: 'Sponsor' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sponsor of 3 activities' });
  await dialog.getByLabel('Sponsor').fill('Two (invented)');
  await dialog.getByRole('button', { name: 'Change the sponsor' }).click();
  await expect(ceus.row('Gamma')).toContainText('Two (invented)');
  await ceus.bulk.getByRole('button', { name: 'Delete' }).click();
  await expect(ceus.row('Alpha')).toHaveCount(0);
  const again = await new Ceus(await app.restart()).open();
  await expect(again.row('Alpha')).toHaveCount(0);
  await again.page.keyboard.press('Control+z');
  for (const title of ['Alpha', 'Beta', 'Gamma']) await expect(again.row(title)).toBeVisible();
});

test('with Shift and the pointer a range is chosen; what is filtered away is not changed', async ({
  page,
}) => {
  const ceus = await logThree(page);
  await ceus.row('Gamma').getByRole('checkbox').click();
  await ceus
    .row('Alpha')
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(ceus.bulk).toContainText('3 selected');
  await page.keyboard.press('Control+Shift+f');
  const words = page.getByRole('search').getByPlaceholder('Filter by words');
  await expect(words).toBeFocused();
  await page.keyboard.type('invented');
  await expect(ceus.row('Beta')).toHaveCount(0);
  await expect(page.getByRole('search')).toContainText('1 of 3');
  await expect(ceus.bulk).toContainText('1 selected');
  await ceus.bulk.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No activity of this ledger is like that.')).toBeVisible();
  // What was typed is kept while the screen lives.
  await ceus.ledger('AAPC');
  await expect(words).toHaveValue('invented');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(ceus.row('Beta')).toBeVisible();
  await expect(ceus.row('Gamma')).toBeVisible();
});

test('what goes away hands the focus on: the chosen rows, and the filter', async ({ page }) => {
  const ceus = await logThree(page);
  const all = page.getByRole('checkbox', { name: 'Select all activities' });
  await all.focus();
  await page.keyboard.press('Space');
  await expect(ceus.bulk).toContainText('3 selected');
  // The line of what was done last lies above neither.
  const bar = await ceus.bulk.boundingBox();
  const line = await page.getByRole('region', { name: 'Last change' }).boundingBox();
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThan(line?.y ?? 0);
  await ceus.bulk.getByRole('button', { name: 'Select none' }).press('Enter');
  await expect(ceus.bulk).toHaveCount(0);
  await expect(all).toBeFocused();
  await page.keyboard.press('Space');
  await ceus.bulk.getByRole('button', { name: 'Delete' }).focus();
  await page.keyboard.press('Escape');
  await expect(ceus.bulk).toHaveCount(0);
  await expect(all).toBeFocused();
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('no such words');
  const search = page.getByRole('search');
  const words = search.getByPlaceholder('Filter by words');
  await search.getByRole('button', { name: 'Show all' }).press('Enter');
  await expect(words).toBeFocused();
  await expect(ceus.row('Alpha')).toBeVisible();
  await page.keyboard.type('beta');
  await expect(ceus.row('Alpha')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(words).toHaveValue('');
  await expect(ceus.row('Alpha')).toBeVisible();
});

test('the list begins in the first window, also with three ledgers and a question', async ({
  page,
}) => {
  await holdCcsAndCic(page);
  await dispatch(page, {
    ...{ type: 'holding.add', credential: 'ccds', earnedOn: '2024-03-04', note: '' },
    cycle: { start: '2026-03-04', end: '2028-03-03', note: '', openingUnits: 0, openingMarked: {} },
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  const ceus = await new Ceus(page).open();
  await ceus.log({ title: 'Alpha', completed: '3/5/2026', hours: '1', sponsor: 'ACDIS' });
  await ceus.ledger('AHIMA');
  await expect(page.getByRole('region', { name: /Do events of ACDIS count/ })).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.getByRole('columnheader', { name: 'Activity' })).toBeInViewport();
});

test('in a narrow window titles are not broken into words, and the form’s foot stays in it', async ({
  page,
}) => {
  const ceus = await logThree(page);
  await page.setViewportSize({ width: 480, height: 800 });
  const title = 'Sepsis after a procedure: sequence (invented)';
  await page.keyboard.press('Control+n');
  await ceus.type({ title, completed: '5/3/2026', hours: '1' });
  const done = ceus.entry.getByRole('button', { name: /^Done(?!,)/ });
  // Its fields go on below the window; what was done is said there as well, and not over the foot.
  await expect(page.getByRole('region', { name: 'Last change' })).toBeVisible();
  const foot = await done.boundingBox();
  const line = await page.getByRole('region', { name: 'Last change' }).boundingBox();
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThan(line?.y ?? 0);
  await expectAccessible(page);
  await ceus.done();
  const shown = await ceus.row(title).getByRole('button').boundingBox();
  expect(shown?.width).toBeGreaterThan(250);
  await expect(ceus.row(title)).toContainText('May 3');
  await expect(ceus.row(title)).toContainText('Earned');
  await expectAccessible(page);
});

test('filters by state, sponsor, open questions and missing certificates', async ({ page }) => {
  const ceus = await logThree(page);
  const search = page.getByRole('search');
  await search.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Planned' }).click();
  await expect(page.getByText('No activity of this ledger is like that.')).toBeVisible();
  await search.getByRole('button', { name: 'Show all' }).click();
  await search.getByRole('checkbox', { name: 'Questions open' }).click();
  await expect(search).toContainText('3 of 3');
  await search.getByRole('checkbox', { name: 'No certificate' }).click();
  await expect(ceus.row('Alpha')).toBeVisible();
});

test('what seems to be logged already is said, and can be opened instead', async ({ page }) => {
  const ceus = await logThree(page);
  await ceus.edit('Beta');
  await ceus.entry.getByLabel('Index number', { exact: true }).fill('ABC 12-345');
  await ceus.done();

  await page.keyboard.press('Control+n');
  await ceus.type({ title: 'alpha!', completed: '3/2/2026', hours: '1' });
  const notice = ceus.entry.getByText(/“Alpha” of Mar 2, 2026 may be the same/);
  await expect(notice).toBeVisible();
  await ceus.type({ hours: '1.5' });
  await expect(notice).toHaveCount(0);
  await ceus.entry.getByLabel('Index number', { exact: true }).fill('abc12345');
  await expect(ceus.entry.getByText(/“Beta” of Apr 2, 2026 may be the same/)).toBeVisible();
  await ceus.entry.getByRole('button', { name: 'Open that one instead' }).click();
  await expect(ceus.entry.getByLabel('Title')).toHaveValue('Beta');
  await ceus.done();
  await expect(ceus.row('alpha!')).toHaveCount(0);
});

test('the sponsor is repeated by a key, and claims are proposed where a cycle holds the day', async ({
  page,
}) => {
  const ceus = await logThree(page);
  await page.keyboard.press('Control+n');
  await expect(ceus.entry.getByRole('button', { name: 'Again: One (invented)' })).toBeVisible();
  await page.keyboard.press('Alt+0');
  await expect(ceus.entry.getByLabel('Sponsor')).toHaveValue('One (invented)');
  const isClaimed = (body: 'AHIMA' | 'AAPC') => ceus.claim(body).getByRole('checkbox');
  await expect(isClaimed('AHIMA')).toBeChecked();
  // Before the AHIMA cycle, within that of AAPC.
  await ceus.type({ title: 'Delta', completed: '12/1/2025' });
  await expect(isClaimed('AHIMA')).not.toBeChecked();
  await expect(isClaimed('AAPC')).toBeChecked();
  await ceus.type({ completed: '3/1/2027' });
  await expect(isClaimed('AHIMA')).toBeChecked();
  await expect(isClaimed('AAPC')).not.toBeChecked();
  // What the user chose is left alone.
  await page.keyboard.press('Alt+2');
  await ceus.type({ completed: '3/2/2027' });
  await expect(isClaimed('AAPC')).toBeChecked();
});

test('closing a cycle begins the next; the old one can be read', async ({ app, page }) => {
  const ceus = await logThree(page);
  await ceus.ledger('AAPC');
  await page.getByRole('button', { name: 'Close this cycle' }).click();
  const dialog = page.getByRole('dialog', { name: 'Close the AAPC cycle' });
  await expect(dialog).toContainText('6 of 36 units');
  await expect(dialog).toContainText('AAPC carries nothing over.');
  await expect(dialog).toContainText('3 claims earned and not reported.');
  await expect(dialog.getByLabel('Begins')).toHaveValue('Feb 1, 2027');
  await expect(dialog.getByLabel('Ends')).toHaveValue('Jan 31, 2029');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close it and begin the next' }).click();
  await expect(page.getByText('Not begun', { exact: true })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Cycle' })).toHaveText(
    'Feb 1, 2027 to Jan 31, 2029',
  );

  const again = await new Ceus(await app.restart()).open();
  await again.ledger('AAPC');
  await again.page.getByRole('combobox', { name: 'Cycle' }).click();
  await again.page.getByRole('option', { name: /Jan 31, 2027, closed/ }).click();
  await expect(again.row('Alpha')).toBeVisible();
  await expect(again.page.getByText('Closed on Nov 22, 2026')).toBeVisible();
  await again.page.getByRole('button', { name: 'Open it again' }).click();
  await expect(again.page.getByText(/Closed on/)).toHaveCount(0);
});

test('rings and months say in words what they draw', async ({ page }) => {
  const ceus = await logThree(page);
  const cycles = page.getByRole('region', { name: 'Cycles' });
  await expect(cycles.getByRole('img', { name: 'AHIMA, current cycle: 6 of 20' })).toBeVisible();
  await expect(cycles.getByRole('img', { name: 'AAPC, current cycle: 6 of 36' })).toBeVisible();
  const year = cycles.getByRole('img', {
    name: /^AHIMA, units by month: 6 units by November 2026/,
  });
  await expect(year).toBeVisible();
  await cycles.getByText('As a table').click();
  await expect(cycles.getByRole('row', { name: /^April 2026/ })).toContainText(/2\s*3\s*2.4/);
  await expectAccessible(page);
  await cycles.getByRole('button', { name: /^AAPC/ }).click();
  await expect(cycles.getByRole('img', { name: /^AAPC, units by month/ })).toBeVisible();
  await expect(ceus.row('3 activities')).toContainText('6');
});

test.describe('with 10,000 activities', () => {
  test.use({
    start: {
      prepare: async ({ data }: Folders) => {
        const opened = await openLibrary({
          ...{ folder: data, clock: systemClock('2026-11-22T15:00:00Z'), newId: randomUUID },
          ...{ reference: reference(), expectsLibrary: false, initial: tenYears(5, '2026-11-22') },
          log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        });
        if (opened.kind !== 'open') throw new Error('the library was not made');
        await opened.store.close();
      },
    },
  });

  test('only what is near is drawn; keys reach all, and the focus is not lost', async ({
    page,
  }) => {
    const ceus = await new Ceus(page).open();
    await ceus.ledger('All learning');
    const table = page.getByRole('table', { name: 'Activities' });
    await expect(table).toHaveAttribute('aria-rowcount', '10002');
    const drawn = () => table.locator('[data-row]').count();
    expect(await drawn()).toBeLessThan(80);
    const title = (place: number) =>
      table.locator(`[aria-rowindex="${place + 1}"]`).getByRole('button');
    await title(1).focus();
    await page.keyboard.press('End');
    await expect(title(10_000)).toBeFocused();
    await expect(title(10_000)).toBeInViewport();
    await page.keyboard.press('ArrowUp');
    await expect(title(9999)).toBeFocused();
    // Scrolled far away it is still the one that has the focus.
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    await expect(title(1)).toBeAttached();
    await expect(title(9999)).toBeFocused();
    expect(await drawn()).toBeLessThan(80);
    await page.keyboard.press('ArrowUp');
    await expect(title(9998)).toBeFocused();
    await expect(title(9998)).toBeInViewport();
    await page.keyboard.press('Control+a');
    await expect(ceus.bulk).toContainText('10000 selected');
  });

  test('in a narrow window too the list is as long as it is', async ({ page }) => {
    await page.setViewportSize({ width: 480, height: 800 });
    const ceus = await new Ceus(page).open();
    await ceus.ledger('All learning');
    const table = page.getByRole('table', { name: 'Activities' });
    await expect(table).toHaveAttribute('aria-rowcount', '10002');
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    await expect.poll(height).toBeGreaterThan(10_000 * 30);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
    await expect(table.locator('[aria-rowindex="5001"]')).toBeAttached();
  });
});
