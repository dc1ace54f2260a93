import type { Context, Done } from '../library/apply';
import type { Command, CommandOf, CommandType } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import { remove } from '../library/remove';
import { failed, ok, type Result } from '../result';
import { checkCredential, checkExam } from './checks';
import type { Exam } from './schema';

const types = ['exam.add', 'exam.edit', 'exam.delete'] as const satisfies CommandType[];
export type ExamCommand = CommandOf<(typeof types)[number]>;

export function isExamCommand(command: Command): command is ExamCommand {
  return (types as readonly string[]).includes(command.type);
}

/** Carries a command about exams out on the draft. */
export function applyExam(
  draft: LibraryDraft,
  command: ExamCommand,
  context: Context,
): Result<Done> {
  const { now, today, newId } = context;
  switch (command.type) {
    case 'exam.add': {
      const { type: _type, ...fields } = command;
      const wrong = checkCredential(command.credential, context) ?? checkExam(fields, today);
      if (wrong) return wrong;
      const id = newId();
      draft.put('exams', { id, createdAt: now, updatedAt: now, ...fields, datedAt: now });
      return ok({ id });
    }
    case 'exam.edit': {
      const { id, changes } = command;
      const there = draft.live('exams', id);
      if (!there) return failed('not-there', { what: 'exam' });
      const next = changed(there, changes);
      const wrong = checkExam(next, today);
      if (wrong) return wrong;
      const hasMoved = days.some((day) => next[day] !== there[day]);
      draft.assign('exams', id, { ...changes, datedAt: hasMoved ? now : undefined }, now);
      return ok({ id });
    }
    case 'exam.delete':
      return remove(draft, 'exams', command.id, 'exam', now);
  }
}

const days = ['approvedOn', 'windowEnd', 'appointmentOn', 'result', 'retestFrom'] as const;

/** The record as it will be; what a change leaves out stays. */
function changed(there: Exam, changes: CommandOf<'exam.edit'>['changes']): Exam {
  const entries = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...there, ...Object.fromEntries(entries) };
}
