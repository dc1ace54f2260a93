import type { Context, Done } from '../library/apply';
import type { CommandOf } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import type { Id } from '../library/fields';
import { failed, ok, type Result } from '../result';
import { checkCycle } from './checks';

export function addCycle(
  draft: LibraryDraft,
  { body, start, end, openingUnits, openingMarked, note }: Omit<CommandOf<'cycle.add'>, 'type'>,
  context: Context,
): Result<Done> {
  const { now, newId } = context;
  const id = newId();
  const fields = { body, start, end, openingUnits, openingMarked, note };
  const wrong = checkCycle(draft.before, { id, ...fields }, context);
  if (wrong) return wrong;
  draft.put('cycles', {
    id,
    createdAt: now,
    updatedAt: now,
    ...fields,
    closedOn: null,
    datedAt: now,
  });
  return ok({ id });
}

/**
 * Nothing more is meant to be put into the cycle, and the next one begins. What is in it stays as it is, can still be read and, since
 * bodies ask back, be mended.
 */
export function closeCycle(
  draft: LibraryDraft,
  { id, on, next }: CommandOf<'cycle.close'>,
  context: Context,
): Result<Done> {
  const cycle = draft.live('cycles', id);
  if (!cycle) return failed('not-there', { what: 'cycle' });
  if (on < cycle.start || on > context.today) {
    return failed('close-outside', { start: cycle.start, today: context.today });
  }
  draft.assign('cycles', id, { closedOn: on }, context.now);
  if (next) {
    const added = addCycle(draft, { body: cycle.body, ...next }, context);
    if (!added.ok) return added;
  }
  return ok({ id });
}

export function reopenCycle(draft: LibraryDraft, id: Id, { now }: Context): Result<Done> {
  if (!draft.live('cycles', id)) return failed('not-there', { what: 'cycle' });
  draft.assign('cycles', id, { closedOn: null }, now);
  return ok({ id });
}
