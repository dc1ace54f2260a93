import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  addDate,
  dispatch,
  endOf,
  expect,
  holdCcs,
  isShown,
  pressClose,
  setTold,
  sleepFor,
  test,
} from './bus/fixture';
import { BusClient } from './bus/bus-client';
import { Rail } from './pages/rail';

/** What the list of reminders has. */
async function listed(page: Page): Promise<string[]> {
  const today = await page.evaluate(() => window.almanac.today());
  return today.reminders.map(({ deadline }) => deadline.title);
}

test('while it is closed to the tray it tells in time, and a click leads to the place', async ({
  app,
  bus,
  page,
}) => {
  const tray = await bus.startTray();
  await holdCcs(page);
  await setTold(page, true);
  await expect.poll(async () => (await tray.items()).length).toBe(1);
  await pressClose(app);
  await page.getByRole('button', { name: 'Close to the tray' }).click();
  await expect.poll(() => isShown(app)).toBe(false);
  // Until ten in the morning of December 15, a week before the cycle ends.
  await sleepFor(app, 23 * 24);
  await bus.clickNotice();
  await expect.poll(() => isShown(app)).toBe(true);
  await expect(new Rail(page).link('CEUs')).toHaveAttribute('aria-current', 'page');
  expect(await bus.notices()).toMatchObject([{ title: 'AHIMA cycle ends in 7 days' }]);
  expect(await listed(page)).toContain('AHIMA cycle ends');
});

test('what came up while the program was closed is told at its start, once', async ({
  app,
  bus,
  page,
}) => {
  await holdCcs(page);
  expect(await bus.notices()).toEqual([]);
  await app.restart({ now: '2026-12-16T15:00:00Z' });
  await expect.poll(() => bus.notices()).toHaveLength(1);
  const [notice] = await bus.notices();
  expect(notice?.title).toBe('AHIMA cycle ends in 6 days');
  await app.restart({ now: '2026-12-17T15:00:00Z' });
  await app.restart({ now: '2026-12-21T15:00:00Z' });
  await expect.poll(() => bus.notices()).toHaveLength(2);
  expect((await bus.notices())[0]?.title).toBe('AHIMA cycle ends tomorrow');
});

test('several missed are one notice, and each is in the list', async ({ app, bus, page }) => {
  await holdCcs(page);
  await setTold(page, true);
  await addDate(page, 'AAPC dues', '2026-11-25', [1]);
  await addDate(page, 'Chapter meeting', '2026-12-18', [7]);
  await pressClose(app);
  const closing = page.getByRole('dialog', { name: /^Closing ends/ });
  await expect(closing.getByRole('listitem')).toHaveText([/^AAPC dues/]);
  const quit = closing.getByRole('button', { name: 'Quit' });
  expect(await endOf(app, () => quit.click())).toBe(0);

  const again = await app.start({ now: '2026-12-16T15:00:00Z' });
  await expect.poll(() => bus.notices()).toHaveLength(1);
  const [notice] = await bus.notices();
  expect(notice).toMatchObject({ title: '3 dates need you' });
  expect(notice?.body).toContain('AAPC dues');
  expect(notice?.body).toContain('Chapter meeting in 2 days');
  expect(notice?.body).toContain('AHIMA cycle ends in 6 days');
  expect((await listed(again)).sort()).toEqual([
    'AAPC dues',
    'AHIMA cycle ends',
    'Chapter meeting',
  ]);
});

test('a date of one’s own is told by its name, and a click opens the calendar', async ({
  app,
  bus,
  page,
}) => {
  await addDate(page, 'Exam application', '2026-11-27', [2]);
  await sleepFor(app, 3 * 24);
  await bus.clickNotice();
  await expect(new Rail(page).link('Calendar')).toHaveAttribute('aria-current', 'page');
  expect((await bus.notices())[0]?.title).toBe('Exam application in 2 days');
});

test('what was written by hand reads on a notice as it was written', async ({ app, bus, page }) => {
  await addDate(page, 'R & D <x>', '2026-11-27', [2]);
  await addDate(page, 'Bring <b>both</b> forms', '2026-11-28', [3]);
  await sleepFor(app, 3 * 24);
  await expect.poll(() => bus.notices()).toHaveLength(1);
  const [notice] = await bus.notices();
  expect(notice?.body.split('\n')).toEqual([
    'R & D <x> in 2 days',
    'Bring <b>both</b> forms in 3 days',
  ]);
});

