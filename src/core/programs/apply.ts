import { checkDay } from '../ceu/checks';
import { remove } from '../library/remove';
import type { Context, Done } from '../library/apply';
import type { OneOf } from '../library/command';
import type { CommandOf } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import type { Id } from '../library/fields';
import { live } from '../library/live';
import { failed, ok, type Result } from '../result';
import type { FactDraft, programCommands } from './commands';
import { factId } from './ids';
import { checkAsOf, checkCount } from './values';

/** Carries a command about programs and their facts out on the draft, or says why it cannot be. */
export function applyProgram(
  draft: LibraryDraft,
  command: OneOf<typeof programCommands>,
  context: Context,
): Result<Done> {
  const { now } = context;
  switch (command.type) {
    case 'program.add':
      return add(draft, command, context);
    case 'program.edit': {
      const { id, changes } = command;
      if (!draft.live('programs', id)) return failed('not-there', { what: 'program' });
      if (changes.name?.trim() === '') return failed('name-empty', { what: 'program' });
      draft.assign('programs', id, changes, now);
      return ok({ id });
    }
    case 'program.delete': {
      const removed = remove(draft, 'programs', command.id, 'program', now);
      if (!removed.ok) return removed;
      for (const { id, programId } of live(draft.before.facts)) {
        if (programId === command.id) draft.trash('facts', id, now);
      }
      return removed;
    }
    case 'fact.set': {
      const { programId, fact, value, source, asOf, note } = command;
      if (!draft.live('programs', programId)) return failed('not-there', { what: 'program' });
      return setFact(draft, programId, { fact, value, source, asOf, note }, context);
    }
    case 'fact.clear':
      return remove(draft, 'facts', command.id, 'fact', now);
  }
}

function add(
  draft: LibraryDraft,
  { name, provider, note, facts }: CommandOf<'program.add'>,
  context: Context,
): Result<Done> {
  const { now, newId } = context;
  if (name.trim() === '') return failed('name-empty', { what: 'program' });
  const id = newId();
  draft.put('programs', { id, createdAt: now, updatedAt: now, name, provider, note });
  // Of a fact that is there twice the last one holds; two patches of one record could not be undone.
  for (const fact of new Map(facts.map((one) => [one.fact, one])).values()) {
    const set = setFact(draft, id, fact, context);
    if (!set.ok) return set;
  }
  return ok({ id });
}

function setFact(
  draft: LibraryDraft,
  programId: Id,
  { fact, value, source, asOf, note }: FactDraft,
  context: Context,
): Result<Done> {
  const { now, today } = context;
  const wrong = checkValue(fact, value, context) ?? checkAsOf(asOf, today);
  if (wrong) return wrong;
  const id = factId(programId, fact);
  const fields = { value, source, asOf, note };
  if (draft.live('facts', id)) draft.assign('facts', id, fields, now);
  else draft.put('facts', { id, createdAt: now, updatedAt: now, programId, fact, ...fields });
  return ok({ id });
}

/** A value must be of the kind that the fact has, and a choice or credential one of those there are. */
function checkValue(
  id: string,
  value: FactDraft['value'],
  { today, reference }: Context,
): Result<never> | null {
  const known = reference.programFacts.find((fact) => fact.id === id);
  if (!known) return failed('bad-fact', { fact: id });
  if (value === null) return null;
  const isKind =
    value.kind === known.kind || (value.kind === 'included' && known.canBeIncluded === true);
  const isKnown =
    value.kind === 'choice'
      ? (known.choices ?? []).some((choice) => choice.id === value.choice)
      : value.kind !== 'credentials' ||
        value.credentials.every((one) => reference.credentials.some((other) => other.id === one));
  if (!isKind || !isKnown) return failed('bad-fact', { fact: known.name });
  if (value.kind === 'day') return checkDay(value.day, today);
  return value.kind === 'count' ? checkCount(known, value.count) : null;
}
