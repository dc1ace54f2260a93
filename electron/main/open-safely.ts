import type { TellBug } from './funnel';
import { openLibrary } from './storage/store';
import type { Opened, StoreOptions } from './storage/types';

/** Opens a library of the user's; also a bug of the program leaves them a way on. */
export async function openSafely(options: StoreOptions, tellBug: TellBug): Promise<Opened> {
  try {
    return await openLibrary(options);
  } catch (error) {
    tellBug(error, 'open');
    const about = { cause: 'an error inside the program' };
    return { kind: 'recovery', problem: { code: 'library-unreadable', about }, backup: null };
  }
}
