import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Command } from '../../../src/core/library/commands';
import { reference } from '../../../src/core/reference';
import type { Clock } from '../../../electron/main/clock';
import type { Log, StorageFs, Timers } from '../../../electron/main/storage/disk';
import type { Program } from '../../../electron/main/storage/lock';
import { openLibrary } from '../../../electron/main/storage/store';
import type { LibraryStore, Opened, StoreOptions } from '../../../electron/main/storage/types';

const made: string[] = [];

/** A folder of the test's own, removed at the end. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'almanac-'));
  made.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export interface TestClock extends Clock {
  set(instant: string): void;
  advance(milliseconds: number): void;
}

export function testClock(start = '2026-11-22T12:00:00.000Z'): TestClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    timeZone: () => 'America/Chicago',
    set: (instant) => void (at = Date.parse(instant)),
    advance: (milliseconds) => void (at += milliseconds),
  };
}

/** Timers that run when the test says so; a wait is over at once. */
export function testTimers(): Timers & { runDue(): void } {
  const due = new Set<() => void>();
  return {
    wait: () => Promise.resolve(),
    after(_, run) {
      due.add(run);
      return () => due.delete(run);
    },
    every: () => () => undefined,
    runDue() {
      for (const run of [...due]) {
        due.delete(run);
        run();
      }
    },
  };
}

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

let lastPid = 1000;
const alive = new Set<number>();

/** A program of its own on this machine, until it is killed. */
export function testProgram(host = 'desk'): Program & { kill(): void } {
  const pid = ++lastPid;
  alive.add(pid);
  return {
    host,
    pid,
    birthOf: (asked) => Promise.resolve(`boot:${asked}`),
    isAlive: (asked) => alive.has(asked),
    kill: () => void alive.delete(pid),
  };
}

let lastId = 0;
export function newId(): string {
  return `00000000-0000-4000-8000-${String(++lastId).padStart(12, '0')}`;
}

export interface Rig {
  options: StoreOptions;
  clock: TestClock;
  timers: ReturnType<typeof testTimers>;
  program: ReturnType<typeof testProgram>;
}

/** What one run of the program brings along. */
export function rig(folder: string, changes: Partial<StoreOptions> = {}): Rig {
  const clock = (changes.clock as TestClock | undefined) ?? testClock();
  const timers = testTimers();
  const program = testProgram();
  const options: StoreOptions = {
    ...{ folder, clock, newId, log: silentLog, timers, program },
    reference: reference(),
    expectsLibrary: false,
    ...changes,
  };
  return { options, clock, timers, program };
}

export function storeOf(opened: Opened): LibraryStore {
  if (opened.kind !== 'open') {
    throw new Error(`${opened.problem.code} ${JSON.stringify(opened.problem.about ?? {})}`);
  }
  return opened.store;
}

export async function openStore(
  folder: string,
  changes: Partial<StoreOptions> = {},
): Promise<Rig & { store: LibraryStore; notices: string[] }> {
  const run = rig(folder, changes);
  const opened = await openLibrary(run.options);
  const store = storeOf(opened);
  const notices = opened.kind === 'open' ? opened.notices.map(({ code }) => code) : [];
  return { ...run, store, notices };
}

export function logActivity(title: string, changes: object = {}): Command {
  return {
    type: 'activity.log',
    title,
    completedOn: '2026-10-01',
    hours: 150,
    sponsor: 'A sponsor',
    indexNumber: '',
    note: '',
    claims: [],
    ...changes,
  };
}

export function titles(store: LibraryStore): string[] {
  return Object.values(store.library.activities)
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map(({ title }) => title)
    .sort();
}

/** Every file under a folder with its contents, to prove that nothing was touched. */
export function contentsOf(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  const look = (at: string, prefix: string) => {
    for (const name of readdirSync(at)) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) look(path, `${prefix}${name}/`);
      else found[`${prefix}${name}`] = readFileSync(path).toString('base64');
    }
  };
  look(folder, '');
  return found;
}

export type { StorageFs };
