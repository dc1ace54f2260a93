import type { Draft } from 'immer';
import type { Context, Done } from '../library/apply';
import type { CommandOf } from '../library/commands';
import type { Day, Id } from '../library/fields';
import type { HistoryEntry } from '../library/journal';
import { live, type Library } from '../library/schema';
import { failed, ok, type Problem, type Result } from '../result';
import { assign, defined, remove } from './apply';
import { checkDay } from './checks';
import type { ClaimDraft } from './commands';
import { canPlace } from './cycles';
import type { Claim, ClaimState } from './schema';

export type ActivityCommand = CommandOf<
  | 'activity.log'
  | 'activity.edit'
  | 'activity.delete'
  | 'claim.state'
  | 'evidence.attach'
  | 'evidence.detach'
>;

export function applyActivity(
  draft: Draft<Library>,
  command: ActivityCommand,
  context: Context,
): Result<Done> {
  const { now } = context;
  switch (command.type) {
    case 'activity.log':
      return log(draft, command, context);
    case 'activity.edit':
      return edit(draft, command, context);
    case 'activity.delete': {
      const removed = remove(draft.activities[command.id], 'activity', now);
      if (!removed.ok) return removed;
      for (const record of [...live(draft.claims), ...live(draft.evidence)]) {
        if (record.activityId === command.id) remove(record, 'claim', now);
      }
      return removed;
    }
    case 'claim.state': {
      const claim = draft.claims[command.id];
      if (!claim || claim.deletedAt) return failed('not-there', { what: 'claim' });
      const history = stateHistory(claim.id, claim.state, command.state, now);
      assign(claim, { state: command.state }, now);
      return ok({ id: claim.id, history });
    }
    case 'evidence.attach':
      return attach(draft, command, context);
    case 'evidence.detach':
      return remove(draft.evidence[command.id], 'certificate', now);
  }
}

function log(
  draft: Draft<Library>,
  { type: _, claims, ...fields }: CommandOf<'activity.log'>,
  context: Context,
): Result<Done> {
  const { now, newId, today } = context;
  const title = fields.title.trim();
  if (title === '') return failed('title-empty');
  const wrong =
    checkDay(fields.completedOn, today) ?? checkClaims(draft, claims, fields.completedOn);
  if (wrong) return wrong;
  const id = newId();
  draft.activities[id] = { id, createdAt: now, updatedAt: now, ...fields, title };
  return putClaims(draft, id, claims, fields.completedOn, context);
}

function edit(
  draft: Draft<Library>,
  { id, changes, claims }: CommandOf<'activity.edit'>,
  context: Context,
): Result<Done> {
  const activity = draft.activities[id];
  if (!activity || activity.deletedAt) return failed('not-there', { what: 'activity' });
  const title = changes.title?.trim();
  if (title === '') return failed('title-empty');
  const completedOn = changes.completedOn ?? activity.completedOn;
  // What stays as it was is not checked again: a title can be mended after a cycle has been deleted.
  const isMoved = completedOn !== activity.completedOn;
  const before = isMoved ? [] : claimsOf(draft, id);
  const shall = claims ?? claimsOf(draft, id);
  const wrong =
    checkDay(completedOn, context.today) ?? checkClaims(draft, shall, completedOn, before);
  if (wrong) return wrong;
  assign(activity, { ...defined(changes), ...(title ? { title } : {}) }, context.now);
  return putClaims(draft, id, shall, completedOn, context, isMoved);
}

function claimsOf(library: Pick<Library, 'claims'>, activityId: Id): Claim[] {
  return live(library.claims).filter((claim) => claim.activityId === activityId);
}

/**
 * One activity counts once at one body, and nothing counts there from before the first credential. The
 * second is not asked again of bodies where it was claimed `before`.
 */
function checkClaims(
  library: Pick<Library, 'holdings'>,
  claims: readonly ClaimDraft[],
  completedOn: Day,
  before: readonly Pick<Claim, 'body'>[] = [],
): { ok: false; problem: Problem } | null {
  const bodies = claims.map(({ body }) => body);
  const twice = bodies.find((body, index) => bodies.indexOf(body) !== index);
  const refusal = (result: Result<never>) => (result.ok ? null : result);
  if (twice) return refusal(failed('claim-twice', { body: twice.toUpperCase() }));
  for (const body of bodies) {
    if (before.some((claim) => claim.body === body)) continue;
    const earned = live(library.holdings)
      .filter((holding) => holding.body === body)
      .map(({ earnedOn }) => earnedOn);
    const isBefore = earned.length > 0 && earned.every((day) => day !== null && completedOn < day);
    if (isBefore) {
      return refusal(
        failed('claim-before-holding', { date: completedOn, body: body.toUpperCase() }),
      );
    }
  }
  return null;
}

/** Makes the activity's claims what `drafts` say: changes, adds, and puts the others into the trash. */
function putClaims(
  draft: Draft<Library>,
  activityId: Id,
  drafts: readonly ClaimDraft[],
  completedOn: Day,
  { now, newId, reference }: Context,
  isMoved = true,
): Result<Done> {
  const history: HistoryEntry[] = [];
  const before = claimsOf(draft, activityId);
  for (const { body, units, state, marks, holdings, cycleId } of drafts) {
    const fields = { units, state, marks, holdings, cycleId };
    const there = before.find((claim) => claim.body === body);
    const isPlaced = !isMoved && there?.cycleId === cycleId;
    if (
      cycleId !== null &&
      !isPlaced &&
      !canPlace(body, completedOn, cycleId, draft.cycles, reference)
    ) {
      const cycle = draft.cycles[cycleId];
      if (!cycle || cycle.deletedAt) return failed('not-there', { what: 'cycle' });
      const { start, end } = cycle;
      return failed('claim-wrong-cycle', { date: completedOn, start, end });
    }
    if (there) {
      history.push(...stateHistory(there.id, there.state, state, now));
      assign(there, fields, now);
    } else {
      const id = newId();
      draft.claims[id] = { id, createdAt: now, updatedAt: now, activityId, body, ...fields };
      history.push(...stateHistory(id, null, state, now));
    }
  }
  for (const claim of before) {
    if (!drafts.some(({ body }) => body === claim.body))
      remove(draft.claims[claim.id], 'claim', now);
  }
  return ok({ id: activityId, history });
}

/** A claim's way through its states only grows, so it is history and not state. */
function stateHistory(
  claim: Id,
  from: ClaimState | null,
  to: ClaimState,
  at: string,
): HistoryEntry[] {
  return from === to ? [] : [{ kind: 'claims', at, entry: { claim, from, to } }];
}

function attach(
  draft: Draft<Library>,
  { activityId, sha256, name, bytes, kind }: CommandOf<'evidence.attach'>,
  { now }: Context,
): Result<Done> {
  const activity = draft.activities[activityId];
  if (!activity || activity.deletedAt) return failed('not-there', { what: 'activity' });
  const id = `evidence:${sha256}`;
  const there = draft.evidence[id];
  if (there && !there.deletedAt) {
    const title = draft.activities[there.activityId]?.title ?? there.name;
    return failed('evidence-known', { title });
  }
  const createdAt = there?.createdAt ?? now;
  // Attached again after the trash was emptied of it: it is no longer gone.
  delete draft.tombstones[id];
  draft.evidence[id] = { id, createdAt, updatedAt: now, activityId, sha256, name, bytes, kind };
  return ok({ id });
}
