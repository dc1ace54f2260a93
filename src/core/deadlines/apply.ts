import { remove } from '../library/remove';
import type { Context, Done } from '../library/apply';
import type { OneOf } from '../library/command';
import type { CommandOf } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import { failed, ok, type Result } from '../result';
import type { deadlineCommands } from './commands';
import { adjustmentId, occurrenceId, readDeadlineId } from './ids';
import { checkRepeat } from './own-repeat';
import type { Adjustment, Repeat } from './schema';

/** Carries a command about the user's own dates and about reminders out on the draft. */
export function applyDeadline(
  draft: LibraryDraft,
  command: OneOf<typeof deadlineCommands>,
  { now, newId }: Context,
): Result<Done> {
  switch (command.type) {
    case 'deadline.add': {
      const { title, date, note, leads, repeat = null } = command;
      if (title.trim() === '') return failed('name-empty', { what: 'date' });
      const rhythm = checkRepeat(repeat, date);
      if (!rhythm.ok) return rhythm;
      const id = newId();
      const fields = { title, date, repeat, note, leads: sorted(leads) };
      draft.put('deadlines', { id, createdAt: now, updatedAt: now, ...fields, datedAt: now });
      return ok({ id });
    }
    case 'deadline.edit': {
      const { id, changes } = command;
      const there = draft.live('deadlines', id);
      if (!there) return failed('not-there', { what: 'date' });
      if (changes.title?.trim() === '') return failed('name-empty', { what: 'date' });
      const leads = changes.leads && sorted(changes.leads);
      const { date = there.date, repeat = there.repeat } = changes;
      const rhythm = checkRepeat(repeat, date);
      if (!rhythm.ok) return rhythm;
      // Another rhythm is a date typed anew: what it puts into the past was not missed.
      const hasMoved = date !== there.date || !isSameRepeat(repeat, there.repeat);
      const datedAt = hasMoved ? now : undefined;
      draft.assign('deadlines', id, { ...changes, leads, datedAt }, now);
      return ok({ id });
    }
    case 'deadline.delete':
      return remove(draft, 'deadlines', command.id, 'date', now);
    case 'adjustment.move': {
      const { deadline, date, why, standard, note } = command;
      if (isOwn(deadline)) return failed('not-there', { what: 'date' });
      if (why === 'extension' && date <= standard) return failed('not-extended', { standard });
      return adjust(draft, deadline, { movedTo: date, why, standard, note, datedAt: now }, now);
    }
    case 'adjustment.clear': {
      const asReckoned = { movedTo: null, why: null, standard: null, note: '', datedAt: null };
      return adjust(draft, command.deadline, asReckoned, now);
    }
    case 'adjustment.remind': {
      const { deadline, leads } = command;
      if (isOwn(deadline)) return failed('not-there', { what: 'date' });
      return adjust(draft, deadline, { leads: leads && sorted(leads) }, now);
    }
    case 'occurrence.mark':
      return mark(draft, command, now);
    case 'occurrence.clear':
      return remove(draft, 'occurrences', command.id, 'reminder', now);
  }
}

function isSameRepeat(one: Repeat | null, other: Repeat | null): boolean {
  if (one === null || other === null) return one === other;
  const { every, unit, until, waits } = one;
  return (
    every === other.every && unit === other.unit && until === other.until && waits === other.waits
  );
}

/** What is the user's own is moved, and its days chosen, in itself: a record would hide what they typed. */
function isOwn(deadline: string): boolean {
  return readDeadlineId(deadline)?.of === 'own';
}

/** Changes what is recorded of a date; nothing is left of a record that says nothing any more. */
function adjust(
  draft: LibraryDraft,
  deadline: string,
  changes: Partial<Adjustment>,
  now: string,
): Result<Done> {
  const id = adjustmentId(deadline);
  const there = draft.live('adjustments', id);
  const none = { movedTo: null, why: null, standard: null, datedAt: null, leads: null, note: '' };
  const { movedTo, why, standard, leads, note, datedAt, createdAt } = {
    ...{ ...none, createdAt: now },
    ...there,
    ...changes,
  };
  if (movedTo === null && leads === null) {
    return there ? remove(draft, 'adjustments', id, 'record', now) : ok({ id: null });
  }
  const fields = { deadline, movedTo, why, standard, datedAt, leads, note };
  draft.put('adjustments', { id, createdAt, updatedAt: now, ...fields });
  return ok({ id });
}

/** Each lead once, the earliest reminder first. */
function sorted(leads: readonly number[]): number[] {
  return [...new Set(leads)].sort((one, other) => other - one);
}

function mark(
  draft: LibraryDraft,
  { deadline, due, lead, state, until }: CommandOf<'occurrence.mark'>,
  now: string,
): Result<Done> {
  const id = occurrenceId(deadline, due, lead);
  const createdAt = draft.get('occurrences', id)?.createdAt ?? now;
  draft.put('occurrences', { id, createdAt, updatedAt: now, deadline, due, lead, state, until });
  return ok({ id });
}
