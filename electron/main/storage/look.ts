import { schemaVersion } from '../../../src/core/library/collections';
import type { Library } from '../../../src/core/library/schema';
import { MigrationError } from '../../../src/core/library/migrations/migration-error';
import type { Problem, Result } from '../../../src/core/result';
import { migrated } from './bring-up';
import { DeviceFile } from './device';
import { diskOf } from './disk';
import { readProblem, writeProblem } from './failure';
import { Lock, thisProgram } from './lock';
import { readLibrary, readShared } from './reading';
import type { StoreOptions } from './types';

/** A library as it lies on disk, in the present form, and what this machine keeps beside it. */
export interface Looked {
  library: Library;
  device: DeviceFile;
  close(): Promise<void>;
}

type Needs = Pick<StoreOptions, 'folder' | 'clock' | 'log' | 'fs' | 'timers' | 'program'>;

/**
 * Looks at a library that is there and that nobody else has open. Of the folder only device.json can be
 * changed by it: a library of an older form is brought into the present one in memory alone, since a
 * migration ends undo and is for a start at which the user can be told; and nothing is mended or made.
 */
export async function lookAtLibrary(needs: Needs): Promise<Result<Looked>> {
  const disk = diskOf(needs);
  const { folder, clock, log, program = thisProgram } = needs;
  const refuse = (problem: Problem) => ({ ok: false, problem }) as const;
  const lock = new Lock(disk, folder, clock, program);
  try {
    // Before the lock, which is a file that a folder without a library is not to get.
    const first = await readShared(disk, folder);
    if (first.kind === 'problem') return refuse(first.problem);
    if (first.kind === 'absent') return refuse({ code: 'library-missing', about: { folder } });
    await lock.take(() => undefined);
  } catch (error) {
    return refuse(writeProblem(error));
  }
  try {
    const reading = await readLibrary(disk, folder);
    if (reading.kind !== 'found') {
      await lock.release();
      return refuse({ code: 'library-missing', about: { folder } });
    }
    const isOld = reading.read.schema < schemaVersion;
    const library = (
      isOld ? await migrated(reading.library, reading.read.schema) : reading.library
    ) as Library;
    const device = await DeviceFile.open(disk, folder, { clock, log, canWrite: () => lock.isHeld });
    const close = async () => {
      await device.close();
      await lock.release();
    };
    return { ok: true, value: { library, device, close } };
  } catch (error) {
    await lock.release();
    if (!(error instanceof MigrationError)) return refuse(readProblem(error));
    return refuse({ code: 'migration-failed', about: { step: error.step } });
  }
}
