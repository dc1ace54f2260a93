import { schemaVersion } from '../../../src/core/library/collections';
import { MigrationError } from '../../../src/core/library/migrations/migration-error';
import type { Library } from '../../../src/core/library/schema';

/**
 * The library of an older version in the present form; throws MigrationError. The steps and the full check with all
 * of zod are loaded here, since hardly any start needs them.
 */
export async function migrated(library: unknown, schema: number): Promise<Library> {
  const { migrate } = await import('../../../src/core/library/migrations');
  return migrate(library, schema).library;
}

/** The library of a kept state in the present form, checked in full; null if it does not pass. */
export async function bringUp(library: unknown, schema: number): Promise<Library | null> {
  try {
    if (schema < schemaVersion) return await migrated(library, schema);
    const { parseLibrary } = await import('../../../src/core/library/migrations');
    return parseLibrary(library);
  } catch (error) {
    if (error instanceof MigrationError || isZodError(error)) return null;
    throw error;
  }
}

function isZodError(error: unknown): boolean {
  return error instanceof Error && error.name === 'ZodError';
}
