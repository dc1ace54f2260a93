import { migrate, MigrationError, parseLibrary } from '../../../src/core/library/migrations';
import { schemaVersion } from '../../../src/core/library/schema';
import type { Library } from '../../../src/core/library/schema';

/** The library of a kept state in the present form, checked in full; null if it does not pass. */
export function bringUp(library: unknown, schema: number): Library | null {
  try {
    return schema < schemaVersion ? migrate(library, schema).library : parseLibrary(library);
  } catch (error) {
    if (error instanceof MigrationError || isZodError(error)) return null;
    throw error;
  }
}

function isZodError(error: unknown): boolean {
  return error instanceof Error && error.name === 'ZodError';
}
