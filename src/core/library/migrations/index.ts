import { Library, schemaVersion } from '../schema';
import { MigrationError } from './migration-error';
import { toVersion2 } from './to-2';
import { toVersion3 } from './to-3';
import { toVersion4 } from './to-4';
import { toVersion5 } from './to-5';

export { MigrationError };

type Json = Record<string, unknown>;

/** A pure step to version `to`; one file each, never changed once shipped. */
interface Step {
  to: number;
  run: (library: Json) => Json;
}

const steps: readonly Step[] = [
  { to: 2, run: toVersion2 },
  { to: 3, run: toVersion3 },
  { to: 4, run: toVersion4 },
  { to: 5, run: toVersion5 },
];

/**
 * The library of an older version in the present form. Throws MigrationError with the failed step's name;
 * the last step is the full parse, so nothing half-migrated leaves this function.
 */
export function migrate(raw: unknown, from: number): { library: Library; steps: string[] } {
  let library = raw as Json;
  const done: string[] = [];
  for (const { to, run } of steps.filter((step) => step.to > from)) {
    const name = `${to - 1} to ${to}`;
    try {
      library = run(library);
    } catch (cause) {
      throw new MigrationError(name, cause);
    }
    done.push(name);
  }
  try {
    return { library: parseLibrary(library), steps: done };
  } catch (cause) {
    throw new MigrationError(`reading version ${schemaVersion}`, cause);
  }
}

/** The full check of a library, at migration, import and restore; throws zod's error. */
export function parseLibrary(raw: unknown): Library {
  return Library.parse(raw);
}
