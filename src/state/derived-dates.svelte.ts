import type { Deadline } from '../core/deadlines/deadline';
import { choiceOfLeads, leadsOfChoice, type LeadChoice } from '../core/deadlines/lead-choice';
import { whysOf, type Why } from '../core/deadlines/records';
import type { Day } from '../core/library/fields';
import { failed, type Problem, type Result } from '../core/result';
import { FormSlot } from './form-slot.svelte';
import type { LibraryState } from './library.svelte';
import type { ShellState } from './shell.svelte';

/** What is asked about a date: what was granted, on which days it comes up, or to be moved, which is refused. */
export type Asked = 'granted' | 'days' | 'fixed';

/** What is open about a date that follows from something else. */
export class DerivedDates {
  readonly granted: FormSlot<GrantedState>;
  readonly days: FormSlot<DaysState>;
  /** The date of which is said that no wish moves it. */
  fixed = $state.raw<Deadline | null>(null);
  #library: LibraryState;

  constructor(library: LibraryState, shell: ShellState) {
    this.#library = library;
    this.granted = new FormSlot(shell.keptForms.granted);
    this.days = new FormSlot(shell.keptForms.days);
  }

  ask(asked: Asked, deadline: Deadline): void {
    const { id, date, record, leads } = deadline;
    this.fixed = asked === 'fixed' ? deadline : null;
    // What was typed before another day, or other leads, came to hold is about something else.
    if (asked === 'granted') {
      const key = [id, date, record?.why].join(' ');
      this.granted.open(key, null, () => new GrantedState(this.#library, deadline));
    } else if (asked === 'days') {
      const key = [id, date, ...leads].join(' ');
      this.days.open(key, null, () => new DaysState(this.#library, deadline));
    }
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

  again(): void {
    if (!this.isReadable) this.fields.date = this.#before.date;
    this.isReadable = true;
    this.problem = null;
  }

  /** Records what was typed, if it is sound; false when it is not and stays in the form. */
  async keep(): Promise<boolean> {
    return !this.isChanged || this.save();
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

  again(): void {
    this.problem = null;
  }

  /** Keeps the days that were typed, if they are sound; false when they are not and stay in the form. */
  async keep(): Promise<boolean> {
    return !this.isChanged || this.save();
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
