import type { Result } from '../../../src/core/result';
import type { Opened, RecoveryAction, StoreOptions } from './types';

export type * from './types';

/** Opens the library of a folder. Changes nothing if it cannot be trusted, but says what is wrong. */
export function openLibrary(options: StoreOptions): Promise<Opened> {
  return Promise.reject(new Error(`cannot open ${options.folder} yet`));
}

/** Goes on from a library that could not be opened; what was there is kept aside. */
export function recoverLibrary(
  options: StoreOptions,
  action: RecoveryAction,
): Promise<Result<Opened>> {
  return Promise.reject(new Error(`cannot ${action} in ${options.folder} yet`));
}
