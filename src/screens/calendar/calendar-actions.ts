import type { Deadline } from '../../core/deadlines/deadline';
import { usualPaper } from '../../core/guide/paper';
import type { Paper } from '../../core/guide/look';
import type { Api, CalendarView, PrintableCalendar } from '../../core/ipc';
import type { Action } from '../../state/actions.svelte';
import type { CalendarState } from '../../state/calendar.svelte';
import type { CalendarViews } from '../../state/calendar-views.svelte';
import type { ShellState } from '../../state/shell.svelte';
import { showMonth } from '../../ui/locale';

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

/** What the user prints on: chosen, or usual where they are. */
export const paperOf = (shell: ShellState): Paper =>
  shell.reading.paper ?? usualPaper(navigator.language);

/** A name for a file in which every system takes each letter. */
const fileName = (text: string, ending: string) =>
  `${text
    .normalize('NFKD')
    .replace(/[^\w .-]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)}${ending}`;

/** Writes one date to a calendar file where the user says. */
export async function exportOne(
  { api, shell }: Parts,
  { id, date, title }: Deadline,
): Promise<void> {
  const saved = await api.saveCalendar(
    { deadline: id, date },
    fileName(`Coders Almanac - ${title}`, '.ics'),
  );
  if (!saved.ok) shell.tell(saved.problem);
  else if (saved.value) shell.showDone(`Exported “${title}”`, null);
}

/** Views, paper and files of the calendar: in its menu, the palette and by key. */
export function calendarActions({ api, shell, calendar, views, exportDates }: Open): Action[] {
  const what = (view: 'month' | 'year'): PrintableCalendar => ({
    ...{ kind: 'calendar', view, day: views.day },
    ...{ filter: calendar.filter, paper: paperOf(shell) },
  });
  const titleOf = (view: 'month' | 'year') =>
    view === 'year' ? views.day.slice(0, 4) : showMonth(views.day);

  async function save(view: 'month' | 'year') {
    const title = titleOf(view);
    shell.announcer.say('Making the PDF');
    const saved = await api.savePdf(what(view), fileName(`Coders Almanac - ${title}`, '.pdf'));
    if (!saved.ok) shell.tell(saved.problem);
    else if (saved.value) shell.showDone(`Saved ${title} as PDF`, null);
  }

  async function print(view: 'month' | 'year') {
    shell.announcer.say('Making the page');
    await shell.tellIfFailed(api.print(what(view)));
  }

  const printed = views.kind === 'month' ? 'month' : 'year';
  return [
    ...(['month', 'year'] as const).flatMap((view): Action[] => [
      {
        id: `calendar.print-${view}`,
        name: `Print this ${view} on one page`,
        group: 'Record',
        ...(view === printed ? { keys: ['Mod+P'] } : {}),
        words: 'calendar paper almanac wall',
        run: () => print(view),
      },
      {
        id: `calendar.pdf-${view}`,
        name: `Save this ${view} as PDF`,
        group: 'Record',
        words: 'calendar export paper almanac',
        run: () => save(view),
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
