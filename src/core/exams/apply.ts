import type { Context, Done } from '../library/apply';
import type { Command, CommandOf, CommandType } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import { remove } from '../library/remove';
import { failed, ok, type Result } from '../result';

const types = ['exam.add', 'exam.edit', 'exam.delete'] as const satisfies CommandType[];
export type ExamCommand = CommandOf<(typeof types)[number]>;

export function isExamCommand(command: Command): command is ExamCommand {
  return (types as readonly string[]).includes(command.type);
}

/** Carries a command about exams out on the draft. */
export function applyExam(
  draft: LibraryDraft,
  command: ExamCommand,
  { now, newId }: Context,
): Result<Done> {
  switch (command.type) {
    case 'exam.add': {
      const { type: _type, ...fields } = command;
      const id = newId();
      draft.put('exams', { id, createdAt: now, updatedAt: now, ...fields });
      return ok({ id });
    }
    case 'exam.edit': {
      const { id, changes } = command;
      if (!draft.live('exams', id)) return failed('not-there', { what: 'exam' });
      draft.assign('exams', id, changes, now);
      return ok({ id });
    }
    case 'exam.delete':
      return remove(draft, 'exams', command.id, 'exam', now);
  }
}
