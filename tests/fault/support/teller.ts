import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { reference } from '../../../src/core/reference';
import { remindersOf } from '../../../src/core/deadlines/reminders';
import { Planner } from '../../../electron/main/reminders/planner';
import { nodeFs, type StorageFs } from '../../../electron/main/storage/disk';
import { openLibrary } from '../../../electron/main/storage/store';
import { momentOf } from '../../../electron/main/moment';

/*
 * A program that tells what is due, on a real folder, and dies by its own hand at the nth step of it: before or
 * after any call to the disk for device.json, and around what the desktop is asked. Without a number it tells,
 * ends and starts once more. What it says is what somebody would see.
 */

const [, , folder = '', now = '', dies = '0'] = process.argv;
const diesAt = Number(dies);
let steps = 0;

/** The end comes with no chance to tidy up. */
function step(): void {
  if (++steps === diesAt) process.kill(process.pid, 'SIGKILL');
}

const say = (what: string, ...about: string[]) => writeSync(1, `${[what, ...about].join(' ')}\n`);

const isWatched = (path: unknown) => typeof path === 'string' && path.includes('device.json');

/** Each call for device.json has a step before and one after it, and so has each write within the file. */
const fs: StorageFs = new Proxy(nodeFs, {
  get(target, name) {
    const call = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
    return async (...args: unknown[]) => {
      if (!isWatched(args[0])) return call.apply(target, args);
      step();
      const answer = await call.apply(target, args);
      step();
      return answer;
    };
  },
});

async function run(): Promise<void> {
  const log = { file: '', ...{ info: none, warn: none, error: none, page: none } };
  const clock = { now: () => now, timeZone: () => 'America/New_York' };
  const opened = await openLibrary({
    ...{ folder, clock, newId: randomUUID, log, fs, reference: reference() },
    expectsLibrary: true,
  });
  if (opened.kind !== 'open') throw new Error(opened.problem.code);
  const { store } = opened;
  const moment = momentOf(clock);
  for (const { id } of remindersOf(store.library, moment, reference())) say('listed', id);
  let isTelling = false;
  const planner = new Planner({
    ...{ clock, log },
    tellBug: (error) => say('bug', String(error)),
    session: {
      store,
      device: {
        get current() {
          return store.device.current;
        },
        async change(changes) {
          if (isTelling) step();
          await store.device.change(changes);
          if (isTelling) step();
        },
      },
    },
    notifier: {
      isReady() {
        step();
        return Promise.resolve(true);
      },
      show({ title }) {
        step();
        say('shown', title);
        step();
        return Promise.resolve('shown');
      },
    },
  });
  isTelling = true;
  planner.look();
  await planner.settled();
  planner.look();
  await planner.settled();
  await store.close();
}

function none(): void {
  // Nobody reads this log.
}

await run();
say('steps', String(steps));
if (diesAt === 0) await run();
say('ended');
