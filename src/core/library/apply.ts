import { createDraft, enablePatches, finishDraft, type Draft } from 'immer';
import { applyCeu, defined, isCeuCommand } from '../ceu/apply';
import { checkRestored } from '../ceu/checks';
import type { Reference } from '../reference/schema';
import { failed, ok, type Result } from '../result';
import type { Command, CommandOf } from './commands';
import { phrase } from './describe';
import type { Day, Id, Instant, RecordBase } from './fields';
import type { HistoryEntry, Patch } from './journal';
import { collections, type Library } from './schema';

enablePatches();

/** What a command may know of the world besides the library. */
export interface Context {
  now: Instant;
  today: Day;
  newId: () => Id;
  reference: Reference;
}

/** A command's effect: the library after it, and the two lists of patches that a journal line keeps. */
export interface Change {
  library: Library;
  patches: Patch[];
  inverse: Patch[];
  history: HistoryEntry[];
  /** The record the command was about. */
  id: Id | null;
  /** One phrase for the user: “Logged Sepsis: clinical indicators”. */
  did: string;
}

/** What a handler says about its work on the draft. */
export interface Done {
  id: Id | null;
  history?: HistoryEntry[];
}

/** Runs `edit` on a draft; a failed edit leaves no trace. */
export function change(
  library: Library,
  edit: (draft: Draft<Library>) => Result<Done>,
): Result<Omit<Change, 'did'>> {
  const draft = createDraft(library);
  const done = edit(draft);
  if (!done.ok) return done;
  let patches: Patch[] = [];
  let inverse: Patch[] = [];
  const next = finishDraft(draft, (forward, back) => {
    patches = forward;
    inverse = back;
  });
  const { id, history = [] } = done.value;
  return ok({ library: next, patches, inverse, history, id });
}

/**
 * The library after a command, or why it cannot be done. Undo and redo are not handled here: they need the
 * journal (undo.ts). A command that changes nothing answers with no patches.
 */
export function apply(library: Library, command: Command, context: Context): Result<Change> {
  const changed = change(library, (draft) =>
    isCeuCommand(command)
      ? applyCeu(draft, command, context)
      : applyLibrary(draft, command, context),
  );
  return changed.ok
    ? ok({ ...changed.value, did: phrase(changed.value.library, command) })
    : changed;
}

type LibraryCommand = CommandOf<
  | 'settings.change'
  | 'occurrence.mark'
  | 'trash.restore'
  | 'trash.purge'
  | 'library.undo'
  | 'library.redo'
>;

function applyLibrary(
  draft: Draft<Library>,
  command: LibraryCommand,
  context: Context,
): Result<Done> {
  switch (command.type) {
    case 'settings.change':
      Object.assign(draft.settings, defined(command.changes));
      return ok({ id: null });
    case 'occurrence.mark':
      return markOccurrence(draft, command, context);
    case 'trash.restore':
      return restore(draft, command, context);
    case 'trash.purge':
      return purge(draft, command, context);
    case 'library.undo':
      return failed('nothing-to-undo');
    case 'library.redo':
      return failed('nothing-to-redo');
  }
}

function markOccurrence(
  draft: Draft<Library>,
  { deadline, due, lead, state, until }: CommandOf<'occurrence.mark'>,
  { now }: Context,
): Result<Done> {
  const id = `${deadline}|${due}|${lead}`;
  const createdAt = draft.occurrences[id]?.createdAt ?? now;
  draft.occurrences[id] = { id, createdAt, updatedAt: now, deadline, due, lead, state, until };
  return ok({ id });
}

/** What was deleted by one command carries one instant, so it comes back together. */
function restore(
  draft: Draft<Library>,
  { collection, id }: CommandOf<'trash.restore'>,
  context: Context,
): Result<Done> {
  const deletedAt = draft[collection][id]?.deletedAt;
  if (deletedAt === undefined) return failed('not-there', { what: 'record' });
  const wrong = checkRestored(draft, collection, id, context);
  if (wrong) return wrong;
  for (const name of collections) {
    for (const record of Object.values<RecordBase>(draft[name])) {
      const belongs = record.id === id || belongsTo(record, id);
      if (!belongs || record.deletedAt !== deletedAt) continue;
      delete record.deletedAt;
      record.updatedAt = context.now;
    }
  }
  return ok({ id });
}

function belongsTo(record: object, owner: Id): boolean {
  const { activityId, cycleId } = record as { activityId?: Id; cycleId?: Id | null };
  // A claim's cycleId is only a preference; an override's is its owner, and an override has no activity.
  return activityId === owner || (activityId === undefined && cycleId === owner);
}

function purge(
  draft: Draft<Library>,
  { before }: CommandOf<'trash.purge'>,
  { now }: Context,
): Result<Done> {
  for (const name of collections) {
    const records = draft[name];
    for (const [id, { deletedAt }] of Object.entries(records)) {
      if (deletedAt === undefined || deletedAt >= before) continue;
      delete records[id];
      draft.tombstones[id] = { id, collection: name, purgedAt: now };
    }
  }
  return ok({ id: null });
}
