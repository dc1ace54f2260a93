import type { Context, Done } from '../library/apply';
import type { OneOf } from '../library/command';
import type { CommandOf } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import type { Day, Id, Instant } from '../library/fields';
import { longestNote } from '../library/limits';
import type { HistoryEntry } from '../library/journal';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { failed, ok, type Problem, type Result } from '../result';
import { remove } from '../library/remove';
import { checkDay } from './checks';
import { bodiesEver, claimableBodies } from './claimable';
import { claimId } from './claim-id';
import { claimRulesFor } from './claim-rules';
import type { activityCommands, ClaimDraft } from './commands';
import { canPlace } from './cycles';
import { bodyName } from '../reference';
import { reportedOn } from './reported';
import type { Reference } from '../reference/schema';
import type { Claim, ClaimState, Evidence } from './schema';

export function applyActivity(
  draft: LibraryDraft,
  command: OneOf<typeof activityCommands>,
  context: Context,
): Result<Done> {
  const { now } = context;
  switch (command.type) {
    case 'activity.log':
      return log(draft, command, context);
    case 'activity.edit':
      return edit(draft, command, context);
    case 'activity.add-to-note':
      return addToNote(draft, command, now);
    case 'activity.delete': {
      const removed = remove(draft, 'activities', command.id, 'activity', now);
      if (!removed.ok) return removed;
      for (const collection of ['claims', 'evidence'] as const) {
        for (const record of live<Claim | Evidence>(draft.before[collection])) {
          if (record.activityId === command.id) draft.trash(collection, record.id, now);
        }
      }
      return removed;
    }
    case 'evidence.attach':
      return attach(draft, command, context);
    case 'evidence.detach':
      return remove(draft, 'evidence', command.id, 'certificate', now);
  }
}

function log(
  draft: LibraryDraft,
  { type: _, claims, cost = null, ...fields }: CommandOf<'activity.log'>,
  context: Context,
): Result<Done> {
  const { now, newId, today } = context;
  const title = fields.title.trim();
  if (title === '') return failed('title-empty');
  const wrong =
    checkDay(fields.completedOn, today) ??
    checkClaims(draft.before, claims, fields.completedOn, context.reference);
  if (wrong) return wrong;
  const id = newId();
  draft.put('activities', { id, createdAt: now, updatedAt: now, ...fields, cost, title });
  return putClaims(draft, id, [], claims, fields.completedOn, context);
}

function edit(
  draft: LibraryDraft,
  { id, changes, claims }: CommandOf<'activity.edit'>,
  context: Context,
): Result<Done> {
  const activity = draft.live('activities', id);
  if (!activity) return failed('not-there', { what: 'activity' });
  const title = changes.title?.trim();
  if (title === '') return failed('title-empty');
  const completedOn = changes.completedOn ?? activity.completedOn;
  // What stays as it was is not checked again: a title can be mended after a cycle has been deleted.
  const isMoved = completedOn !== activity.completedOn;
  const own = claimsOf(draft, id, context.reference);
  const shall = claims ?? own;
  const wrong =
    checkDay(completedOn, context.today) ??
    checkClaims(draft.before, shall, completedOn, context.reference, own, isMoved);
  if (wrong) return wrong;
  draft.assign('activities', id, { ...changes, ...(title ? { title } : {}) }, context.now);
  return putClaims(draft, id, own, shall, completedOn, context, isMoved);
}

function addToNote(
  draft: LibraryDraft,
  { id, text }: CommandOf<'activity.add-to-note'>,
  now: Instant,
): Result<Done> {
  const activity = draft.live('activities', id);
  if (!activity) return failed('not-there', { what: 'activity' });
  const note = [activity.note.trimEnd(), text.trim()].filter((part) => part !== '').join('\n\n');
  if (note.length > longestNote) {
    const length = note.length.toLocaleString('en-US');
    const most = longestNote.toLocaleString('en-US');
    return failed('text-too-long', { field: 'note', length, most });
  }
  draft.assign('activities', id, { note }, now);
  return ok({ id });
}

type Bodied = Pick<Library, 'holdings' | 'cycles'>;

/** Looked up by their ids, since a command's cost must not grow with the library. */
function claimsOf(draft: LibraryDraft, activityId: Id, reference: Reference): Claim[] {
  return bodiesEver(draft.before, reference).flatMap(
    (body) => draft.live('claims', claimId(activityId, body)) ?? [],
  );
}

