import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../electron/main/clock';
import { readCsv } from '../../electron/main/imports/read-csv';
import { diskOf } from '../../electron/main/storage/disk';
import { writeDurably } from '../../electron/main/storage/durable-file';
import { openLibrary } from '../../electron/main/storage/store';
import { importCommand, previewImport } from '../../src/core/ceu/import/preview';
import type { Mapping } from '../../src/core/ceu/import/schema';
import { addDays } from '../../src/core/dates';
import { reference } from '../../src/core/reference';
import { median, report } from './figures';
import { tenYears } from './ten-years';

const today = '2026-11-22';
const rounds = 5;
const rows = 5000;
const bad = 200;
const mapping: Mapping = {
  columns: ['completedOn', 'title', 'units', 'indexNumber', 'sponsor'],
  order: null,
  body: 'aapc',
  state: 'earned',
};

/** Every 25th row has no day that is one. */
function csv(): Uint8Array {
  const lines = Array.from({ length: rows }, (_, nth) => {
    const day = nth % (rows / bad) === 0 ? 'soon' : addDays(today, -(nth % 3000) - 1);
    return `${day},Invented course ${nth},1.5,N${nth},Invented sponsor`;
  });
  return new TextEncoder().encode(['Date,Title,CEUs,Index number,Sponsor', ...lines].join('\n'));
}

interface Cost {
  /** Milliseconds: the file read and the rows judged, as the preview shows them. */
  preview: number;
  /** The confirmed import, durable, as one step. */
  command: number;
  /** One durable write of the library that it makes. */
  wholeFile: number;
}

async function once(): Promise<Cost> {
  const folder = await mkdtemp(join(tmpdir(), 'almanac-import-'));
  try {
    const opened = await openLibrary({
      ...{ folder: join(folder, 'data'), clock: systemClock(`${today}T15:00:00Z`) },
      ...{ newId: randomUUID, reference: reference(), expectsLibrary: false },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      initial: tenYears(1, today),
    });
    if (opened.kind !== 'open') throw new Error(`not opened: ${opened.problem.code}`);
    const { store } = opened;
    const bytes = csv();
    const begin = performance.now();
    const table = await readCsv(bytes, 'list.csv');
    if (!table.ok) throw new Error(table.problem.code);
    const world = { library: store.library, today, reference: reference() };
    const preview = previewImport(table.value, mapping, world);
    const previewed = performance.now();
    const command = importCommand(table.value, mapping, preview);
    if (!command.ok) throw new Error(command.problem.code);
    const before = performance.now();
    const done = await store.dispatch(command.value);
    const dispatched = performance.now();
    expect(done.ok).toBe(true);
    expect(Object.keys(store.library.activities)).toHaveLength(2000 + rows - bad);
    const whole = Buffer.from(JSON.stringify(store.library));
    const writing = performance.now();
    await writeDurably(diskOf({}), join(folder, 'library.json'), whole);
    const wholeFile = performance.now() - writing;
    await store.close();
    return { preview: previewed - begin, command: dispatched - before, wholeFile };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// No budget is set for it: the figures are told, and that every good row came in is bound.
test('importing 5,000 rows, 200 of them bad, into ten years', async () => {
  await once();
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await once());
  const middle = (of: keyof Cost) => median(costs.map((cost) => cost[of]));
  report(
    `import of ${rows} rows with ${bad} bad ones: preview ${middle('preview').toFixed(0)} ms, import ` +
      `${middle('command').toFixed(0)} ms, one durable write of the library ${middle('wholeFile').toFixed(1)} ms, ` +
      `ratio ${(middle('command') / middle('wholeFile')).toFixed(1)}`,
  );
});
