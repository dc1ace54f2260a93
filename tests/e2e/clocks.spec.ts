import { addDate } from './bus/fixture';
import { expect, test } from './bus/laptop';
import { holdCcsAndCic } from './held';
import { Ceus } from './pages/ceus';
import { Today } from './pages/today';
import { Rail } from './pages/rail';

test('a clock that is set back tells nothing twice, and one set forward tells once', async ({
  app,
  laptop,
  page,
}) => {
  await addDate(page, 'AAPC dues', '2026-11-25', [1, 0]);
  await laptop.lookAt('2026-11-24T14:10:00Z');
  await expect.poll(() => laptop.told()).toEqual(['AAPC dues tomorrow']);
  // An hour, into the time before it was due, and three days.
  for (const back of ['2026-11-24T13:10:00Z', '2026-11-21T13:10:00Z', '2026-11-24T14:20:00Z']) {
    await laptop.lookAt(back);
    await laptop.tellsNothing();
  }
  await laptop.lookAt('2026-11-25T15:00:00Z');
  await expect.poll(() => laptop.told()).toContain('AAPC dues today');
  await laptop.look();
  await laptop.tellsNothing();
  await app.restart({ now: '2026-11-25T14:30:00Z' });
  await laptop.tellsNothing();
  expect((await laptop.told()).filter((title) => title.startsWith('AAPC dues'))).toHaveLength(2);
});

test('a ledger that stays open past midnight counts from the new day', async ({ laptop, page }) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await ceus.ledger('AAPC');
  await laptop.sleepUntil('2027-01-29T20:00:00Z');
  const shown = () => laptop.inPage<string>('document.querySelector("main").innerText');
  await expect.poll(shown).toContain('2 days left');
  await laptop.sleepUntil('2027-01-30T05:00:30Z');
  await expect.poll(shown).toContain('1 day left');
});

test('who flies is told at nine by the clock where they are, once', async ({
  app,
  bus,
  login,
  laptop,
  page,
}) => {
  await addDate(page, 'CIC exam', '2026-11-25', [0]);
  await addDate(page, 'AAPC dues', '2026-11-26', [0]);
  // Half past nine in New York, where the day began, is half past six in Los Angeles.
  await laptop.flyTo('America/Los_Angeles');
  await laptop.sleepUntil('2026-11-25T14:30:00Z');
  await laptop.tellsNothing();
  await laptop.lookAt('2026-11-25T17:02:00Z');
  await expect.poll(() => laptop.told()).toContain('CIC exam today');
  await laptop.flyTo('Europe/Berlin');
  await laptop.look();
  await laptop.tellsNothing();
  expect(await laptop.listed()).toEqual(['CIC exam']);

  // Nine on November 26 in Kolkata is half past ten on the evening before in New York.
  const there = { ...bus.env, ...login.env, TZ: 'Asia/Kolkata' };
  await app.restart({ now: '2026-11-26T03:25:00Z', env: there });
  await laptop.tellsNothing();
  await laptop.lookAt('2026-11-26T03:31:00Z');
  await expect.poll(() => laptop.told()).toContain('AAPC dues today');
  await laptop.look();
  await laptop.tellsNothing();
});

for (const { clocks, now, date, before, at } of [
  {
    ...{ clocks: 'back: nine of standard time', now: '2026-10-31T20:00:00Z', date: '2026-11-01' },
    // Nine of the summer time that ended in the night.
    ...{ before: '2026-11-01T13:05:00Z', at: '2026-11-01T14:01:00Z' },
  },
  {
    ...{ clocks: 'forward: nine of summer time', now: '2027-03-13T20:00:00Z', date: '2027-03-14' },
    ...{ before: '2027-03-14T12:55:00Z', at: '2027-03-14T13:01:00Z' },
  },
]) {
  test.describe(`the day on which the clocks go ${clocks}`, () => {
    test.use({ now });

    test(`nine in the morning is nine by the clock (${date})`, async ({ laptop, page }) => {
      await addDate(page, 'CIC exam', date, [0]);
      await laptop.sleepUntil(before);
      await laptop.tellsNothing();
      await laptop.lookAt(at);
      await expect.poll(() => laptop.told()).toContain('CIC exam today');
      await laptop.look();
      await laptop.tellsNothing();
    });
  });
}

for (const { day, heading, now, then, date } of [
  {
    ...{ day: 'a leap year’s February 29', heading: 'February 29', date: '2028-02-29' },
    ...{ now: '2028-02-28T20:00:00Z', then: '2028-02-29T05:00:30Z' },
  },
  {
    ...{ day: 'December 31', heading: 'December 31', date: '2027-12-31' },
    ...{ now: '2027-12-30T20:00:00Z', then: '2027-12-31T05:00:30Z' },
  },
]) {
  test.describe(day, () => {
    test.use({ now });

    test(`begins at midnight: Today rolls over, the list has its date, the notice waits (${day})`, async ({
      laptop,
      page,
    }) => {
      await addDate(page, 'CIC exam', date, [0]);
      await new Rail(page).go('Today');
      const today = new Today(page);
      await expect(today.day).not.toContainText(heading);
      await laptop.sleepUntil(then);
      const shown = () => laptop.inPage<string>('document.querySelector("main").innerText');
      await expect.poll(shown).toContain(heading);
      await expect.poll(shown).toMatch(/CIC exam[^]*today/i);
      expect(await laptop.listed()).toEqual(['CIC exam']);
      await laptop.tellsNothing();
      await laptop.lookAt(then.replace('T05:00:30', 'T14:00:30'));
      await expect.poll(() => laptop.told()).toContain('CIC exam today');
    });
  });
}
