import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDate } from './bus/fixture';
import { HeldService } from './bus/held-service';
import { expect, test } from './bus/laptop';
import { Calendar } from './pages/calendar';

// No notification service is there when the program starts.
test.use({ hasDunst: false });

/** How many notices the program has noted as shown. */
async function shownIn(folder: string): Promise<number> {
  const text = await readFile(join(folder, 'device.json'), 'utf8').catch(() => '{}');
  const { notices = {} } = JSON.parse(text) as { notices?: Record<string, { shownAt: string }> };
  return Object.values(notices).filter(({ shownAt }) => shownAt).length;
}

test('a service that appears after the start is told what came up before it, once', async ({
  app,
  bus,
  laptop,
  page,
}) => {
  await addDate(page, 'AAPC dues', '2026-11-25', [1]);
  await laptop.lookAt('2026-11-24T15:00:00Z');
  await expect((await new Calendar(page).open()).cameUp('AAPC dues')).toContainText('tomorrow');
  await bus.startDunst();
  await laptop.lookAt('2026-11-24T15:11:00Z');
  await expect.poll(() => laptop.told()).toEqual(['AAPC dues tomorrow']);
  await app.restart({ now: '2026-11-24T16:00:00Z' });
  await laptop.tellsNothing();
});

test('a service that is too slow to say that it is there is asked again later', async ({
  bus,
  laptop,
  page,
}) => {
  const service = await HeldService.start(bus.address, { unheard: 1 });
  service.answer();
  await addDate(page, 'AAPC dues', '2026-11-25', [1]);
  await laptop.lookAt('2026-11-24T15:00:00Z');
  await expect.poll(() => service.probed).toBe(1);
  await expect((await new Calendar(page).open()).cameUp('AAPC dues')).toContainText('tomorrow');
  expect(service.asked).toEqual([]);
  await laptop.lookAt('2026-11-24T15:11:00Z');
  await expect.poll(() => service.asked).toEqual(['AAPC dues tomorrow']);
  service.stop();
});

test('a notice that is answered late was shown, and is not told again', async ({
  app,
  bus,
  laptop,
  page,
}) => {
  const service = await HeldService.start(bus.address);
  await addDate(page, 'AAPC dues', '2026-11-25', [1]);
  await laptop.lookAt('2026-11-24T15:00:00Z');
  await expect.poll(() => service.asked).toEqual(['AAPC dues tomorrow']);
  expect(await shownIn(app.folders.data)).toBe(0);
  service.answer();
  await expect.poll(() => shownIn(app.folders.data)).toBe(1);
  const again = await app.restart({ now: '2026-11-24T16:00:00Z' });
  await addDate(again, 'Chapter meeting', '2026-11-26', [1]);
  await laptop.lookAt('2026-11-25T15:00:00Z');
  await expect.poll(() => service.asked.length).toBe(2);
  expect(service.asked[1]).toBe('Chapter meeting tomorrow');
  service.stop();
});
