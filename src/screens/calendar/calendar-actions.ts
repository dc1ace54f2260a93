import type { Deadline } from '../../core/deadlines/deadline';
import type { Api, CalendarView, PrintableCalendar } from '../../core/ipc';
import type { Problem } from '../../core/result';
import type { Action } from '../../state/actions.svelte';
import type { CalendarState } from '../../state/calendar.svelte';
import type { CalendarViews } from '../../state/calendar-views.svelte';
import type { ShellState } from '../../state/shell.svelte';
import { showMonth } from '../../ui/locale';
import { fileName, paperOf, print, savePdf } from '../print/paper-actions';

interface Parts {
  api: Api;
  shell: ShellState;
}

interface Open extends Parts {
  calendar: CalendarState;
  views: CalendarViews;
  exportDates: () => void;
}

export const viewNames: Record<CalendarView, string> = {
  list: 'List',
  month: 'Month',
  year: 'Year',
};

/** Writes one date to a calendar file where the user says; what went wrong is for the dialog that asked. */
export async function exportOne(
  { api, shell }: Parts,
  { id, date, title }: Deadline,
): Promise<Problem | null> {
  const saved = await api.saveCalendar({ deadline: id, date }, fileName(title, '.ics'));
  if (!saved.ok) return saved.problem;
  if (saved.value) shell.showDone(`Exported “${title}”`, null);
  return null;
}

/** Views, paper and files of the calendar: in its menu, the palette and by key. */
export function calendarActions({ api, shell, calendar, views, exportDates }: Open): Action[] {
  const asked = (view: 'month' | 'year') => {
    const what: PrintableCalendar = {
      ...{ kind: 'calendar', view, day: views.day },
      ...{ filter: calendar.filter, paper: paperOf(shell) },
    };
    return { what, title: view === 'year' ? views.day.slice(0, 4) : showMonth(views.day) };
  };

  const printed = views.kind === 'month' ? 'month' : 'year';
  return [
    ...(['month', 'year'] as const).flatMap((view): Action[] => [
      {
        id: `calendar.print-${view}`,
        name: `Print this ${view} on one page`,
        group: 'Record',
        ...(view === printed ? { keys: ['Mod+P'] } : {}),
        words: 'calendar paper almanac wall',
        run: () => print({ api, shell }, asked(view)),
      },
      {
        id: `calendar.pdf-${view}`,
        name: `Save this ${view} as PDF`,
        group: 'Record',
        words: 'calendar export paper almanac',
        run: () => savePdf({ api, shell }, asked(view)),
      },
    ]),
    {
      id: 'calendar.today',
      name: 'Turn the calendar to today',
      group: 'View',
      words: 'month year back now',
      isAvailable: () => views.kind !== 'list',
      run: () => views.toToday(),
    },
    {
      id: 'calendar.export',
      name: 'Export dates to a calendar file',
      group: 'Record',
      words: 'ics ical outlook google apple subscribe reminders',
      run: exportDates,
    },
  ];
}
