import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { Page } from '@playwright/test';
import type { App } from './app';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { CalendarViews } from './pages/calendar-views';
import { Palette } from './pages/palette';
import { skipFirstStart } from './skip-first-start';

/** Read by Mozilla's parser, which had no part in writing it. */
function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const { uid, summary, sequence, startDate } = new ICAL.Event(one);
    const status = one.getFirstPropertyValue('status');
    return { uid, summary, sequence, date: String(startDate), status };
  });
}

async function choose(app: App, path: string | null): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, path);
}

async function change(page: Page, ...commands: object[]): Promise<string> {
  return page.evaluate(async (all) => {
    let id = '';
    for (const command of all) {
      const done = await window.almanac.dispatch(command as never);
      if (!done.ok) throw new Error(done.problem.code);
      id = done.value.id ?? '';
    }
    return id;
  }, commands);
}

const exam = { type: 'deadline.add', title: 'CIC exam, “first” try; room 2', date: '2027-01-15' };
const add = { ...exam, leads: [30, 1], note: 'Bring two forms of ID.\nAnd water.' };

test('dates are exported by keyboard, and a newer file updates and cancels what the older one told', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  const id = await change(page, add);
  const file = join(app.folders.home, 'first.ics');
  await choose(app, file);
  await new Palette(page).run('Export dates to a calendar file');
  const dialog = page.getByRole('dialog', { name: 'Export dates to a calendar file' });
  await expect(dialog).toContainText('Many calendars ignore the alarms in a file.');
  await expect(dialog.getByRole('checkbox', { name: 'Renewals' })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole('checkbox', { name: 'Expected dates' }).press('Space');
  await dialog.getByRole('button', { name: 'Export…' }).press('Enter');
  await expect.poll(() => existsSync(file)).toBe(true);
  await expect(dialog).toHaveCount(0);
  const text = await readFile(file, 'utf8');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const first = eventsIn(text);
  const mine = (events: typeof first) => events.find(({ uid }) => uid.includes(id));
  expect(mine(first)).toMatchObject({
    summary: exam.title,
    date: '2027-01-15',
    status: 'CONFIRMED',
  });
  expect(first.map(({ uid }) => uid.split('@')[0])).toContain('code-set:october:2027');
  expect(first.filter(({ status }) => status === 'TENTATIVE')).toEqual([]);

  // The same data, the same bytes, also after a restart on the same day.
  const again = await app.restart();
  const second = join(app.folders.home, 'second.ics');
  await choose(app, second);
  await new Palette(again).run('Export dates to a calendar file');
  await expect(again.getByRole('checkbox', { name: 'Expected dates' })).not.toBeChecked();
  await again.getByRole('button', { name: 'Export…' }).click();
  await expect.poll(() => existsSync(second)).toBe(true);
  expect(await readFile(second, 'utf8')).toBe(text);

  // Moved, and then deleted: the same event, a higher revision each time.
  await change(again, { type: 'deadline.edit', id, changes: { date: '2027-03-01' } });
  const write = async (name: string) => {
    const path = join(app.folders.home, name);
    await choose(app, path);
    await new Palette(again).run('Export dates to a calendar file');
    await again.getByRole('button', { name: 'Export…' }).click();
    await expect.poll(() => existsSync(path)).toBe(true);
    return mine(eventsIn(await readFile(path, 'utf8')));
  };
  const moved = await write('moved.ics');
  expect(moved).toMatchObject({ uid: mine(first)?.uid, date: '2027-03-01' });
  expect(moved?.sequence).toBeGreaterThan(mine(first)?.sequence ?? Infinity);
  await change(again, { type: 'deadline.delete', id });
  const gone = await write('gone.ics');
  expect(gone).toMatchObject({ uid: mine(first)?.uid, date: '2027-03-01', status: 'CANCELLED' });
  expect(gone?.sequence).toBeGreaterThan(moved?.sequence ?? Infinity);
});

test('one date is exported from its day; who thinks better of it gets nothing, and a refusal is told', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  await change(page, add);
  const views = await new CalendarViews(page).open();
  await views.view('Year');
  await page.getByRole('button', { name: 'Next year' }).click();
  await views.day(/^Friday, January 15, 2027/).press('Enter');
  const day = views.dayDialog('Friday, January 15, 2027');
  const one = day.getByRole('button', { name: /^Export to a calendar file: CIC exam/ });
  await choose(app, null);
  await one.click();
  const file = join(app.folders.home, 'one.ics');
  await choose(app, file);
  await one.click();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(eventsIn(await readFile(file, 'utf8'))).toMatchObject([{ summary: exam.title }]);
  await choose(app, join(app.folders.home, 'no', 'such', 'folder.ics'));
  await one.click();
  // In the dialog itself, since the page behind it is dimmed; in words, and gone with what was wrong.
  await expect(day.getByRole('alert')).toContainText(
    'The file could not be written (the file or folder is not there).',
  );
  await choose(app, join(app.folders.home, 'again.ics'));
  await one.click();
  await expect(day.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');
  // The list has it as well, in the menu of its row.
  await views.view('List');
  const listed = join(app.folders.home, 'listed.ics');
  await choose(app, listed);
  await views.more(exam.title, 'Export to a calendar file…');
  await expect.poll(() => existsSync(listed)).toBe(true);
  expect(eventsIn(await readFile(listed, 'utf8'))).toMatchObject([{ summary: exam.title }]);
  await new Palette(page).run('Export dates to a calendar file');
  const all = page.getByRole('dialog', { name: 'Export dates to a calendar file' });
  await choose(app, app.folders.home);
  await all.getByRole('button', { name: 'Export…' }).click();
  await expect(all.getByRole('alert')).toContainText('(a folder has that name)');
  await expect(all.getByRole('button', { name: 'Export…' })).toBeFocused();
});

test('a kept file follows each change, a restart on another day, and goes when it is switched off', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  const kept = join(app.folders.data, 'calendar.ics');
  const id = await change(page, add);
  await new Palette(page).run('Export dates to a calendar file');
  const keep = page.getByRole('checkbox', { name: 'Also keep it as a file' });
  await expect(keep).not.toBeChecked();
  expect(existsSync(kept)).toBe(false);
  await keep.press('Space');
  await expect(page.getByText(kept)).toBeVisible();
  await page.getByRole('button', { name: 'Copy the path' }).click();
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(kept);
  await page.keyboard.press('Escape');
  const told = async () => eventsIn(await readFile(kept, 'utf8'));
  const mine = async () => (await told()).find(({ uid }) => uid.includes(id));
  expect(await mine()).toMatchObject({ date: '2027-01-15' });
  await change(page, { type: 'deadline.edit', id, changes: { date: '2027-02-01' } });
  await expect.poll(async () => (await mine())?.date, { timeout: 10_000 }).toBe('2027-02-01');
  // What was changed last is in it when the program ends.
  await change(page, { type: 'deadline.edit', id, changes: { title: 'CIC exam, second try' } });
  await app.close();
  expect(await mine()).toMatchObject({ summary: 'CIC exam, second try' });

  // Another day, another program’s hands: it is written as it should be.
  await writeFile(kept, 'damaged');
  const later = await app.start({ now: '2027-11-22T15:00:00Z' });
  await expect
    .poll(async () => (await readFile(kept, 'utf8')).includes('code-set:october:2029'))
    .toBe(true);
  await new Palette(later).run('Export dates to a calendar file');
  const off = later.getByRole('checkbox', { name: 'Also keep it as a file' });
  await expect(off).toBeChecked();
  await off.press('Space');
  await expect.poll(() => existsSync(kept)).toBe(false);
});
