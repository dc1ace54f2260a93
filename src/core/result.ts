import type { ProblemCode } from './problems';

/** An expected failure: a code of the problem table, and the few words that fill its sentence. */
export interface Problem {
  code: ProblemCode;
  /** Values for the `{name}` places of the sentence; never a stack, never a path the user did not choose. */
  about?: Record<string, string>;
}

/** The answer of everything that can fail in a way we expect. Bugs throw instead. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(code: ProblemCode, about?: Record<string, string>): Result<never> {
  return { ok: false, problem: about ? { code, about } : { code } };
}
