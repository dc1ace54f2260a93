import { addMonths, monthEnd } from '../core/dates';
import { isIn } from '../core/deadlines/coming-months';
import {
  dayAfterKey,
  firstOfMonth,
  gridMonth,
  monthsOfYear,
  withinYears,
  type GridMonth,
} from '../core/deadlines/month-grid';
import { datesWithin, type SpanDate } from '../core/deadlines/span';
import type { CalendarView } from '../core/ipc';
import type { CalendarState } from './calendar.svelte';
import type { ShellState } from './shell.svelte';

/** Which view of the calendar is shown, and the day at which it stands: its month, and its year. */
export class CalendarViews {
  kind = $state.raw<CalendarView>('list');
  /** The day that has the focus of the keyboard; the month and the year that are shown are its. */
  day = $state.raw('');
  /** The day whose dates are shown in full. */
  opened = $state.raw<string | null>(null);
  #calendar: CalendarState;
  #shell: ShellState;

  constructor(calendar: CalendarState, shell: ShellState) {
    this.#calendar = calendar;
    this.#shell = shell;
    this.kind = shell.calendarView;
    this.day = shell.calendarDay ?? shell.day;
  }

  readonly firsts: string[] = $derived.by(() =>
    this.kind === 'year' ? monthsOfYear(this.day) : [firstOfMonth(this.day)],
  );
  readonly dates: SpanDate[] = $derived.by(() => {
    const { slices, reference, filter, moment } = this.#calendar;
    const [from] = this.firsts;
    if (!slices || !moment || from === undefined || this.kind === 'list') return [];
    const span = { from, until: monthEnd(this.firsts.at(-1) ?? from) };
    return datesWithin(slices, moment, reference, span).filter(({ deadline }) =>
      isIn(filter, deadline),
    );
  });
  readonly months: GridMonth[] = $derived.by(() =>
    this.kind === 'list' ? [] : this.firsts.map((first) => gridMonth(first, this.dates)),
  );
  readonly openedDates: SpanDate[] = $derived.by(() =>
    this.dates.filter(({ deadline }) => deadline.date === this.opened && !deadline.isApproximate),
  );

  get today(): string {
    return this.#calendar.today;
  }

  /** Another view of the same day; kept for the next start. */
  show(kind: CalendarView): void {
    this.kind = kind;
    this.#shell.keepCalendarView(kind);
  }

  /** The list for this once, because something in it was asked for. */
  showList(): void {
    this.kind = 'list';
  }

  stand(day: string): void {
    this.day = withinYears(day);
    this.#shell.calendarDay = this.day;
  }

  /** A month or a year on or back. */
  turn(by: 1 | -1): void {
    this.stand(addMonths(this.day, by * (this.kind === 'year' ? 12 : 1)));
  }

  toToday(): void {
    this.stand(this.today);
  }

  /** Whether the key leads to another day. */
  press({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey) return false;
    const next = dayAfterKey(this.day, key, shiftKey);
    if (next === null) return false;
    this.stand(next);
    return true;
  }

  /** A day is chosen: its dates open, or a new date on it. */
  choose(day: string): void {
    this.stand(day);
    const hasDates = this.dates.some(
      ({ deadline }) => deadline.date === day && !deadline.isApproximate,
    );
    if (hasDates || !this.#shell.canWrite) this.opened = day;
    else this.#calendar.addOn(day);
  }
}
