import type { Draft } from 'immer';
import type { Context, Done } from '../library/apply';
import type { Command, CommandOf, CommandType } from '../library/commands';
import type { Id } from '../library/fields';
import { live, type Library } from '../library/schema';
import { failed, ok, type Result } from '../result';
import { checkCycle, checkHoldingDate } from './checks';
import { applyActivity, type ActivityCommand } from './apply-activity';

const activityTypes = [
  'activity.log',
  'activity.edit',
  'activity.delete',
  'claim.state',
  'evidence.attach',
  'evidence.detach',
] as const satisfies CommandType[];

const credentialTypes = [
  'holding.add',
  'holding.edit',
  'holding.delete',
  'cycle.add',
  'cycle.edit',
  'cycle.delete',
  'override.set',
  'override.clear',
] as const satisfies CommandType[];

export type CeuCommand = CommandOf<
  (typeof activityTypes)[number] | (typeof credentialTypes)[number]
>;
type CredentialCommand = CommandOf<(typeof credentialTypes)[number]>;

const ceuTypes: readonly string[] = [...activityTypes, ...credentialTypes];

export function isCeuCommand(command: Command): command is CeuCommand {
  return ceuTypes.includes(command.type);
}

function isActivityCommand(command: CeuCommand): command is ActivityCommand {
  return (activityTypes as readonly string[]).includes(command.type);
}

/** Carries a command of the CEU subject out on the draft, or says why it cannot be. */
export function applyCeu(
  draft: Draft<Library>,
  command: CeuCommand,
  context: Context,
): Result<Done> {
  return isActivityCommand(command)
    ? applyActivity(draft, command, context)
    : applyCredential(draft, command, context);
}

function applyCredential(
  draft: Draft<Library>,
  command: CredentialCommand,
  context: Context,
): Result<Done> {
  const { now, newId } = context;
  switch (command.type) {
    case 'holding.add':
      return addHolding(draft, command, context);
    case 'holding.edit': {
      const holding = draft.holdings[command.id];
      if (!holding || holding.deletedAt) return failed('not-there', { what: 'credential' });
      const wrong = checkHoldingDate(command.changes.earnedOn ?? null, context.today);
      if (wrong) return wrong;
      assign(holding, command.changes, now);
      return ok({ id: command.id });
    }
    case 'holding.delete':
      return remove(draft.holdings[command.id], 'credential', now);
    case 'cycle.add': {
      const id = newId();
      return addCycle(draft, { ...command, id }, context);
    }
    case 'cycle.edit': {
      const cycle = draft.cycles[command.id];
      if (!cycle || cycle.deletedAt) return failed('not-there', { what: 'cycle' });
      const wrong = checkCycle(draft, { ...cycle, ...defined(command.changes) }, context);
      if (wrong) return wrong;
      assign(cycle, command.changes, now);
      return ok({ id: command.id });
    }
    case 'cycle.delete': {
      const removed = remove(draft.cycles[command.id], 'cycle', now);
      if (!removed.ok) return removed;
      for (const override of live(draft.overrides)) {
        if (override.cycleId === command.id) remove(override, 'adjusted requirement', now);
      }
      return removed;
    }
    case 'override.set':
      return setOverride(draft, command, context);
    case 'override.clear':
      return remove(draft.overrides[command.id], 'adjusted requirement', now);
  }
}

function addHolding(
  draft: Draft<Library>,
  { credential, earnedOn, note, cycle }: CommandOf<'holding.add'>,
  context: Context,
): Result<Done> {
  const { now, today, newId, reference } = context;
  const known = reference.credentials.find(({ id }) => id === credential);
  if (!known) return failed('unknown-credential', { credential });
  if (live(draft.holdings).some((holding) => holding.credential === credential)) {
    return failed('already-held', { credential: known.name });
  }
  const wrong = checkHoldingDate(earnedOn, today);
  if (wrong) return wrong;
  const id = newId();
  const { body } = known;
  draft.holdings[id] = { id, createdAt: now, updatedAt: now, credential, body, earnedOn, note };
  // A further credential of a body shares the cycle that is there already.
  const isThere =
    cycle &&
    live(draft.cycles).some(
      (other) => other.body === body && other.start === cycle.start && other.end === cycle.end,
    );
  if (cycle && !isThere) {
    const added = addCycle(draft, { id: newId(), body, ...cycle }, context);
    if (!added.ok) return added;
  }
  return ok({ id });
}

function addCycle(
  draft: Draft<Library>,
  {
    id,
    body,
    start,
    end,
    openingUnits,
    openingMarked,
    note,
  }: Omit<CommandOf<'cycle.add'>, 'type'> & {
    id: Id;
  },
  context: Context,
): Result<Done> {
  const { now } = context;
  const cycle = {
    id,
    createdAt: now,
    updatedAt: now,
    body,
    start,
    end,
    openingUnits,
    openingMarked,
    note,
  };
  const wrong = checkCycle(draft, cycle, context);
  if (wrong) return wrong;
  draft.cycles[id] = cycle;
  return ok({ id });
}

/** One override for a rule in a cycle: setting it again changes the one that is there. */
function setOverride(
  draft: Draft<Library>,
  { cycleId, rule, units, note }: CommandOf<'override.set'>,
  { now, newId }: Context,
): Result<Done> {
  const cycle = draft.cycles[cycleId];
  if (!cycle || cycle.deletedAt) return failed('not-there', { what: 'cycle' });
  const there = live(draft.overrides).find(
    (override) => override.cycleId === cycleId && override.rule === rule,
  );
  if (there) {
    assign(there, { units, note }, now);
    return ok({ id: there.id });
  }
  const id = newId();
  draft.overrides[id] = { id, createdAt: now, updatedAt: now, cycleId, rule, units, note };
  return ok({ id });
}

type Kept = { id: Id; updatedAt: string; deletedAt?: string | undefined };

/** Puts a record into the trash. */
export function remove(record: Kept | undefined, what: string, now: string): Result<Done> {
  if (!record || record.deletedAt) return failed('not-there', { what });
  record.deletedAt = now;
  record.updatedAt = now;
  return ok({ id: record.id });
}

/** Sets only the fields that are given and differ, so that a patch holds no more than what changed. */
export function assign<T extends Kept>(
  record: T,
  changes: { [K in keyof T]?: T[K] | undefined },
  now: string,
): void {
  let isChanged = false;
  for (const [key, value] of Object.entries(defined(changes))) {
    if (JSON.stringify(record[key as keyof T]) === JSON.stringify(value)) continue;
    record[key as keyof T] = value as T[keyof T];
    isChanged = true;
  }
  if (isChanged) record.updatedAt = now;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

export function defined<T extends object>(changes: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
