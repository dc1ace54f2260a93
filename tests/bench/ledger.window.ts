import { _electron, expect, test, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../../electron/main/clock';
import { openLibrary } from '../../electron/main/storage/store';
import { reference } from '../../src/core/reference';
import { report } from './figures';
import { tenYears } from './ten-years';

const root = resolve(import.meta.dirname, '../..');
const today = '2026-11-22';
const frame = 1000 / 60;

async function folderWith(times: number): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'almanac-scroll-')), 'data');
  const opened = await openLibrary({
    ...{ folder, clock: systemClock(`${today}T15:00:00Z`), newId: randomUUID },
    ...{ reference: reference(), expectsLibrary: false, initial: tenYears(times, today) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  if (opened.kind !== 'open') throw new Error('the bench library was not made');
  await opened.store.close();
  return folder;
}

/**
 * Scrolls step by step and says, for each, the milliseconds that the page's main thread worked until the frame was
 * done: drawing the rows, style, layout and paint. By the thread's own clock, which stands still while other
 * programs have the processor.
 */
async function scrollTimes(page: Page, step: number, steps: number): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const times: number[] = [];
  let before = await worked();
  for (let index = 0; index < steps; index += 1) {
    await page.evaluate(async (by) => {
      window.scrollBy(0, by);
      // Two frames: the event of the scroll comes with the first, what it makes of it is drawn with the second.
      const next = () => new Promise((done) => requestAnimationFrame(done));
      await next();
      await next();
    }, step);
    const after = await worked();
    times.push(after - before);
    before = after;
  }
  await session.detach();
  return times;
}

function at(times: readonly number[], part: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

test('scrolling 10,000 activities, against a frame', async () => {
  const folder = await folderWith(5);
  const profile = await mkdtemp(join(tmpdir(), 'almanac-profile-'));
  const app = await _electron.launch({
    args: [root, `--data=${folder}`, `--now=${today}T15:00:00Z`, `--profile=${profile}`],
    env: { ...process.env, TZ: 'America/New_York' },
  });
  try {
    const page = await app.firstWindow();
    await page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: /^CEUs/ })
      .click();
    await page.getByRole('radiogroup', { name: 'Ledger' }).getByText('All learning').click();
    await expect(page.getByRole('table', { name: 'Activities' })).toHaveAttribute(
      'aria-rowcount',
      '10002',
    );
    // The first round only warms up.
    await scrollTimes(page, 120, 60);
    const still = await scrollTimes(page, 0, 100);
    const wheel = await scrollTimes(page, 120, 400);
    const pages = await scrollTimes(page, 900, 200);
    for (const [name, times] of [
      ['not at all', still] as const,
      ['by the wheel (120 px)', wheel] as const,
      ['by pages (900 px)', pages] as const,
    ]) {
      report(
        `scroll of 10,000 activities ${name}: p50 ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms, ` +
          `most ${at(times, 1).toFixed(1)} ms of the main thread, a frame ${frame.toFixed(1)} ms`,
      );
    }
    // A whole page at once is a jump, not a scroll: its time is told and not bound.
    expect(at(wheel, 0.95)).toBeLessThanOrEqual(frame);
  } finally {
    await app.close();
    await rm(join(folder, '..'), { recursive: true, force: true });
    await rm(profile, { recursive: true, force: true });
  }
});
