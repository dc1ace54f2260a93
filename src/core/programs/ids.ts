// Apart from the schema, so that a library is opened without loading zod.
import type { Id } from '../library/fields';

export function factId(programId: Id, fact: string): Id {
  return `fact:${programId}:${fact}`;
}

/** Of weeks, hours or cases. */
export const mostCount = 100_000;
