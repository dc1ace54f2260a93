import { applyCeu } from '../ceu/apply';
import { applyOwnBody } from '../ceu/apply-own-body';
import { ceuCommands } from '../ceu/commands';
import { ownBodyCommands } from '../ceu/own-body-commands';
import { applyPreparation } from '../code-sets/preparation-apply';
import { preparationCommands } from '../code-sets/preparation-commands';
import { applyDeadline } from '../deadlines/apply';
import { deadlineCommands } from '../deadlines/commands';
import { applyExam } from '../exams/apply';
import { examCommands } from '../exams/commands';
import { applyDocument } from '../guide/document-apply';
import { documentCommands } from '../guide/document-commands';
import { applyNote } from '../notes/apply';
import { noteCommands } from '../notes/commands';
import { applyProgram } from '../programs/apply';
import { programCommands } from '../programs/commands';
import { applyCard } from '../study/apply';
import { cardCommands } from '../study/commands';
import { referenceOf } from '../reference/own-bodies';
import type { Reference } from '../reference/schema';
import { ok, type Result } from '../result';
import { applyLibrary } from './apply-library';
import { isOneOf } from './command';
import type { Command } from './commands';
import { phrase } from './describe';
import { LibraryDraft } from './draft';
import type { Day, Id, Instant } from './fields';
import type { HistoryEntry, Patch } from './journal';
import { applyPatchesTo } from './patches';
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
  if (isOneOf(ceuCommands, command)) return applyCeu(draft, command, context);
  if (isOneOf(deadlineCommands, command)) return applyDeadline(draft, command, context);
  if (isOneOf(ownBodyCommands, command)) return applyOwnBody(draft, command, context);
  if (isOneOf(examCommands, command)) return applyExam(draft, command, context);
  if (isOneOf(preparationCommands, command)) return applyPreparation(draft, command, context);
  if (isOneOf(programCommands, command)) return applyProgram(draft, command, context);
  if (isOneOf(noteCommands, command)) return applyNote(draft, command, context);
  if (isOneOf(cardCommands, command)) return applyCard(draft, command, context);
  if (isOneOf(documentCommands, command)) return applyDocument(draft, command, context);
  return applyLibrary(draft, command, context);
}