/**
 * One activity counts once at one body that is known, and nothing counts there from before the first credential.
 * The second and the third are not asked again of bodies where it was claimed `before`; the third is where it
 * `isMoved` to another day.
 */
export function checkClaims(
  library: Bodied,
  claims: readonly ClaimDraft[],
  completedOn: Day,
  reference: Reference,
  before: readonly Pick<Claim, 'body'>[] = [],
  isMoved = false,
): { ok: false; problem: Problem } | null {
  const bodies = claims.map(({ body }) => body);
  const twice = bodies.find((body, index) => bodies.indexOf(body) !== index);
  const refusal = (result: Result<never>) => (result.ok ? null : result);
  if (twice) return refusal(failed('claim-twice', { body: bodyName(twice, reference) }));
  const there = new Set(before.map(({ body }) => body));
  const known = new Set([...claimableBodies(library, reference), ...there]);
  if (!bodies.every((body) => known.has(body)))
    return refusal(failed('not-there', { what: 'body' }));
  for (const body of bodies) {
    if (there.has(body) && !isMoved) continue;
    const rule = claimRulesFor(body, completedOn, reference).get('not-before-holding');
    if (!rule?.isBinding) continue;
    const earned = live(library.holdings)
      .filter((holding) => holding.body === body)
      .map(({ earnedOn }) => earnedOn);
    const isBefore = earned.length > 0 && earned.every((day) => day !== null && completedOn < day);
    if (isBefore) {
      return refusal(
        failed('claim-before-holding', { date: completedOn, body: bodyName(body, reference) }),
      );
    }
  }
  return null;
}

/** Makes the activity's claims what `drafts` say: changes, adds, and puts the others into the trash. */
export function putClaims(
  draft: LibraryDraft,
  activityId: Id,
  before: readonly Claim[],
  drafts: readonly ClaimDraft[],
  completedOn: Day,
  { now, today, reference }: Context,
  isMoved = true,
): Result<Done> {
  const history: HistoryEntry[] = [];
  for (const { body, units, state, marks, holdings, cycleId } of drafts) {
    const there = before.find((claim) => claim.body === body);
    const on = reportedOn(there ?? null, state, today);
    const fields = { units, state, marks, holdings, cycleId, reportedOn: on };
    const isPlaced = !isMoved && there?.cycleId === cycleId;
    if (
      cycleId !== null &&
      !isPlaced &&
      !canPlace(body, completedOn, cycleId, draft.before.cycles, reference)
    ) {
      const cycle = draft.live('cycles', cycleId);
      if (!cycle) return failed('not-there', { what: 'cycle' });
      const { start, end } = cycle;
      return failed('claim-wrong-cycle', { date: completedOn, start, end });
    }
    if (there) {
      history.push(...stateHistory(there.id, there.state, state, now));
      draft.assign('claims', there.id, fields, now);
    } else {
      const id = claimId(activityId, body);
      draft.put('claims', { id, createdAt: now, updatedAt: now, activityId, body, ...fields });
      history.push(...stateHistory(id, null, state, now));
    }
  }
  for (const claim of before) {
    if (!drafts.some(({ body }) => body === claim.body)) draft.trash('claims', claim.id, now);
  }
  return ok({ id: activityId, history });
}

/** A claim's way through its states only grows, so it is history and not state. */
export function stateHistory(
  claim: Id,
  from: ClaimState | null,
  to: ClaimState,
  at: string,
): HistoryEntry[] {
  return from === to ? [] : [{ kind: 'claims', at, entry: { claim, from, to } }];
}

function attach(
  draft: LibraryDraft,
  { activityId, sha256, name, bytes, kind }: CommandOf<'evidence.attach'>,
  { now }: Context,
): Result<Done> {
  if (!draft.live('activities', activityId)) return failed('not-there', { what: 'activity' });
  const id = `evidence:${sha256}`;
  const there = draft.get('evidence', id);
  if (there && !there.deletedAt) {
    const title = draft.get('activities', there.activityId)?.title ?? there.name;
    return failed('evidence-known', { title });
  }
  const createdAt = there?.createdAt ?? now;
  const file = { sha256, name, bytes, kind };
  draft.put('evidence', { id, createdAt, updatedAt: now, activityId, ...file });
  return ok({ id });
}
