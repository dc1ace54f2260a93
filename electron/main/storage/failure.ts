import type { Problem } from '../../../src/core/result';
import { causeOfCode, codeOf } from './disk';

/** An expected failure inside the storage folder, on its way to becoming the `Result` of a public call. */
export class StorageFailure extends Error {
  override name = 'StorageFailure';
  constructor(
    readonly problem: Problem,
    cause?: unknown,
  ) {
    super(problem.code, { cause });
  }
}

export function fail(code: Problem['code'], about?: Record<string, string>): never {
  throw new StorageFailure(about ? { code, about } : { code });
}

const full = new Set(['ENOSPC', 'EDQUOT']);
const refused = new Set(['EACCES', 'EROFS', 'EPERM']);

/** The problem that a failed write amounts to. Bugs are not problems: they are thrown again. */
export function writeProblem(error: unknown): Problem {
  if (error instanceof StorageFailure) return error.problem;
  const code = codeOf(error);
  if (code === undefined) throw error;
  if (full.has(code)) return { code: 'disk-full' };
  if (refused.has(code)) return { code: 'read-only-folder' };
  return { code: 'write-failed', about: { cause: causeOfCode(code) } };
}

/** The problem that a failed read amounts to. */
export function readProblem(error: unknown): Problem {
  if (error instanceof StorageFailure) return error.problem;
  const code = codeOf(error);
  if (code === undefined) throw error;
  const cause = refused.has(code) ? 'this user has no right to read it' : causeOfCode(code);
  return { code: 'library-unreadable', about: { cause } };
}

/** The problem that reading one file of the user's amounts to. */
export function fileProblem(error: unknown): Problem {
  const problem = readProblem(error);
  return problem.code === 'library-unreadable' ? { ...problem, code: 'file-unreadable' } : problem;
}

/** Whether a problem may go away by itself, once the user made room or gave the right. */
export function mayPass(problem: Problem): boolean {
  return problem.code === 'disk-full' || problem.code === 'read-only-folder';
}
