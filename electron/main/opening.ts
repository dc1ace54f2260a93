import type { Opening } from '../../src/core/ipc';
import { emptyLibrary } from '../../src/core/library/defaults';
import type { Problem } from '../../src/core/result';
import type { Today } from '../../src/core/today';
import { choicesFor } from './recovery';
import type { Device } from './storage/device';
import type { LibraryStore, RecoveryNeeded } from './storage/types';

/** All that the first paint of an open library needs. */
export function openedOpening(
  store: LibraryStore,
  { device, today, notices }: { device: Device; today: Today; notices: Problem[] },
): Opening {
  const { revision, isSample, write, library } = store;
  return {
    ...{ state: 'open', recovery: null, revision, isSample, write, today, notices },
    settings: library.settings,
    ...machine(device),
  };
}

/** The same where there is none: why, and the ways on. */
export function recoveryOpening(
  { problem, backup, folder }: RecoveryNeeded & { folder: string },
  { device, now }: { device: Device; now: string },
): Opening {
  return {
    state: 'recovery',
    recovery: { problem, folder, backup, choices: choicesFor(problem, backup) },
    ...{ revision: 0, isSample: false, write: { canWrite: false, problem } },
    ...{ today: null, notices: [], settings: emptyLibrary('none', now).settings },
    ...machine(device),
  };
}

function machine(device: Device): Pick<Opening, 'device' | 'platform'> {
  const { zoom, screen, reading, calendarView } = device;
  return {
    device: { zoom, screen, reading, calendarView },
    platform: process.platform as Opening['platform'],
  };
}
