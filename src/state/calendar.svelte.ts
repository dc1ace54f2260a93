import { byMonth, isIn, type CalendarFilter, type Month } from '../core/deadlines/coming-months';
import { laterChoices, type LaterChoice } from '../core/deadlines/later';
import {
  comingOf,
  dealtWithOf,
  remindersOf,
  type DealtWith,
  type ReminderSlices,
} from '../core/deadlines/reminders';
import type { Deadline, DueOccurrence, Moment } from '../core/deadlines/rules';
import type { OccurrenceState } from '../core/deadlines/schema';
import type { Id, Instant } from '../core/library/fields';
import { reference } from '../core/reference';
import type { LibraryState } from './library.svelte';
import { OwnDateState } from './own-date.svelte';
import type { ShellState } from './shell.svelte';

/** What the Calendar shows: what came up, what is coming, and what was dealt with. */
export class CalendarState {
  readonly reference = reference();

  filter = $state.raw<CalendarFilter>('all');
  /** The date of the user's own in the form. */
  entry = $state.raw<OwnDateState | null>(null);
  /** What was typed into a form that was closed without an answer. */
  #kept: OwnDateState | null = null;
  #library: LibraryState;
  #shell: ShellState;

  constructor(library: LibraryState, shell: ShellState) {
    this.#library = library;
    this.#shell = shell;
  }

  readonly moment: Moment | null = $derived.by(() => this.#shell.today?.moment ?? null);
  readonly slices: ReminderSlices | null = $derived.by(() => {
    const { settings, holdings, cycles, deadlines, occurrences } = this.#library.data;
    const createdAt = this.#shell.today?.begunAt;
    if (!settings || !holdings || !cycles || !deadlines || !occurrences || !createdAt) return null;
    return { createdAt, settings, holdings, cycles, deadlines, occurrences };
  });
  readonly isReady: boolean = $derived(this.slices !== null && this.moment !== null);

  readonly reminders: DueOccurrence[] = $derived.by(() =>
    this.slices && this.moment ? remindersOf(this.slices, this.moment, this.reference) : [],
  );
  readonly coming: Deadline[] = $derived.by(() =>
    this.slices && this.moment ? comingOf(this.slices, this.moment.today, this.reference) : [],
  );
  readonly months: Month[] = $derived.by(() =>
    byMonth(this.coming.filter((deadline) => isIn(this.filter, deadline))),
  );
  readonly dealtWith: DealtWith[] = $derived.by(() =>
    this.slices && this.moment ? dealtWithOf(this.slices, this.moment, this.reference) : [],
  );

  get today(): string {
    return this.#shell.day;
  }

  /** The times to which a reminder of this date can be put off, as of now. */
  laterChoices({ date }: Deadline): LaterChoice[] {
    return this.moment ? laterChoices(date, { ...this.moment, now: this.#shell.now() }) : [];
  }

  async mark(
    { deadline, lead }: DueOccurrence,
    state: OccurrenceState,
    until: Instant | null = null,
  ): Promise<boolean> {
    const { id, date } = deadline;
    const command = { deadline: id, due: date, lead, state, until };
    return (await this.#library.dispatch({ type: 'occurrence.mark', ...command })).ok;
  }

  async bringBack(id: Id): Promise<boolean> {
    return (await this.#library.dispatch({ type: 'occurrence.clear', id })).ok;
  }

  /** Opens the form, empty or with a date that is there; what was typed into it before is still in it. */
  open(id: Id | null): void {
    const kept = this.#kept;
    this.#kept = null;
    if (kept && kept.id === id) {
      this.entry = kept;
      return;
    }
    const there = id === null ? null : this.#library.data.deadlines?.[id];
    if (id !== null && (!there || there.deletedAt)) return;
    this.entry = new OwnDateState(this.#library, there ?? null);
  }

  /** Closed without an answer: what was typed waits for the form to be opened again. */
  close(): void {
    this.#kept = this.entry?.isChanged ? this.entry : null;
    this.entry = null;
  }

  /** What was typed is given up, or is in the library. */
  drop(): void {
    this.entry = null;
  }

  async remove(id: Id): Promise<boolean> {
    const result = await this.#library.dispatch({ type: 'deadline.delete', id });
    return result.ok;
  }
}
