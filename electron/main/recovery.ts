import type { BackupInfo, RecoveryChoice } from '../../src/core/ipc';
import type { Problem } from '../../src/core/result';

/** The ways on from a library that cannot be opened. Starting empty is offered only where nothing is there to lose. */
export function choicesFor(problem: Problem, backup: BackupInfo | null): RecoveryChoice[] {
  const choices: RecoveryChoice[] = ['look-again'];
  // A library of a newer program is whole; an older copy put in its place would hide what is new.
  const isWhole = problem.code === 'library-newer';
  if (backup !== null && !isWhole) choices.push('restore-backup');
  const isLost = ['library-missing', 'library-damaged', 'journal-damaged'].includes(problem.code);
  if (isLost) choices.push('start-empty');
  return [...choices, 'other-folder', 'quit'];
}
