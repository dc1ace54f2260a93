import { chromium, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { runCheck, startBeside } from './bus/check';
import { addDate, dispatch, expect, holdCcs, isShown, sleepFor, test } from './bus/fixture';
import { BusClient } from './bus/bus-client';
import { HeldService } from './bus/held-service';
import { Rail } from './pages/rail';

/** Six days before the cycle of the CCS ends, a day after its reminder came up. */
const later = '2026-12-16T15:00:00Z';

const ended = expect.objectContaining({ code: 0 });

async function notesOf(folder: string): Promise<Record<string, { shownAt: string | null }>> {
  const device = JSON.parse(await readFile(join(folder, 'device.json'), 'utf8')) as {
    notices: Record<string, { shownAt: string | null }>;
  };
  return device.notices;
}

test('without a display it tells what is due, notes it, and ends; nothing is told twice', async ({
  app,
  bus,
  page,
}) => {
  await holdCcs(page);
  await addDate(page, 'Chapter & <b>dues</b>', '2026-12-18', [7]);
  await app.close();
  const before = await readdir(app.folders.data);
  const library = await readFile(join(app.folders.data, 'library.json'), 'utf8');

  expect(await runCheck(app, bus, { now: later })).toEqual(ended);
  const [notice, ...others] = await bus.notices();
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ title: '2 dates need you' });
  expect(notice?.body).toContain('AHIMA cycle ends in 6 days');
  // Who has sent it is gone, so nobody would hear a click.
  expect(notice?.body).toContain('Open Coder’s Almanac to answer.');
  expect(notice?.body).toContain('Chapter & <b>dues</b> in 2 days');
  const notes = Object.values(await notesOf(app.folders.data));
  expect(notes.map(({ shownAt }) => shownAt)).toEqual([
    expect.stringMatching(/^2026-12-16T15:/),
    expect.stringMatching(/^2026-12-16T15:/),
  ]);
  expect(await readdir(app.folders.data)).toEqual(before);
  expect(await readFile(join(app.folders.data, 'library.json'), 'utf8')).toBe(library);

  expect(await runCheck(app, bus, { now: '2026-12-16T17:00:00Z' })).toEqual(ended);
  const again = await app.start({ now: '2026-12-16T18:00:00Z' });
  await sleepFor(app, 1);
  await new Rail(again).go('CEUs');
  expect(await bus.notices()).toHaveLength(1);
  // What comes up next is told by whoever is there.
  await app.close();
  expect(await runCheck(app, bus, { now: '2026-12-21T15:00:00Z' })).toEqual(ended);
  expect(await bus.notices()).toMatchObject([{ title: 'AHIMA cycle ends tomorrow' }, notice]);
});

test('what was put off is told at its time', async ({ app, bus, page }) => {
  await addDate(page, 'AAPC dues', '2026-11-27', [4]);
  const again = await app.restart({ now: '2026-11-24T15:00:00Z' });
  await expect.poll(() => bus.notices()).toHaveLength(1);
  const { reminders } = await again.evaluate(() => window.almanac.today());
  const { deadline, lead } = reminders[0]!;
  await dispatch(again, {
    ...{ type: 'occurrence.mark', deadline: deadline.id, due: deadline.date, lead },
    ...{ state: 'put-off', until: '2026-11-25T20:00:00.000Z' },
  });
  await app.close();
  await runCheck(app, bus, { now: '2026-11-25T19:00:00Z' });
  expect(await bus.notices()).toHaveLength(1);
  await runCheck(app, bus, { now: '2026-11-25T20:00:00Z' });
  await runCheck(app, bus, { now: '2026-11-25T21:00:00Z' });
  expect(await bus.notices()).toMatchObject([{ title: 'AAPC dues in 2 days' }, {}]);
});

test('while the program runs it ends at once, and the window stays where it is', async ({
  app,
  bus,
  page,
}) => {
  await holdCcs(page);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const { code, milliseconds } = await runCheck(app, bus, { now: later, hasDisplay: true });
  expect(code).toBe(0);
  expect(milliseconds).toBeLessThan(15_000);
  expect(await runCheck(app, bus, { now: later })).toEqual(ended);
  expect(await startBeside(app, bus, ['--hidden'], { hasDisplay: true }).ended).toEqual(ended);
  expect(await isShown(app)).toBe(false);
  expect(await bus.notices()).toEqual([]);
  // A start by hand, which comes after them, is what shows it.
  expect(await startBeside(app, bus, [], { hasDisplay: true }).ended).toEqual(ended);
  await expect.poll(() => isShown(app)).toBe(true);
});