test('what was put off is told again at its time', async ({ app, bus, page }) => {
  await addDate(page, 'AAPC dues', '2026-11-27', [2]);
  await sleepFor(app, 3 * 24);
  await expect.poll(() => bus.notices()).toHaveLength(1);
  const { reminders } = await page.evaluate(() => window.almanac.today());
  const { deadline, lead } = reminders[0]!;
  await dispatch(page, {
    ...{ type: 'occurrence.mark', deadline: deadline.id, due: deadline.date, lead },
    ...{ state: 'put-off', until: '2026-11-26T14:00:00.000Z' },
  });
  await sleepFor(app, 12);
  expect(await listed(page)).toEqual([]);
  expect(await bus.notices()).toHaveLength(1);
  await sleepFor(app, 12);
  await expect.poll(() => bus.notices()).toHaveLength(2);
  expect((await bus.notices())[0]?.title).toBe('AAPC dues tomorrow');
  expect(await listed(page)).toEqual(['AAPC dues']);
  // It is told no third time, also after a start.
  await app.restart({ now: '2026-11-26T15:00:00Z' });
  await sleepFor(app, 1);
  expect(await bus.notices()).toHaveLength(2);
});

test.describe('without a service that answers', () => {
  test.use({ hasDunst: false });

  test('a service that hangs does not stop the program', async ({ app, bus, page }) => {
    await holdCcs(page);
    // It has the name, and answers nothing.
    const silent = new BusClient(bus.address);
    let asked = 0;
    const never = {
      GetCapabilities() {
        asked += 1;
        return new Promise(() => undefined);
      },
    };
    silent.serve(never, '/org/freedesktop/Notifications', {
      name: 'org.freedesktop.Notifications',
      methods: { GetCapabilities: ['', 'as'] },
      properties: {},
      signals: {},
    });
    await silent.own('org.freedesktop.Notifications');
    const again = await app.restart({ now: '2026-12-16T15:00:00Z' });
    await expect.poll(() => asked).toBe(1);
    await new Rail(again).go('CEUs');
    expect(await listed(again)).toEqual(['AHIMA cycle ends']);
    await app.close();
    const device = await readFile(join(app.folders.data, 'device.json'), 'utf8');
    expect(JSON.parse(device)).toMatchObject({ notices: {} });
    silent.leave();
  });
});

test('the sample library sends none', async ({ app, bus }) => {
  await app.restart({ args: ['--sample'], now: '2026-09-24T15:00:00Z' });
  await sleepFor(app, 1);
  await new Rail(app.page).go('CEUs');
  await app.close();
  expect(await bus.notices()).toEqual([]);
});

test('who wants to be told has it started at login, as the system then says', async ({
  app,
  page,
}) => {
  await setTold(page, true);
  const name = 'org.coders_almanac.CodersAlmanac.desktop';
  const autostart = join(app.folders.config, 'autostart', name);
  const entry = () => readFile(autostart, 'utf8').catch(() => '');
  await expect.poll(entry).toMatch(/^Exec=.* --hidden$/m);
  const about = await page.evaluate(() => window.almanac.about());
  expect(about).toMatchObject({ isLoginItem: true, hasTray: false });
  // Desktops switch an entry off by a line of their own, and it stays off.
  const isOn = async () => (await page.evaluate(() => window.almanac.about())).isLoginItem;
  const written = await entry();
  await writeFile(autostart, written.replace(/^X-GNOME-Autostart-enabled=.*$/m, 'Hidden=true'));
  expect(await isOn()).toBe(false);
  await writeFile(autostart, written.replace(/^Exec="[^"]+"/m, 'Exec="/gone/almanac"'));
  expect(await isOn()).toBe(false);
  await writeFile(autostart, written);
  expect(await isOn()).toBe(true);
  await setTold(page, false);
  await expect.poll(() => existsSync(autostart)).toBe(false);
});

test('what is pressed on a notice is done as in the list', async ({ app, bus, page }) => {
  await addDate(page, 'AAPC dues', '2026-11-27', [2]);
  // This version of Electron shows no buttons on Linux, so the test presses them where they would arrive.
  await app.electron.evaluate(({ Notification }) => {
    const shown = Notification.prototype as unknown as { show(this: object): void };
    const show = shown.show;
    shown.show = function (this: object) {
      Object.assign(globalThis, { lastNotice: this });
      show.call(this);
    };
  });
  const press = (at: number) =>
    app.electron.evaluate((_, actionIndex) => {
      const { lastNotice } = globalThis as unknown as {
        lastNotice: { emit(name: string, ...args: unknown[]): void };
      };
      lastNotice.emit('action', { actionIndex }, actionIndex);
    }, at);
  await sleepFor(app, 3 * 24);
  await expect.poll(() => bus.notices()).toHaveLength(1);
  expect(await listed(page)).toEqual(['AAPC dues']);
  // Tomorrow morning: on November 26 at nine.
  await press(1);
  await expect.poll(() => listed(page)).toEqual([]);
  await sleepFor(app, 24);
  await expect.poll(() => bus.notices()).toHaveLength(2);
  expect((await bus.notices())[0]?.title).toBe('AAPC dues tomorrow');
  await press(0);
  await expect.poll(() => listed(page)).toEqual([]);
  const { library } = await page.evaluate(() => window.almanac.read(['occurrences']));
  expect(Object.values(library.occurrences ?? {})).toMatchObject([{ state: 'done' }]);
});
