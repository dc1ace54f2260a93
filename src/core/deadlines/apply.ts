import { remove } from '../library/remove';
import type { Context, Done } from '../library/apply';
import type { Command, CommandOf, CommandType } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import { failed, ok, type Result } from '../result';
import { occurrenceId } from './rules';

const types = [
  'deadline.add',
  'deadline.edit',
  'deadline.delete',
  'occurrence.mark',
  'occurrence.clear',
] as const satisfies CommandType[];
export type DeadlineCommand = CommandOf<(typeof types)[number]>;

export function isDeadlineCommand(command: Command): command is DeadlineCommand {
  return (types as readonly string[]).includes(command.type);
}

/** Carries a command about the user's own dates and about reminders out on the draft. */
export function applyDeadline(
  draft: LibraryDraft,
  command: DeadlineCommand,
  { now, newId }: Context,
): Result<Done> {
  switch (command.type) {
    case 'deadline.add': {
      const { title, date, note, leads } = command;
      if (title.trim() === '') return failed('name-empty', { what: 'date' });
      const id = newId();
      const fields = { title, date, note, leads: sorted(leads) };
      draft.put('deadlines', { id, createdAt: now, updatedAt: now, ...fields, datedAt: now });
      return ok({ id });
    }
    case 'deadline.edit': {
      const { id, changes } = command;
      const there = draft.live('deadlines', id);
      if (!there) return failed('not-there', { what: 'date' });
      if (changes.title?.trim() === '') return failed('name-empty', { what: 'date' });
      const leads = changes.leads && sorted(changes.leads);
      const hasMoved = changes.date !== undefined && changes.date !== there.date;
      const datedAt = hasMoved ? now : undefined;
      draft.assign('deadlines', id, { ...changes, leads, datedAt }, now);
      return ok({ id });
    }
    case 'deadline.delete':
      return remove(draft, 'deadlines', command.id, 'date', now);
    case 'occurrence.mark':
      return mark(draft, command, now);
    case 'occurrence.clear':
      return remove(draft, 'occurrences', command.id, 'reminder', now);
  }
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
