import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../electron/main/clock';
import { diskOf } from '../../electron/main/storage/disk';
import { writeDurably } from '../../electron/main/storage/durable-file';
import { openLibrary } from '../../electron/main/storage/store';
import { reference } from '../../src/core/reference';
import { median, report } from './figures';
import { tenYears } from './ten-years';

const today = '2026-11-22';
const rounds = 60;

interface Cost {
  /** Milliseconds until a dispatched command is durable and answered. */
  command: number;
  /** Milliseconds of one durable write of the whole library.json, on the same disk in the same run. */
  wholeFile: number;
}

async function costAt(times: number): Promise<Cost> {
  const folder = await mkdtemp(join(tmpdir(), 'almanac-bench-'));
  const options = {
    ...{ folder: join(folder, 'data'), clock: systemClock(`${today}T15:00:00Z`) },
    ...{ newId: randomUUID, reference: reference(), expectsLibrary: false },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    initial: tenYears(times, today),
  };
  try {
    const opened = await openLibrary(options);
    if (opened.kind !== 'open') throw new Error(`not opened: ${opened.problem.code}`);
    const { store } = opened;
    const bytes = Buffer.from(JSON.stringify(store.library));
    const commands: number[] = [];
    const wholeFiles: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const changes = { title: `Invented title ${round}` };
      const begin = performance.now();
      const result = await store.dispatch({ type: 'activity.edit', id: 'activity-1000', changes });
      commands.push(performance.now() - begin);
      expect(result.ok).toBe(true);
      const before = performance.now();
      await writeDurably(diskOf({}), join(folder, 'library.json'), bytes);
      wholeFiles.push(performance.now() - before);
    }
    await store.close();
    return { command: median(commands), wholeFile: median(wholeFiles) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('a durable command costs half a durable write of the library at most, and grows little', async () => {
  await costAt(1);
  const one = await costAt(1);
  const ten = await costAt(10);
  for (const [name, cost] of [['1x', one] as const, ['10x', ten] as const]) {
    report(
      `command at ${name}: ${cost.command.toFixed(2)} ms, one durable write of library.json ` +
        `${cost.wholeFile.toFixed(2)} ms, ratio ${(cost.command / cost.wholeFile).toFixed(2)}`,
    );
  }
  report(`command, growth from 1x to 10x: ${(ten.command / one.command).toFixed(2)}`);
  expect(one.command / one.wholeFile).toBeLessThanOrEqual(0.5);
  expect(ten.command / ten.wholeFile).toBeLessThanOrEqual(0.5);
  expect(ten.command / one.command).toBeLessThanOrEqual(1.5);
});
