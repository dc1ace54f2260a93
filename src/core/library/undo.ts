import { applyPatches, enablePatches, type Draft, type Patch as ImmerPatch } from 'immer';
import { failed, ok, type Result } from '../result';
import { change, type Change, type Context } from './apply';
import { nameOf, phrase } from './describe';
import type { JournalLine, Patch } from './journal';
import type { RecordBase } from './fields';
import { collections, type Library } from './schema';

enablePatches();

/** How many of the newest commands can be taken back. */
export const undoSteps = 200;

/** The library after patches, for replaying journal lines and for the renderer's copy. */
export function applyPatchesTo<T extends object>(library: T, patches: readonly Patch[]): T {
  return applyPatches(library, patches as ImmerPatch[]);
}

interface Stacks {
  undo: JournalLine[];
  redo: JournalLine[];
}

/**
 * The two stacks as the journal implies them. A redo can itself be undone, and a new change empties the redo
 * stack. The purge is the program's own and is in neither. What was taken back counts toward the steps.
 */
function stacks(lines: readonly JournalLine[], floor: number): Stacks {
  let undo: JournalLine[] = [];
  let redo: JournalLine[] = [];
  for (const line of lines) {
    const { seq, undoes, command } = line;
    if (seq <= floor || command.type === 'trash.purge') continue;
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
  const changed = line.patches.find((patch) => !isAsLeft(library, patch));
  if (changed) return failed('changed-since', { what: nameOf(library, changed.path) });
  const done = change(library, (draft) => {
    for (const patch of line.inverse) putBack(draft, patch, context.now);
    return ok({ id: recordId(line) });
  });
  if (!done.ok) return done;
  const verb = line.command.type === 'library.undo' ? 'Did again' : 'Took back';
  const about = phrase(done.value.library, line.of ?? line.command);
  return ok({ ...done.value, did: `${verb}: ${about}` });
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
  return patch.op === 'remove' ? value === undefined : isSame(value, patch.value);
}

/** Deep equality of plain JSON, blind to `updatedAt`, which every touch renews. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = (value: object) => Object.keys(value).filter((key) => key !== 'updatedAt');
  const names = keys(one);
  return (
    names.length === keys(other).length &&
    names.every((name) => isSame((one as Tree)[name], (other as Tree)[name]))
  );
}

function putBack(draft: Draft<Library>, { op, path, value }: Patch, now: string): void {
  const parent = valueAt(draft, path.slice(0, -1)) as Tree | undefined;
  const key = path.at(-1);
  if (!parent || key === undefined || key === 'updatedAt') return;
  const isKept = (collections as readonly unknown[]).includes(path[0]);
  if (!isKept || path.length > 2) {
    if (op === 'remove') delete parent[key];
    else parent[key] = value;
    const record = isKept ? valueAt(draft, path.slice(0, 2)) : null;
    if (record) (record as RecordBase).updatedAt = now;
  } else if (op === 'remove') {
    const record = parent[key] as RecordBase;
    record.deletedAt = now;
    record.updatedAt = now;
  } else {
    // The line keeps its own value: it may be asked for again.
    parent[key] = { ...(value as RecordBase), updatedAt: now };
  }
}