test.describe('started by hand while it checks', () => {
  test.use({ hasDunst: false });

  test('it becomes the program, and stays', async ({ app, bus, page }) => {
    const service = await HeldService.start(bus.address);
    await holdCcs(page);
    await app.restart({ args: ['--check-reminders'], now: later, hasWindow: false });
    await expect.poll(() => service.asked).toEqual(['AHIMA cycle ends in 6 days']);
    const second = startBeside(app, bus, [], { now: later, hasDisplay: true });
    expect(await second.ended).toEqual(ended);
    // The service has not answered, and nobody waits for it.
    const window = await app.window();
    await expect.poll(() => isShown(app)).toBe(true);
    await new Rail(window).go('Settings');
    // It has the library for itself now, and knows what was told.
    await dispatch(window, { type: 'settings.change', changes: { theme: 'dark' } });
    await sleepFor(app, 1);
    expect(service.asked).toHaveLength(1);
    service.stop();
  });

  test('without a display of its own it starts anew on that of the person', async ({
    app,
    bus,
    page,
  }) => {
    const service = await HeldService.start(bus.address);
    await holdCcs(page);
    await app.close();
    const check = startBeside(app, bus, ['--check-reminders'], { now: later });
    await expect.poll(() => service.asked).toHaveLength(1);
    const port = await freePort();
    const debugged = [`--remote-debugging-port=${port}`];
    const second = startBeside(app, bus, debugged, { now: later, hasDisplay: true });
    expect(await second.ended).toEqual(ended);
    expect(await check.ended).toEqual(ended);
    const { window, close } = await windowAt(port);
    await new Rail(window).go('CEUs');
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('CEUs');
    expect(service.asked).toHaveLength(1);
    await close();
    const lock = join(app.folders.data, 'library.lock');
    await expect.poll(() => existsSync(lock)).toBe(false);
    service.stop();
  });
});

test.describe('without a service that answers', () => {
  test.use({ hasDunst: false });

  test('a service that hangs, and none at all, keep it only for seconds', async ({
    app,
    bus,
    page,
  }) => {
    await holdCcs(page);
    await app.close();
    const without = await runCheck(app, bus, { now: later });
    expect(without.code).toBe(0);
    expect(without.milliseconds).toBeLessThan(15_000);

    const silent = new BusClient(bus.address);
    const never = { GetCapabilities: () => new Promise(() => undefined) };
    silent.serve(never, '/org/freedesktop/Notifications', {
      name: 'org.freedesktop.Notifications',
      methods: { GetCapabilities: ['', 'as'] },
      ...{ properties: {}, signals: {} },
    });
    await silent.own('org.freedesktop.Notifications');
    const hung = await runCheck(app, bus, { now: later });
    expect(hung.code).toBe(0);
    expect(hung.milliseconds).toBeLessThan(15_000);
    silent.leave();
    // Neither was a telling.
    expect(await notesOf(app.folders.data)).toEqual({});
    await bus.startDunst();
    expect(await runCheck(app, bus, { now: later })).toEqual(ended);
    expect(await bus.notices()).toHaveLength(1);
  });
});

test('without a library it makes none', async ({ app, bus }) => {
  await app.close();
  await rm(app.folders.data, { recursive: true });
  expect(await runCheck(app, bus, { now: later })).toEqual(ended);
  expect(existsSync(app.folders.data)).toBe(false);
  expect(await bus.notices()).toEqual([]);
});

test('a library that another program has open is that one’s to tell', async ({
  app,
  bus,
  page,
}) => {
  await holdCcs(page);
  await app.close();
  const other = { host: 'another-machine', pid: 1, birth: null };
  const now = { startedAt: later, heartbeat: later };
  const lock = join(app.folders.data, 'library.lock');
  await writeFile(lock, JSON.stringify({ ...other, ...now }));
  expect(await runCheck(app, bus, { now: later })).toEqual(ended);
  expect(await bus.notices()).toEqual([]);
  expect(JSON.parse(await readFile(lock, 'utf8'))).toEqual({ ...other, ...now });
  await rm(lock);
});

test('an older library is told from, and not migrated', async ({ app, bus }) => {
  await app.close();
  const { data } = app.folders;
  await rm(data, { recursive: true });
  await cp(resolve(import.meta.dirname, '../libraries/v3'), data, { recursive: true });
  const library = await readFile(join(data, 'library.json'), 'utf8');
  // Its own date of February 1 comes up two weeks before.
  expect(await runCheck(app, bus, { now: '2027-01-19T15:00:00Z' })).toEqual(ended);
  expect((await bus.notices()).map(({ title }) => title)).not.toEqual([]);
  expect(await readFile(join(data, 'library.json'), 'utf8')).toBe(library);
  expect(existsSync(join(data, 'backups'))).toBe(false);
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      server.close(() => done(port));
    });
  });
}

/** The window of a program that nobody but itself started. */
async function windowAt(port: number): Promise<{ window: Page; close: () => Promise<void> }> {
  const address = `http://127.0.0.1:${port}`;
  await expect
    .poll(() =>
      fetch(`${address}/json/list`)
        .then((answer) => answer.text())
        .catch(() => ''),
    )
    .toContain('app://bundle');
  const browser = await chromium.connectOverCDP(address);
  const window = browser.contexts()[0]?.pages()[0];
  if (window === undefined) throw new Error('no window');
  await expect(window.locator('h1').first()).toBeVisible();
  const close = async () => {
    await window.evaluate(() => window.close()).catch(() => undefined);
    await browser.close();
  };
  return { window, close };
}
