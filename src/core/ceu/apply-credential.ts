import type { Context, Done } from '../library/apply';
import { defined } from '../library/changes';
import type { OneOf } from '../library/command';
import type { CommandOf } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import type { Id, RecordBase } from '../library/fields';
import { remove } from '../library/remove';
import { live } from '../library/live';
import { credentialOf } from '../reference';
import { isOffered } from '../reference/own-bodies';
import { failed, ok, type Result } from '../result';
import { checkCycle, checkHoldingDates, isHeld } from './checks';
import type { credentialCommands } from './commands';
import { holdingKey, holdingName } from './holdings';
import type { Override } from './schema';
import { addCycle, closeCycle, reopenCycle } from './apply-cycle';

/** Carries a command about credentials, their cycles and overrides out on the draft, or says why it cannot be. */
export function applyCredential(
  draft: LibraryDraft,
  command: OneOf<typeof credentialCommands>,
  context: Context,
): Result<Done> {
  const { now } = context;
  switch (command.type) {
    case 'holding.add':
      return addHolding(draft, command, context);
    case 'holding.edit': {
      const { id, changes } = command;
      const holding = draft.live('holdings', id);
      if (!holding) return failed('not-there', { what: 'credential' });
      const wrong = checkHoldingDates({ ...holding, ...defined(changes) }, context.today);
      if (wrong) return wrong;
      const isNamed = credentialOf(holding.credential, context.reference)?.isNamed ?? false;
      // Only what stands for several has a name of the user's.
      const { name: typed, ...others } = changes;
      const fields = typed === undefined || !isNamed ? others : { ...others, name: typed.trim() };
      const after = { ...holding, ...defined(fields) };
      const isOther = holdingKey(after) !== holdingKey(holding) || holding.endedOn !== null;
      if (isOther && after.endedOn === null && isHeld(draft.before, after, id)) {
        return failed('already-held', { credential: holdingName(after, context.reference) });
      }
      draft.assign('holdings', id, fields, now);
      return ok({ id });
    }
    case 'holding.delete':
      return remove(draft, 'holdings', command.id, 'credential', now);
    case 'cycle.add':
      return addCycle(draft, command, context);
    case 'cycle.edit': {
      const { id, changes } = command;
      const cycle = draft.live('cycles', id);
      if (!cycle) return failed('not-there', { what: 'cycle' });
      const wrong = checkCycle(draft.before, { ...cycle, ...defined(changes) }, context);
      if (wrong) return wrong;
      const hasMoved = changes.end !== undefined && changes.end !== cycle.end;
      draft.assign('cycles', id, { ...changes, datedAt: hasMoved ? now : undefined }, now);
      return ok({ id });
    }
    case 'cycle.delete': {
      const removed = remove(draft, 'cycles', command.id, 'cycle', now);
      if (!removed.ok) return removed;
      for (const { id, cycleId } of live(draft.before.overrides)) {
        if (cycleId === command.id) draft.trash('overrides', id, now);
      }
      return removed;
    }
    case 'cycle.close':
      return closeCycle(draft, command, context);
    case 'cycle.reopen':
      return reopenCycle(draft, command.id, context);
    case 'override.set': {
      const { cycleId, rule, units, note, reason = 'own', standardUnits = null } = command;
      return setOverride(draft, cycleId, rule, context, {
        ...{ units, applies: null, reason, standardUnits, note },
      });
    }
    case 'override.choose': {
      const { cycleId, rule, applies, note, standardUnits = null } = command;
      return setOverride(draft, cycleId, rule, context, {
        ...{ units: null, applies, reason: 'own', standardUnits, note },
      });
    }
    case 'override.clear':
      return remove(draft, 'overrides', command.id, 'adjusted requirement', now);
  }
}

function addHolding(
  draft: LibraryDraft,
  { credential, name: typed = '', earnedOn, note, cycle }: CommandOf<'holding.add'>,
  context: Context,
): Result<Done> {
  const { now, today, newId, reference } = context;
  const known = reference.credentials.find(({ id }) => id === credential);
  if (!known || !isOffered(known.body, draft.before)) {
    return failed('unknown-credential', { credential: known?.name ?? credential });
  }
  const name = known.isNamed ? typed.trim() : '';
  if (isHeld(draft.before, { credential, name })) {
    return failed('already-held', { credential: name === '' ? known.name : name });
  }
  const wrong = checkHoldingDates({ earnedOn, endedOn: null }, today);
  if (wrong) return wrong;
  const id = newId();
  const { body } = known;
  const fields = { credential, name, body, earnedOn, endedOn: null, note };
  draft.put('holdings', { id, createdAt: now, updatedAt: now, ...fields });
  // A further credential of a body shares the cycle that is there already.
  const isThere =
    cycle &&
    live(draft.before.cycles).some(
      (other) => other.body === body && other.start === cycle.start && other.end === cycle.end,
    );
  if (cycle && !isThere) {
    const added = addCycle(draft, { body, ...cycle }, context);
    if (!added.ok) return added;
  }
  return ok({ id });
}

/** One override for a rule in a cycle: setting it again changes the one that is there. */
function setOverride(
  draft: LibraryDraft,
  cycleId: Id,
  rule: string,
  { now, newId }: Context,
  word: Omit<Override, keyof RecordBase | 'cycleId' | 'rule'>,
): Result<Done> {
  if (!draft.live('cycles', cycleId)) return failed('not-there', { what: 'cycle' });
  const there = live(draft.before.overrides).find(
    (override) => override.cycleId === cycleId && override.rule === rule,
  );
  if (there) {
    draft.assign('overrides', there.id, word, now);
    return ok({ id: there.id });
  }
  const id = newId();
  draft.put('overrides', { id, createdAt: now, updatedAt: now, cycleId, rule, ...word });
  return ok({ id });
}
