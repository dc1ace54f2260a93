import { failed, ok, type Result } from '../result';
import { changeOf, type Change, type Context } from './apply';
import type { Command } from './commands';
import { phrase } from './describe';
import { LibraryDraft } from './draft';
import type { JournalLine, Patch } from './journal';
import type { RecordBase, Instant } from './fields';
import { collections } from './collections';
import { nameOf } from './record-names';
import type { Collection, Library, Tombstone } from './schema';

/** How many of the newest commands can be taken back. */
export const undoSteps = 200;

interface Stacks {
  undo: JournalLine[];
  redo: JournalLine[];
}

/**
 * The two stacks as the journal implies them. A redo can itself be undone, and a new change empties the redo
 * stack. What `isForGood` is in neither. What was taken back counts toward the steps.
 */
function stacks(lines: readonly JournalLine[], floor: number): Stacks {
  let undo: JournalLine[] = [];
  let redo: JournalLine[] = [];
  for (const line of lines) {
    const { seq, undoes, command } = line;
    if (seq <= floor || isForGood(command)) continue;
    if (undoes === undefined) redo = [];
    if (command.type === 'library.undo') {
      undo = undo.filter((other) => other.seq !== undoes);
      redo.push(line);
    } else {
      redo = redo.filter((other) => other.seq !== undoes);
      undo.push(line);
    }
  }
  const steps = Math.max(0, undoSteps - redo.length);
  return { undo: steps === 0 ? [] : undo.slice(-steps), redo };
}

/**
 * Whether a command is no step of the user's: the purge is the program's own, the end of the first start would
 * come up again by an undo, and a text that was read again says what its file says, which no undo changes.
 */
export function isForGood(command: Command): boolean {
  return (
    command.type === 'trash.purge' ||
    command.type === 'document.reread' ||
    (command.type === 'settings.change' && command.changes.isWelcomed !== undefined)
  );
}

/** The line that an undo would take back now, among lines after `floor` (the last restore or migration). */
export function pickUndo(lines: readonly JournalLine[], floor: number): JournalLine | null {
  return stacks(lines, floor).undo.at(-1) ?? null;
}

/** The undo that a redo would take back now. */
export function pickRedo(lines: readonly JournalLine[], floor: number): JournalLine | null {
  return stacks(lines, floor).redo.at(-1) ?? null;
}

/** The lines, at most as many as there are steps, without which an undo or redo could no longer be done. */
export function keptForUndo(lines: readonly JournalLine[], floor: number): JournalLine[] {
  const { undo, redo } = stacks(lines, floor);
  return [...undo, ...redo].sort((one, other) => one.seq - other.seq);
}

/**
 * The library after a line's inverse, applied only where each value that the line touched is still what it
 * left; else `changed-since` names the record. An addition is taken back into the trash, never removed, and
 * what is touched gets a new `updatedAt`, so that another machine sees the undo as the newer change.
 */
export function undoLine(library: Library, line: JournalLine, context: Context): Result<Change> {
  const draft = new LibraryDraft(library);
  const changed = line.patches.find((patch) => !isAsLeft(library, patch));
  if (changed) return failed('changed-since', { what: nameOf(draft, changed.path) });
  for (const patch of line.inverse) putBack(draft, patch, context.now);
  const verb = line.command.type === 'library.undo' ? 'Redone' : 'Undone';
  const did = `${verb}: ${phrase(draft, line.of ?? line.command)}`;
  return ok(changeOf(draft, { id: recordId(line) }, did));
}

function recordId(line: JournalLine): string | null {
  const id = line.patches.find(({ path }) => path.length > 1)?.path[1];
  return typeof id === 'string' ? id : null;
}

type Tree = Record<string | number, unknown>;

function valueAt(root: object, path: Patch['path']): unknown {
  let value: unknown = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Tree)[key];
  }
  return value;
}

function isAsLeft(library: Library, patch: Patch): boolean {
  if (patch.path.at(-1) === 'updatedAt') return true;
  const value = valueAt(library, patch.path);
  if (patch.op === 'remove') return value === undefined;
  return isSame(value, patch.value, patch.path[0] === 'documents' ? ofFile : ofTouch);
}

/** What every touch renews, and what a text's file says of itself: neither is a change by the user. */
const ofTouch = ['updatedAt'];
const ofFile = [...ofTouch, 'title', 'sha256', 'bytes'];

/** Deep equality of plain JSON, blind to some fields. */
function isSame(one: unknown, other: unknown, blindTo: readonly string[]): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = (value: object) => Object.keys(value).filter((key) => !blindTo.includes(key));
  const names = keys(one);
  return (
    names.length === keys(other).length &&
    names.every((name) => isSame((one as Tree)[name], (other as Tree)[name], blindTo))
  );
}

const isCollection = (name: unknown): name is Collection =>
  (collections as readonly unknown[]).includes(name);

function setAt(root: object, path: Patch['path'], { op, value }: Patch): void {
  const parent = valueAt(root, path.slice(0, -1)) as Tree | undefined;
  const key = path.at(-1);
  if (!parent || key === undefined) return;
  if (op === 'remove') delete parent[key];
  else parent[key] = value;
}

function putBack(draft: LibraryDraft, patch: Patch, now: Instant): void {
  const { op, value } = patch;
  const [map, id, ...below] = patch.path;
  if (map === 'settings') {
    draft.editSettings((settings) => setAt(settings, patch.path.slice(1), patch));
  } else if (map === 'tombstones') {
    if (op === 'remove') draft.drop('tombstones', String(id));
    else draft.put('tombstones', value as Tombstone);
  } else if (isCollection(map) && typeof id === 'string') {
    if (below.length > 0) {
      draft.edit(map, id, (record: RecordBase) => {
        setAt(record, below, patch);
        record.updatedAt = now;
      });
    } else if (op === 'remove') {
      draft.trash(map, id, now);
    } else {
      // The line keeps its own value: it may be asked for again.
      draft.put(map, { ...(value as Library[typeof map][string]), updatedAt: now });
    }
  }
}
