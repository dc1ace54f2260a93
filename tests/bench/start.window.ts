import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../../electron/main/clock';
import { openLibrary } from '../../electron/main/storage/store';
import { reference } from '../../src/core/reference';
import { median, report } from './figures';
import { tenYears } from './ten-years';

const root = resolve(import.meta.dirname, '../..');
const today = '2026-11-22';
const rounds = 9;

async function filledFolder(times: number): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'almanac-start-')), 'data');
  const opened = await openLibrary({
    ...{ folder, clock: systemClock(`${today}T15:00:00Z`), newId: randomUUID },
    ...{ reference: reference(), expectsLibrary: false, initial: tenYears(times, today) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  if (opened.kind !== 'open') throw new Error('the bench library was not made');
  // Today's backup is made, so that no run makes it while another does not.
  await opened.store.daily();
  await opened.store.close();
  return folder;
}

interface Start {
  /** Milliseconds from asking for the program to its largest text being painted. */
  readable: number;
  /** Kilobytes of all processes, shared pages counted in parts (PSS). */
  memory: number;
}

/** The time at which the largest text was painted, on the clock of this machine. */
function textPaintedAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolvePaint) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          if (last) resolvePaint(performance.timeOrigin + last.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

function memoryOf(app: ElectronApplication): number {
  const main = app.process().pid ?? 0;
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (pid: number): boolean =>
    pid === main || (parents.has(pid) && isOurs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isOurs).reduce((sum, pid) => {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      return sum + Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      return sum;
    }
  }, 0);
}

async function startOnce(args: string[], profile: string, idle: number): Promise<Start> {
  const env = { ...process.env, TZ: 'America/New_York' } as Record<string, string>;
  const begin = Date.now();
  const app = await _electron.launch({
    args: [...args, `--profile=${profile}`, `--user-data-dir=${profile}`],
    env,
  });
  const page = await app.firstWindow();
  await page.locator('h1').first().waitFor();
  // Waited for in this process: a page that does nothing is what is measured.
  await new Promise((done) => setTimeout(done, idle));
  const readable = (await textPaintedAt(page)) - begin;
  const memory = memoryOf(app);
  await app.close();
  return { readable, memory };
}

test('the start and the memory, against a bare window', async () => {
  const one = await filledFolder(1);
  const ten = await filledFolder(10);
  await mkdir('out/reports', { recursive: true });
  const cases = {
    bare: [join(root, 'tests/bench/bare')],
    one: [root, `--data=${one}`, `--now=${today}T15:00:00Z`],
    ten: [root, `--data=${ten}`, `--now=${today}T15:00:00Z`],
  };
  // Each keeps its profile, as on a person's machine: from the second start on there is compiled code.
  const profiles = await mkdtemp(join(tmpdir(), 'almanac-profiles-'));
  const starts: Record<keyof typeof cases, Start[]> = { bare: [], one: [], ten: [] };
  // In turn, so that what else the machine does falls on all alike; the first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of Object.keys(cases) as (keyof typeof cases)[]) {
      const start = await startOnce(cases[name], join(profiles, name), 3000);
      if (round > 0) starts[name].push(start);
    }
  }
  const time = (name: keyof typeof cases) => median(starts[name].map(({ readable }) => readable));
  const memory = (name: keyof typeof cases) => median(starts[name].map((start) => start.memory));
  const ms = (name: keyof typeof cases) => `${time(name).toFixed(0)} ms`;
  const mb = (name: keyof typeof cases) => `${(memory(name) / 1024).toFixed(0)} MB`;
  report(
    `start to text painted: bare ${ms('bare')}, Today at 1x ${ms('one')}, at 10x ${ms('ten')}; ` +
      `ratio ${(time('one') / time('bare')).toFixed(2)}, growth ${(time('ten') / time('one')).toFixed(2)}`,
  );
  report(
    `memory (PSS, all processes, 3 s after the start): bare ${mb('bare')}, Today at 1x ` +
      `${mb('one')}, at 10x ${mb('ten')}; ratio ${(memory('one') / memory('bare')).toFixed(2)}`,
  );
  await rm(profiles, { recursive: true, force: true });
  await rm(join(one, '..'), { recursive: true, force: true });
  await rm(join(ten, '..'), { recursive: true, force: true });
  expect(time('one') / time('bare')).toBeLessThanOrEqual(1.25);
  expect(memory('one') / memory('bare')).toBeLessThanOrEqual(1.35);
  expect(time('ten') / time('one')).toBeLessThanOrEqual(1.5);
});
