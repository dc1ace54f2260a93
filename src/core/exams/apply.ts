import type { Context, Done } from '../library/apply';
import { defined } from '../library/changes';
import type { OneOf } from '../library/command';
import type { LibraryDraft } from '../library/draft';
import { remove } from '../library/remove';
import { failed, ok, type Result } from '../result';
import type { examCommands } from './commands';
import { checkCredential, checkExam } from './checks';

/** Carries a command about exams out on the draft. */
export function applyExam(
  draft: LibraryDraft,
  command: OneOf<typeof examCommands>,
  context: Context,
): Result<Done> {
  const { now, today, newId } = context;
  switch (command.type) {
    case 'exam.add': {
      const { type: _type, ...fields } = command;
      const wrong = checkCredential(command.credential, context) ?? checkExam(fields, null, today);
      if (wrong) return wrong;
      const id = newId();
      draft.put('exams', { id, createdAt: now, updatedAt: now, ...fields, datedAt: now });
      return ok({ id });
    }
    case 'exam.edit': {
      const { id, changes } = command;
      const there = draft.live('exams', id);
      if (!there) return failed('not-there', { what: 'exam' });
      const next = { ...there, ...defined(changes) };
      const wrong = checkExam(next, there, today);
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
