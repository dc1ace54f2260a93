import { byMonth, isIn, type CalendarFilter, type Month } from '../core/deadlines/coming-months';
import { allLeads } from '../core/deadlines/leads';
import { laterChoices, type LaterChoice } from '../core/deadlines/later';
import {
  comingOf,
  dealtWithOf,
  pastOwnOf,
  remindersOf,
  type DealtWith,
  type PastDate,
  type ReminderSlices,
} from '../core/deadlines/reminders';
import { inShort } from '../core/deadlines/series-words';
import { dateKey, type Deadline, type Moment } from '../core/deadlines/deadline';
import type { DueOccurrence } from '../core/deadlines/occurrences';
import type { OccurrenceState, OwnDeadline } from '../core/deadlines/schema';
import { daysBetween } from '../core/day-words';
import type { Id, Instant } from '../core/library/fields';
import { emptyOwnDate, type OwnDateEntry } from '../core/deadlines/own-date';
import { referenceOf } from '../core/reference/own-bodies';
import type { Reference } from '../core/reference/schema';
import { DerivedDates } from './derived-dates.svelte';
import { FormSlot } from './form-slot.svelte';
import type { LibraryState } from './library.svelte';
import { OwnDateState } from './own-date.svelte';
import type { ShellState } from './shell.svelte';

/** What the Calendar shows: what came up, what is coming, and what was dealt with. */
export class CalendarState {
  /** What the program knows, with the bodies of the user's own. */
  readonly reference: Reference = $derived.by(() =>
    referenceOf({ bodies: this.#library.data.bodies ?? {} }),
  );

  filter = $state.raw<CalendarFilter>('all');
  /** The date of the user's own in the form. */
  readonly slot: FormSlot<OwnDateState>;
  /** What is asked about dates that follow from something else. */
  readonly derived: DerivedDates;
  #library: LibraryState;
  #shell: ShellState;

  constructor(library: LibraryState, shell: ShellState) {
    this.#library = library;
    this.#shell = shell;
    this.slot = new FormSlot(shell.keptForms.dates);
    this.derived = new DerivedDates(library, shell);
  }

  readonly moment: Moment | null = $derived.by(() => this.#shell.today?.moment ?? null);
  readonly slices: ReminderSlices | null = $derived.by(() => {
    const { settings, holdings, cycles, deadlines, occurrences } = this.#library.data;
    const { adjustments, exams, programs, facts } = this.#library.data;
    const createdAt = this.#shell.today?.begunAt;
    if (!this.#library.has('bodies')) return null;
    if (!settings || !holdings || !cycles || !deadlines || !occurrences || !createdAt) return null;
    if (!adjustments || !exams || !programs || !facts) return null;
    const dated = { deadlines, adjustments, exams, programs, facts };
    return { createdAt, settings, holdings, cycles, ...dated, occurrences };
  });
  readonly isReady: boolean = $derived(this.slices !== null && this.moment !== null);

  readonly reminders: DueOccurrence[] = $derived.by(() =>
    this.slices && this.moment ? remindersOf(this.slices, this.moment, this.reference) : [],
  );
  readonly coming: Deadline[] = $derived.by(() =>
    this.slices && this.moment ? comingOf(this.slices, this.moment, this.reference) : [],
  );
  readonly months: Month[] = $derived.by(() =>
    byMonth(inShort(this.coming).filter((deadline) => isIn(this.filter, deadline))),
  );
  /** The keys (`dateKey`) of what has come up: in the list of what comes they need no second telling. */
  readonly up: Set<string> = $derived(
    new Set(this.reminders.map(({ deadline }) => dateKey(deadline))),
  );
  /** One's own dates that have passed, but for those that wait for an answer in the list of reminders. */
  readonly past: PastDate[] = $derived.by(() =>
    this.slices && this.moment && isIn(this.filter, { kind: 'own' })
      ? pastOwnOf(this.slices, this.moment).filter(
          ({ deadline }) => !this.up.has(dateKey(deadline)),
        )
      : [],
  );
  readonly dealtWith: DealtWith[] = $derived.by(() =>
    this.slices && this.moment ? dealtWithOf(this.slices, this.moment, this.reference) : [],
  );

  get today(): string {
    return this.#shell.day;
  }

  /** The times to which a reminder of this date can be put off, as of now. */
  laterChoices({ date }: Deadline): LaterChoice[] {
    if (!this.moment || !this.slices) return [];
    const { at } = this.slices.settings.reminders;
    return laterChoices(date, { ...this.moment, now: this.#shell.now() }, at);
  }

  async mark(
    { deadline, lead }: Pick<DueOccurrence, 'deadline' | 'lead'>,
    state: OccurrenceState,
    until: Instant | null = null,
  ): Promise<boolean> {
    const { id, date } = deadline;
    const command = { deadline: id, due: date, lead, state, until };
    return (await this.#library.dispatch({ type: 'occurrence.mark', ...command })).ok;
  }

  /** Ends a date that may not have come up yet, at the lead that comes next, or the last that came. */
  async end(deadline: Deadline, state: 'done' | 'not-relevant'): Promise<boolean> {
    const left = daysBetween(this.today, deadline.date);
    const leads = allLeads(deadline).toSorted((one, other) => other - one);
    const lead = leads.find((one) => one <= left) ?? leads.at(-1) ?? 0;
    return this.mark({ deadline, lead }, state);
  }

  async bringBack(id: Id): Promise<boolean> {
    return (await this.#library.dispatch({ type: 'occurrence.clear', id })).ok;
  }

  /** Opens the form, empty or with a date that is there. */
  open(id: Id | null): void {
    const there = id === null ? null : this.#library.data.deadlines?.[id];
    if (id !== null && (!there || there.deletedAt)) return;
    this.#show(there ?? null, this.#empty);
  }

  /** Opens the form for a new date with what it may say. */
  propose(fields: OwnDateEntry): void {
    this.#show(null, fields);
  }

  /** Opens the form for a new date on a day. */
  addOn(date: string): void {
    this.#show(null, { ...this.#empty, date }, `new on ${date}`);
  }

  get #empty(): OwnDateEntry {
    return emptyOwnDate(this.slices?.settings.reminders.leads.own);
  }

  /** What was proposed is told apart by its note, which says where it is from. */
  #show(
    there: OwnDeadline | null,
    proposed: OwnDateEntry,
    key = there?.id ?? `new ${proposed.note}`,
  ): OwnDateState {
    const make = () => new OwnDateState(this.#library, there, proposed);
    return this.slot.open(key, there, make);
  }

  async remove(id: Id): Promise<boolean> {
    const result = await this.#library.dispatch({ type: 'deadline.delete', id });
    return result.ok;
  }
}
