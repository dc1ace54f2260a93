import type { Deadline } from '../core/deadlines/deadline';
import { choiceOfLeads, leadsOfChoice, type LeadChoice } from '../core/deadlines/lead-choice';
import { whysOf, type Why } from '../core/deadlines/records';
import type { Day } from '../core/library/fields';
import { failed, type Problem, type Result } from '../core/result';
import type { LibraryState } from './library.svelte';

/** What is asked about a date: what was granted, on which days it comes up, or to be moved, which is refused. */
export type Asked = 'granted' | 'days' | 'fixed';

/** The open dialog about a date that follows from something else. */
export class DerivedDates {
  about = $state.raw<{ ask: Asked; deadline: Deadline } | null>(null);
  #library: LibraryState;

  constructor(library: LibraryState) {
    this.#library = library;
  }

  ask(ask: Asked, deadline: Deadline): void {
    this.about = { ask, deadline };
  }

  close(): void {
    this.about = null;
  }

  grant(deadline: Deadline): GrantedState {
    return new GrantedState(this.#library, deadline);
  }

  days(deadline: Deadline): DaysState {
    return new DaysState(this.#library, deadline);
  }
}

/** What was granted or confirmed of one date, in the form. */
export class GrantedState {
  readonly deadline: Deadline;
  /** The day as it is reckoned, whatever is recorded. */
  readonly standard: Day;
  readonly #before: { why: Why; date: Day | null; note: string };
  fields: { why: Why; date: Day | null; note: string };
  /** False while what stands in the field of the day is no day. */
  isReadable = $state(true);
  problem = $state.raw<Problem | null>(null);
  #library: LibraryState;

  constructor(library: LibraryState, deadline: Deadline) {
    const { record, date, kind } = deadline;
    this.#library = library;
    this.deadline = deadline;
    this.standard = record?.standard ?? date;
    const why = record?.why ?? whysOf[kind][0] ?? 'confirmed';
    this.#before = { why, date: record ? date : null, note: record?.note ?? '' };
    this.fields = $state({ ...this.#before });
  }

  get isChanged(): boolean {
    const { why, date, note } = this.fields;
    const before = this.#before;
    const isSame = why === before.why && date === before.date && note === before.note;
    return !this.isReadable || !isSame;
  }

  /** False when something keeps it from being recorded; `problem` says what. */
  async save(): Promise<boolean> {
    const { why, date, note } = $state.snapshot(this.fields);
    this.problem = null;
    // What cannot be read as a day says so itself, with the text that was typed.
    if (!this.isReadable) return false;
    const result: Result<unknown> =
      date === null
        ? failed('no-date')
        : await this.#library.dispatch(
            {
              ...{ type: 'adjustment.move', deadline: this.deadline.id },
              ...{ date, why, note, standard: this.standard },
            },
            { isQuiet: true },
          );
    if (!result.ok) this.problem = result.problem;
    return result.ok;
  }

  /** Goes back to the day as it is reckoned. */
  async clear(): Promise<boolean> {
    const { id } = this.deadline;
    return (await this.#library.dispatch({ type: 'adjustment.clear', deadline: id })).ok;
  }
}

/** The days on which one date comes up, in the form. */
export class DaysState {
  readonly deadline: Deadline;
  readonly #before: string;
  choice: LeadChoice;
  problem = $state.raw<Problem | null>(null);
  #library: LibraryState;

  constructor(library: LibraryState, deadline: Deadline) {
    this.#library = library;
    this.deadline = deadline;
    const choice = choiceOfLeads(deadline.leads);
    this.#before = JSON.stringify(choice);
    this.choice = $state(choice);
  }

  get isChanged(): boolean {
    return JSON.stringify($state.snapshot(this.choice)) !== this.#before;
  }

  async save(): Promise<boolean> {
    this.problem = null;
    const leads = leadsOfChoice($state.snapshot(this.choice));
    if (!leads.ok) {
      this.problem = leads.problem;
      return false;
    }
    return this.#set(leads.value);
  }

  /** As its kind comes up. */
  async reset(): Promise<boolean> {
    return this.#set(null);
  }

  async #set(leads: number[] | null): Promise<boolean> {
    const result = await this.#library.dispatch(
      { type: 'adjustment.remind', deadline: this.deadline.id, leads },
      { isQuiet: true },
    );
    if (!result.ok) this.problem = result.problem;
    return result.ok;
  }
}
