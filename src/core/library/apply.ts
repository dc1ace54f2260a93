import { applyActivity } from '../ceu/apply-activity';
import { applyCredential } from '../ceu/apply-credential';
import { applyMany } from '../ceu/apply-many';
import { applyOwnBody } from '../ceu/apply-own-body';
import { applyPreparation } from '../code-sets/preparation-apply';
import { applyDeadline } from '../deadlines/apply';
import { applyExam } from '../exams/apply';
import { applyDocument } from '../guide/document-apply';
import { applyNote } from '../notes/apply';
import { applyProgram } from '../programs/apply';
import { applyCard } from '../study/apply';
import { referenceOf } from '../reference/own-bodies';
import type { Reference } from '../reference/schema';
import { ok, type Result } from '../result';
import { applyLibrary } from './apply-library';
import type { Command, CommandAbout, CommandWord } from './commands';
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

type Handler<W extends CommandWord> = (
  draft: LibraryDraft,
  command: CommandAbout<W>,
  context: Context,
) => Result<Done>;

/** Who carries out what, by the first word of a command's type. */
const handlers: { [W in CommandWord]: Handler<W> } = {
  activity: applyActivity,
  evidence: applyActivity,
  activities: applyMany,
  claim: applyMany,
  claims: applyMany,
  holding: applyCredential,
  cycle: applyCredential,
  override: applyCredential,
  body: applyOwnBody,
  deadline: applyDeadline,
  adjustment: applyDeadline,
  occurrence: applyDeadline,
  exam: applyExam,
  preparation: applyPreparation,
  program: applyProgram,
  fact: applyProgram,
  highlight: applyNote,
  bookmark: applyNote,
  notes: applyNote,
  card: applyCard,
  document: applyDocument,
  settings: applyLibrary,
  trash: applyLibrary,
  library: applyLibrary,
};

function applyTo(draft: LibraryDraft, command: Command, context: Context): Result<Done> {
  const [word] = command.type.split('.') as [CommandWord];
  // The table has for each word one that takes all commands of it.
  const handle = handlers[word] as Handler<CommandWord>;
  return handle(draft, command, context);
}
