import type { Deadline } from '../../core/deadlines/deadline';
import { recordName } from '../../core/deadlines/fixed-words';
import type { DueOccurrence } from '../../core/deadlines/occurrences';
import type { OccurrenceState } from '../../core/deadlines/schema';
import { firstAnswer, wasSat } from '../../core/deadlines/words';
import type { CalendarState } from '../../state/calendar.svelte';
import type { ShellState } from '../../state/shell.svelte';
import { showDay } from '../../ui/locale';
import { exportOne } from './calendar-actions';

/** One line of a `MenuButton`. */
interface MenuItem {
  name: string;
  isDisabled?: boolean;
  run: () => void;
}

/** What can be done about the date itself, apart from its reminders: move it, record a day, choose its days. */
export function dateItems(
  calendar: CalendarState,
  deadline: Deadline,
  canWrite: boolean,
): MenuItem[] {
  const { kind, open, series } = deadline;
  const isDisabled = !canWrite;
  if (kind === 'own') {
    const name = series ? 'Change what repeats…' : 'Move the date…';
    return [{ name, isDisabled, run: () => calendar.open(open.id) }];
  }
  const record = recordName(deadline);
  const ask = (what: 'granted' | 'days' | 'fixed') => () => calendar.derived.ask(what, deadline);
  return [
    { name: 'Move the date…', run: ask('fixed') },
    ...(record === null ? [] : [{ name: record, isDisabled, run: ask('granted') }]),
    { name: 'Choose its reminders…', isDisabled, run: ask('days') },
  ];
}

/** Writes the one date to a file for another calendar. */
export const exportItem = (
  parts: Parameters<typeof exportOne>[0],
  deadline: Deadline,
): MenuItem => ({
  name: 'Export to a calendar file…',
  run: () =>
    void exportOne(parts, deadline).then((problem) => {
      if (problem) parts.shell.tell(problem);
    }),
});

/** What ends a date before it has come up: then no reminder of it comes. */
export function endItems(
  canWrite: boolean,
  end: (state: 'done' | 'not-relevant') => void,
): MenuItem[] {
  const isDisabled = !canWrite;
  return [
    { name: 'Done: no reminders of this date', isDisabled, run: () => end('done') },
    { name: 'Not relevant to me', isDisabled, run: () => end('not-relevant') },
  ];
}

/** Answers a reminder. */
type Mark = (state: OccurrenceState, until?: string) => void;

/** The times to which a reminder can be put off. */
export const laterItems = (calendar: CalendarState, due: DueOccurrence, mark: Mark): MenuItem[] =>
  calendar.laterChoices(due.deadline).map(({ label, until, isTooLate }) => ({
    name: isTooLate && due.daysLeft >= 0 ? `${label}, after the date` : label,
    run: () => mark('put-off', until),
  }));

/** What else can be answered to a reminder, what can be done about its date, and the way to what it is about. */
export function moreItems(
  { calendar, shell }: { calendar: CalendarState; shell: ShellState },
  { deadline, daysLeft, nextOn }: DueOccurrence,
  mark: Mark,
): MenuItem[] {
  const isDisabled = !shell.canWrite;
  const seen = nextOn ? `Seen; comes again ${showDay(nextOn)}` : 'Seen; it does not come again';
  // Its row offers the result instead.
  const isUnanswered = wasSat(deadline, daysLeft);
  const other = isUnanswered
    ? ({ name: seen, state: 'seen' } as const)
    : firstAnswer(deadline, daysLeft) === 'seen'
      ? ({ name: 'Done: no more reminders of this date', state: 'done' } as const)
      : nextOn || daysLeft >= 0
        ? ({ name: seen, state: 'seen' } as const)
        : null;
  const way = wayTo(deadline);
  return [
    ...(other ? [{ name: other.name, isDisabled, run: () => mark(other.state) }] : []),
    { name: notRelevantTo(deadline), isDisabled, run: () => mark('not-relevant') },
    ...dateItems(calendar, deadline, shell.canWrite),
    ...(way === null ? [] : [{ name: way, run: () => shell.goTo(deadline.open) }]),
  ];
}

/** Of what repeats it is this date alone; of those that were missed, all of them. */
function notRelevantTo({ series }: Deadline): string {
  if (!series) return 'Not relevant to me';
  return (series.missed?.count ?? 0) > 1 ? 'Skip all that were missed' : 'Skip this one';
}

/** What is done at the place that a date follows from; null where it has none. */
function wayTo({ kind, open: { screen } }: Deadline): string | null {
  if (kind === 'exam') return 'Open the exam…';
  if (kind === 'program') return 'Open in Programs';
  if (screen === 'ceus') return 'Change its cycle’s dates in CEUs';
  return screen === 'codes' ? 'Prepare for it in Codes' : null;
}
