import type { Reference } from '../reference/schema';
import { reference } from '../reference';
import { failed, type Result } from '../result';
import { apply, type Change, type Context } from './apply';
import type { Command } from './commands';
import { emptyLibrary } from './defaults';
import type { JournalLine } from './journal';
import { schemaVersion, type Library } from './schema';
import { pickRedo, pickUndo, undoLine } from './undo';

/** Freezes a value and all it holds, so that a rule that writes into its input throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** A store without a disk: what main does with commands, lines and undo, and nothing else. */
export class MemoryStore {
  library: Library = frozen(emptyLibrary('library', '2026-01-01T00:00:00.000Z'));
  lines: JournalLine[] = [];
  today = '2026-11-22';
  reference: Reference = reference();
  #ticks = 0;
  #ids = 0;

  /** Each command gets a later instant; ids are `id-1`, `id-2` and so on. */
  context(): Context {
    this.#ticks += 1;
    const seconds = String(this.#ticks % 60).padStart(2, '0');
    const minutes = String(Math.floor(this.#ticks / 60) % 60).padStart(2, '0');
    const hours = String(Math.floor(this.#ticks / 3600)).padStart(2, '0');
    return {
      now: `${this.today}T${hours}:${minutes}:${seconds}.000Z`,
      today: this.today,
      newId: () => `id-${(this.#ids += 1)}`,
      reference: this.reference,
    };
  }

  dispatch(command: Command): Result<Change> {
    const line =
      command.type === 'library.undo'
        ? pickUndo(this.lines, 0)
        : command.type === 'library.redo'
          ? pickRedo(this.lines, 0)
          : undefined;
    if (line === null) {
      return failed(command.type === 'library.undo' ? 'nothing-to-undo' : 'nothing-to-redo');
    }
    const context = this.context();
    const done = line
      ? undoLine(this.library, line, context)
      : apply(this.library, command, context);
    if (!done.ok) return done;
    const { patches, inverse } = done.value;
    this.library = frozen(done.value.library);
    if (patches.length > 0) {
      const undone = line && { undoes: line.seq, of: line.of ?? line.command };
      const seq = this.lines.length + 1;
      this.lines.push(
        onDisk({ seq, at: context.now, v: schemaVersion, command, patches, inverse, ...undone }),
      );
    }
    return done;
  }

  /** Dispatches what must succeed, and returns the id it was about. */
  must(command: Command): string {
    const done = this.dispatch(command);
    if (!done.ok) throw new Error(`${command.type}: ${JSON.stringify(done.problem)}`);
    return done.value.id ?? '';
  }

  /** The code of the problem that a command must meet, with the library left as it was. */
  problem(command: Command): string {
    const before = this.library;
    const done = this.dispatch(command);
    if (done.ok) throw new Error(`${command.type} was carried out`);
    if (this.library !== before) throw new Error(`${command.type} failed and left a trace`);
    return done.problem.code;
  }
}

/** What a value is after it was written and read. */
export function onDisk<T>(value: T): T {
  return frozen(JSON.parse(JSON.stringify(value)) as T);
}
