import type { Context, Done } from '../library/apply';
import type { OneOf } from '../library/command';
import type { CommandOf } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import type { Id } from '../library/fields';
import type { HistoryEntry } from '../library/journal';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { failed, ok, type Result } from '../result';
import { stateHistory } from './apply-activity';
import { applyImport } from './apply-import';
import { checkDay } from './checks';
import type { manyCommands } from './commands';
import { holdingsStill, topicChoices } from './one-topic';
import { reportedOn } from './reported';
import type { Reference } from '../reference/schema';
import type { Claim, Evidence, Marks } from './schema';

/**
 * Carries out what is done to many claims or activities at once: all of it or, if one of them is no longer
 * there, nothing. Each is one change for the journal, so one undo takes it back as a whole.
 */
export function applyMany(
  draft: LibraryDraft,
  command: OneOf<typeof manyCommands>,
  context: Context,
): Result<Done> {
  switch (command.type) {
    case 'activities.edit':
      return editActivities(draft, command, context);
    case 'activities.delete':
      return deleteActivities(draft, command, context);
    case 'activities.import':
      return applyImport(draft, command, context);
    case 'claims.edit':
      return editClaims(draft, command, context);
    case 'claim.report':
      return report(draft, command, context);
  }
}

/** Each id once: a list that names one twice means it once. */
function isAllThere(
  draft: LibraryDraft,
  collection: 'activities' | 'claims',
  ids: ReadonlySet<Id>,
): boolean {
  return [...ids].every((id) => draft.live(collection, id) !== undefined);
}

function editActivities(
  draft: LibraryDraft,
  command: CommandOf<'activities.edit'>,
  { now }: Context,
): Result<Done> {
  const ids = new Set(command.ids);
  if (!isAllThere(draft, 'activities', ids)) return failed('not-there', { what: 'activity' });
  for (const id of ids) draft.assign('activities', id, command.changes, now);
  return ok({ id: null });
}

function deleteActivities(
  draft: LibraryDraft,
  command: CommandOf<'activities.delete'>,
  { now }: Context,
): Result<Done> {
  const ids = new Set(command.ids);
  if (!isAllThere(draft, 'activities', ids)) return failed('not-there', { what: 'activity' });
  for (const id of ids) draft.trash('activities', id, now);
  for (const collection of ['claims', 'evidence'] as const) {
    const records: Library['claims'] | Library['evidence'] = draft.before[collection];
    for (const { id, activityId } of live<Claim | Evidence>(records)) {
      if (ids.has(activityId)) draft.trash(collection, id, now);
    }
  }
  return ok({ id: null });
}

function editClaims(
  draft: LibraryDraft,
  command: CommandOf<'claims.edit'>,
  { now, today, reference }: Context,
): Result<Done> {
  const ids = new Set(command.ids);
  if (!isAllThere(draft, 'claims', ids)) return failed('not-there', { what: 'claim' });
  const named = command.holdings ?? [];
  if (!named.every((id) => draft.live('holdings', id))) {
    return failed('not-there', { what: 'credential' });
  }
  const history: HistoryEntry[] = [];
  for (const id of ids) {
    const claim = draft.live('claims', id);
    if (!claim) continue;
    const state = command.state ?? claim.state;
    history.push(...stateHistory(id, claim.state, state, now));
    const marks = answered(claim.marks, command.marks ?? {});
    const holdings = command.holdings ?? holdingsAfter(draft, claim, marks, reference);
    const on = reportedOn(claim, state, today);
    draft.assign('claims', id, { state, marks, holdings, reportedOn: on }, now);
  }
  return ok({ id: null, history });
}

function holdingsAfter(
  { before }: LibraryDraft,
  claim: Claim,
  marks: Marks,
  reference: Reference,
): Id[] {
  const day = before.activities[claim.activityId]?.completedOn;
  if (claim.holdings.length === 0 || day === undefined) return claim.holdings;
  const choices = (one: Marks) => topicChoices({ ...claim, marks: one }, day, before, reference);
  return holdingsStill(claim.holdings, choices(claim.marks), choices(marks));
}

/** The marks with the answers given; null takes an answer away. */
function answered(marks: Marks, answers: Record<string, boolean | null>): Marks {
  const all = Object.entries({ ...marks, ...answers });
  return Object.fromEntries(all.filter((entry): entry is [string, boolean] => entry[1] !== null));
}

/** Nothing is entered at a body on a day that is still to come. */
function report(
  draft: LibraryDraft,
  { id, on }: CommandOf<'claim.report'>,
  { now, today }: Context,
): Result<Done> {
  const claim = draft.live('claims', id);
  if (!claim) return failed('not-there', { what: 'claim' });
  const wrong = checkDay(on, today);
  if (wrong) return wrong;
  if (on > today) return failed('reported-ahead', { date: on, today });
  const history = stateHistory(id, claim.state, 'reported', now);
  draft.assign('claims', id, { state: 'reported', reportedOn: on }, now);
  return ok({ id, history });
}
