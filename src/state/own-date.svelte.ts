import {
  emptyOwnDate,
  entryOfOwnDate,
  ownDateOf,
  type OwnDateEntry,
} from '../core/deadlines/own-date';
import type { OwnDeadline } from '../core/deadlines/schema';
import type { Id } from '../core/library/fields';
import { failed, type Problem } from '../core/result';
import type { LibraryState } from './library.svelte';

/** One date of the user's own in the form. */
export class OwnDateState {
  readonly id: Id | null;
  /** What stood in the form when it was opened. */
  readonly proposed: OwnDateEntry;
  fields: OwnDateEntry;
  /** False while what stands in the field of the day is no day. */
  isReadable = $state(true);
  /** The same of the day on which it ends to repeat. */
  isUntilReadable = $state(true);
  problem = $state.raw<Problem | null>(null);

  #library: LibraryState;

  constructor(
    library: LibraryState,
    there: OwnDeadline | null,
    proposed: OwnDateEntry = emptyOwnDate(),
  ) {
    this.#library = library;
    this.proposed = there ? entryOfOwnDate(there) : proposed;
    this.id = there?.id ?? null;
    this.fields = $state(structuredClone(this.proposed));
  }

  get isChanged(): boolean {
    return (
      !this.isReadable ||
      !this.isUntilReadable ||
      JSON.stringify($state.snapshot(this.fields)) !== JSON.stringify(this.proposed)
    );
  }

  again(): void {
    if (!this.isReadable) this.fields.date = this.proposed.date;
    if (!this.isUntilReadable) this.fields.repeat.until = this.proposed.repeat.until;
    this.isReadable = true;
    this.isUntilReadable = true;
    this.problem = null;
  }

  /** Saves what was changed, if it is sound; false when it is not and stays in the form. */
  async keep(): Promise<boolean> {
    return !this.isChanged || this.save();
  }

  /** False when something keeps it from being saved; `problem` says what. */
  async save(): Promise<boolean> {
    this.problem = null;
    const fields = ownDateOf($state.snapshot(this.fields));
    if (!fields.ok) {
      // What cannot be read as a day says so itself, with the text that was typed.
      const isSaid = fields.problem.code === 'no-date' && !this.isReadable;
      this.problem = isSaid ? null : fields.problem;
      return false;
    }
    const isRepeating = this.fields.repeat.unit !== 'once';
    // What cannot be read as a day says so in its field.
    if (this.isReadable && isRepeating && !this.isUntilReadable) return false;
    const result = this.isReadable
      ? await this.#library.dispatch(
          this.id === null
            ? { type: 'deadline.add', ...fields.value }
            : { type: 'deadline.edit', id: this.id, changes: fields.value },
          { isQuiet: true },
        )
      : failed('no-date');
    if (!result.ok) this.problem = result.problem;
    return result.ok;
  }
}
