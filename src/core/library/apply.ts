import { applyCeu, isCeuCommand } from '../ceu/apply';
import { applyOwnBody, isOwnBodyCommand } from '../ceu/apply-own-body';
import { checkRestored } from '../ceu/checks';
import { applyPreparation, isPreparationCommand } from '../code-sets/preparation-apply';
import { applyDeadline, isDeadlineCommand } from '../deadlines/apply';
import { applyExam, isExamCommand } from '../exams/apply';
import { applyDocument, isDocumentCommand } from '../guide/document-apply';
import { applyNote, isNoteCommand } from '../notes/apply';
import { applyProgram, isProgramCommand } from '../programs/apply';
import { applyCard, isCardCommand } from '../study/apply';
import { referenceOf } from '../reference/own-bodies';
import type { Reference } from '../reference/schema';
import { failed, ok, type Result } from '../result';
import type { Command, CommandOf } from './commands';
import { phrase } from './describe';
import { LibraryDraft } from './draft';
import type { Day, Id, Instant, RecordBase } from './fields';
import type { HistoryEntry, Patch } from './journal';
import { applyPatchesTo } from './patches';
import { collections } from './collections';
import type { Library } from './schema';

/** What a command may know of the world besides the library. */
export interface Context {
  now: Instant;
  today: Day;
  newId: () => Id;
  reference: Reference;
}

/** A command's effect: the two lists of patches that a journal line keeps, and what goes with them. */
export interface Change {
  patches: Patch[];
  inverse: Patch[];
  history: HistoryEntry[];
  /** The record the command was about. */
  id: Id | null;
  /** One phrase for the user: “Logged Sepsis: clinical indicators”. */
  did: string;
  /** The library afterwards; a copy, worked out when it is asked for. The one before is not touched. */
  readonly library: Library;
}

/** What a handler says about its work on the draft. */
export interface Done {
  id: Id | null;
  history?: HistoryEntry[];
}

/** What has become of a draft. */
export function changeOf(draft: LibraryDraft, { id, history = [] }: Done, did: string): Change {
  const { before, patches, inverse } = draft;
  let after: Library | null = null;
  return {
    ...{ patches, inverse, history, id, did },
    get library() {
      after ??= applyPatchesTo(before, patches);
      return after;
    },
  };
}

/**
 * What a command does to the library, or why it cannot be done. Undo and redo are not handled here: they
 * need the journal (undo.ts). A command that changes nothing answers with no patches.
 */
export function apply(library: Library, command: Command, context: Context): Result<Change> {
  const draft = new LibraryDraft(library);
  // A command knows the user's own bodies like the program's.
  const reference = referenceOf(library, context.reference);
  const done = applyTo(draft, command, { ...context, reference });
  return done.ok ? ok(changeOf(draft, done.value, phrase(draft, command))) : done;
}

function applyTo(draft: LibraryDraft, command: Command, context: Context): Result<Done> {
  if (isCeuCommand(command)) return applyCeu(draft, command, context);
  if (isDeadlineCommand(command)) return applyDeadline(draft, command, context);
  if (isOwnBodyCommand(command)) return applyOwnBody(draft, command, context);
  if (isExamCommand(command)) return applyExam(draft, command, context);
  if (isPreparationCommand(command)) return applyPreparation(draft, command, context);
  if (isProgramCommand(command)) return applyProgram(draft, command, context);
  if (isNoteCommand(command)) return applyNote(draft, command, context);
  if (isCardCommand(command)) return applyCard(draft, command, context);
  if (isDocumentCommand(command)) return applyDocument(draft, command, context);
  return applyLibrary(draft, command, context);
}

type LibraryCommand = CommandOf<
  'settings.change' | 'trash.restore' | 'trash.purge' | 'library.undo' | 'library.redo'
>;

function applyLibrary(
  draft: LibraryDraft,
  command: LibraryCommand,
  context: Context,
): Result<Done> {
  switch (command.type) {
    case 'settings.change':
      draft.editSettings((settings) => {
        for (const [key, value] of Object.entries(command.changes)) {
          if (value !== undefined) Object.assign(settings, { [key]: value });
        }
      });
      return ok({ id: null });
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

/** What was deleted by one command carries one instant, so it comes back together. */
function restore(
  draft: LibraryDraft,
  { collection, id }: CommandOf<'trash.restore'>,
  context: Context,
): Result<Done> {
  const deletedAt = draft.get(collection, id)?.deletedAt;
  if (deletedAt === undefined) return failed('not-there', { what: 'record' });
  const wrong = checkRestored(draft.before, collection, id, context);
  if (wrong) return wrong;
  for (const name of collections) {
    for (const record of Object.values<RecordBase>(draft.before[name])) {
      const belongs = record.id === id || belongsTo(record, id);
      if (!belongs || record.deletedAt !== deletedAt) continue;
      draft.edit(name, record.id, (restored: RecordBase) => {
        delete restored.deletedAt;
        restored.updatedAt = context.now;
      });
    }
  }
  return ok({ id });
}

function belongsTo(record: object, owner: Id): boolean {
  const { activityId, cycleId, programId } = record as {
    activityId?: Id;
    cycleId?: Id | null;
    programId?: Id;
  };
  // A claim's cycleId is only a preference; an override's is its owner, and an override has no activity.
  return (
    activityId === owner || programId === owner || (activityId === undefined && cycleId === owner)
  );
}

/** A body whose cycles, claims or exams are still there: without it they could not be read. */
function isNamed({ bodies, holdings, cycles, claims, exams }: Library, id: Id): boolean {
  const own = bodies[id]?.credentials ?? {};
  return (
    Object.values(exams).some(({ credential }) => Object.hasOwn(own, credential)) ||
    [holdings, cycles, claims].some((records) =>
      Object.values<{ body: string }>(records).some(({ body }) => body === id),
    )
  );
}

function purge(
  draft: LibraryDraft,
  { before }: CommandOf<'trash.purge'>,
  { now }: Context,
): Result<Done> {
  for (const name of collections) {
    for (const { id, deletedAt } of Object.values<RecordBase>(draft.before[name])) {
      if (deletedAt === undefined || deletedAt >= before) continue;
      if (name === 'bodies' && isNamed(draft.before, id)) continue;
      draft.drop(name, id);
      draft.put('tombstones', { id, collection: name, purgedAt: now });
    }
  }
  return ok({ id: null });
}
