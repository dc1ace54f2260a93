import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDate, endOf } from './bus/fixture';
import { expect, test } from './bus/laptop';
import { Calendar } from './pages/calendar';
import { Rail } from './pages/rail';

/** Generous: a call to a service that hangs would stop the program for 25 seconds and more. */
const patience = 5000;

test('a notification service that comes to hang does not stop the program; it is told later', async ({
  app,
  bus,
  laptop,
  page,
}) => {
  await addDate(page, 'AAPC dues', '2026-11-25', [1, 0]);
  await laptop.lookAt('2026-11-24T15:00:00Z');
  await expect.poll(() => laptop.told()).toEqual(['AAPC dues tomorrow']);

  bus.hangDunst();
  await laptop.lookAt('2026-11-25T15:00:00Z');
  // While the service is asked and does not answer, the page and the main process answer each other.
  const slowest = await page.evaluate(async () => {
    const begin = performance.now();
    let longest = 0;
    while (performance.now() - begin < 4500) {
      const asked = performance.now();
      await window.almanac.today();
      longest = Math.max(longest, performance.now() - asked);
    }
    return longest;
  });
  expect(slowest).toBeLessThan(patience);
  await new Rail(page).go('CEUs');
  const calendar = await new Calendar(page).open();
  await expect(calendar.cameUp('AAPC dues')).toContainText('today');

  bus.freeDunst();
  expect(await laptop.told()).toHaveLength(1);
  await laptop.lookAt('2026-11-25T15:11:00Z');
  await expect.poll(() => laptop.told()).toHaveLength(2);
  expect((await laptop.told())[0]).toBe('AAPC dues today');
  await app.restart({ now: '2026-11-25T15:20:00Z' });
  await laptop.tellsNothing();
});

test('killed as its notice appears, it has the date once, and tells it at most once more', async ({
  app,
  bus,
  laptop,
  page,
}) => {
  await addDate(page, 'AAPC dues', '2026-11-25', [1]);
  await laptop.lookAt('2026-11-24T15:00:00Z');
  await bus.seesNotice();
  await endOf(app, () => Promise.resolve(app.electron.process().kill('SIGKILL')));

  const again = await app.start({ now: '2026-11-24T15:05:00Z' });
  await expect((await new Calendar(again).open()).cameUp('AAPC dues')).toHaveCount(1);
  // Whatever it repeats comes before or with the next.
  await addDate(again, 'Chapter meeting', '2026-11-26', [1]);
  await laptop.lookAt('2026-11-25T15:00:00Z');
  await expect
    .poll(async () => (await bus.notices()).map(({ title, body }) => `${title} ${body}`).join())
    .toContain('Chapter meeting');
  const after = await app.restart({ now: '2026-11-25T16:00:00Z' });
  await laptop.tellsNothing();
  const told = (await bus.notices()).filter(({ title, body }) =>
    `${title} ${body}`.includes('AAPC'),
  );
  expect(told.length).toBeGreaterThanOrEqual(1);
  expect(told.length).toBeLessThanOrEqual(2);
  await expect((await new Calendar(after).open()).cameUp('AAPC dues')).toHaveCount(1);
});

test('what another machine has open is told there; here it stays in the list', async ({
  app,
  laptop,
  page,
}) => {
  await addDate(page, 'AAPC dues', '2026-11-25', [1]);
  await app.close();
  const now = '2026-11-24T15:00:00Z';
  const lock = join(app.folders.data, 'library.lock');
  const holder = { host: 'another-machine', pid: 1, birth: null, startedAt: now, heartbeat: now };
  await writeFile(lock, JSON.stringify(holder));
  for (const start of [now, '2026-11-24T15:01:00Z']) {
    const reader = await app.restart({ now: start });
    const log = join(app.folders.profile, 'logs', 'main.log');
    const left = async () => (await readFile(log, 'utf8')).split('to the owner').length - 1;
    await expect.poll(left).toBe(start === now ? 1 : 2);
    await expect((await new Calendar(reader).open()).cameUp('AAPC dues')).toContainText('tomorrow');
    expect(await laptop.told()).toEqual([]);
  }
  await app.close();
  await rm(lock);
  await app.start({ now: '2026-11-24T15:02:00Z' });
  await expect.poll(() => laptop.told()).toEqual(['AAPC dues tomorrow']);
});
