import type { Deadline } from '../../core/deadlines/deadline';
import { recordName } from '../../core/deadlines/fixed-words';
import type { CalendarState } from '../../state/calendar.svelte';

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

/** What ends a date before it has come up: then no reminder of it comes. */
export function endItems(
  calendar: CalendarState,
  deadline: Deadline,
  canWrite: boolean,
): MenuItem[] {
  const isDisabled = !canWrite;
  const end = (state: 'done' | 'not-relevant') => () => void calendar.end(deadline, state);
  return [
    { name: 'Done: no reminders of this date', isDisabled, run: end('done') },
    { name: 'Not relevant to me', isDisabled, run: end('not-relevant') },
  ];
}
