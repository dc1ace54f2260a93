import { calendarViews, type Api, type CalendarView } from '../../core/ipc';
import type { Theme } from '../../core/library/schema';
import type { Action } from '../../state/actions.svelte';
import type { LibraryState } from '../../state/library.svelte';
import { places } from '../../state/places';
import type { ShellState } from '../../state/shell.svelte';

interface Parts {
  api: Api;
  library: LibraryState;
  shell: ShellState;
}

const themes: { theme: Theme; name: string }[] = [
  { theme: 'system', name: 'Theme: as the system' },
  { theme: 'light', name: 'Theme: light' },
  { theme: 'dark', name: 'Theme: dark' },
  { theme: 'contrast', name: 'Theme: high contrast' },
];

/** What can be done wherever one is. */
export function shellActions({ api, library, shell }: Parts): Action[] {
  return [
    {
      id: 'ceu.new',
      name: 'Log an activity',
      group: 'Record',
      keys: ['Mod+N'],
      words: 'new ceu units claim add webinar training',
      isAvailable: () => shell.canWrite,
      run: () => shell.go('ceus', { intent: 'new' }),
    },
    {
      id: 'ceu.import',
      name: 'Import activities',
      group: 'Record',
      keys: ['Mod+Shift+I'],
      words: 'csv spreadsheet transcript pdf paste table rows ledger',
      isAvailable: () => shell.canWrite,
      run: () => shell.go('ceus', { id: 'import' }),
    },
    {
      id: 'program.add',
      name: 'Add a program',
      group: 'Record',
      keys: ['Mod+Shift+P'],
      words: 'new training school course certificate compare',
      isAvailable: () => shell.canWrite,
      run: () => shell.go('programs', { intent: 'new' }),
    },
    {
      id: 'date.add',
      name: 'Add a date',
      group: 'Record',
      keys: ['Mod+Shift+D'],
      words: 'new deadline reminder calendar appointment repeat',
      isAvailable: () => shell.canWrite,
      run: () => shell.go('calendar', { intent: 'new' }),
    },
    {
      id: 'exam.add',
      name: 'Add an exam',
      group: 'Record',
      words: 'new application approval authorization window appointment result test',
      isAvailable: () => shell.canWrite,
      run: () => shell.go('calendar', { id: 'exam' }),
    },
    {
      id: 'card.new',
      name: 'New card',
      group: 'Record',
      keys: ['Mod+Shift+K'],
      words: 'add study question answer flashcard',
      isAvailable: () => shell.canWrite,
      run: () => shell.go('study', { intent: 'new' }),
    },
    ...places.map(({ id, name }, at): Action => ({
      id: `go.${id}`,
      name,
      group: 'Go to',
      keys: [`Mod+${at + 1}`, ...(id === 'guide' ? ['F1'] : [])],
      words: `open ${placeWords[id]}`,
      run: () => shell.go(id),
    })),
    {
      id: 'go.settings',
      name: 'Settings',
      group: 'Go to',
      keys: ['Mod+,'],
      words: 'preferences options data folder backup about',
      run: () => shell.go('settings'),
    },
    {
      id: 'settings.reminders',
      name: 'When reminders come',
      group: 'Go to',
      words: 'settings quiet hours lead days notices time reminders',
      run: () => shell.go('settings', { id: 'reminders' }),
    },
    {
      id: 'codes.applies',
      name: 'Which code set applies to a discharge?',
      group: 'Go to',
      words: 'fiscal year october april grouper ms-drg version date icd-10',
      run: () => shell.go('codes', { id: 'applies' }),
    },
    {
      id: 'codes.task',
      name: 'Add a task to the preparation',
      group: 'Record',
      words: 'october april update plan codes files guidelines',
      isAvailable: () => shell.canWrite && (shell.today?.preparation ?? null) !== null,
      run: () => shell.go('codes', { intent: 'new' }),
    },
    {
      id: 'guide.search',
      name: 'Search the guide',
      group: 'Go to',
      keys: ['Mod+F'],
      words: 'find text chapter',
      run: () => shell.go('guide', { id: 'search' }),
    },
    {
      id: 'guide.glossary',
      name: 'Glossary',
      group: 'Go to',
      words: 'guide terms words abbreviations dictionary',
      run: () => shell.go('guide', { id: 'glossary' }),
    },
    {
      id: 'guide.notes',
      name: 'Notes and highlights',
      group: 'Go to',
      words: 'guide marked bookmarks tags export import',
      run: () => shell.go('guide', { id: 'notes' }),
    },
    {
      id: 'guide.continue',
      name: 'Continue reading',
      group: 'Go to',
      words: 'guide chapter',
      isAvailable: () => shell.reading.chapter !== null,
      run: () => shell.go('guide'),
    },
    ...calendarViews.map((view): Action => ({
      id: `calendar.${view}`,
      name: calendarNames[view],
      group: 'Go to',
      words: 'calendar dates deadlines view twelve months',
      run: () => shell.go('calendar', { id: view }),
    })),
    {
      id: 'calendar.export',
      name: 'Export dates to a calendar file',
      group: 'Record',
      words: 'ics ical outlook google apple subscribe reminders',
      run: () => shell.go('calendar', { id: 'export' }),
    },
    ...change(library, shell),
    ...view(library, shell),
    ...help(api, shell),
  ];
}

const placeWords: Record<(typeof places)[number]['id'], string> = {
  today: 'start home due next',
  guide: 'read chapters',
  study: 'cards review exam',
  ceus: 'units credits activities ledger renewal cycle',
  calendar: 'deadlines dates reminders',
  codes: 'icd-10-cm icd-10-pcs search updates',
  programs: 'training schools compare cost',
  career: 'milestones jobs audits',
};

const calendarNames: Record<CalendarView, string> = {
  list: 'Calendar as a list',
  month: 'Calendar by month',
  year: 'Almanac year',
};

function change(library: LibraryState, shell: ShellState): Action[] {
  return [
    {
      id: 'library.undo',
      name: 'Undo',
      group: 'Change',
      keys: ['Mod+Z'],
      words: 'take back revert',
      isAvailable: () => shell.canWrite,
      run: async () => {
        const result = await library.dispatch({ type: 'library.undo' });
        if (result.ok) shell.showDone(result.value.did, 'library.redo');
      },
    },
    {
      id: 'library.redo',
      name: 'Redo',
      group: 'Change',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      isAvailable: () => shell.canWrite,
      run: async () => {
        const result = await library.dispatch({ type: 'library.redo' });
        if (result.ok) shell.showDone(result.value.did, 'library.undo');
      },
    },
  ];
}

function view(library: LibraryState, shell: ShellState): Action[] {
  return [
    {
      id: 'zoom.in',
      name: 'Larger',
      group: 'View',
      keys: ['Mod+=', 'Mod++'],
      words: 'zoom in bigger text',
      run: () => shell.changeZoom('in'),
    },
    {
      id: 'zoom.out',
      name: 'Smaller',
      group: 'View',
      keys: ['Mod+-'],
      words: 'zoom out text',
      run: () => shell.changeZoom('out'),
    },
    {
      id: 'zoom.reset',
      name: 'Actual size',
      group: 'View',
      keys: ['Mod+0'],
      words: 'zoom reset 100 percent',
      run: () => shell.changeZoom('reset'),
    },
    ...themes.map(({ theme, name }): Action => ({
      id: `theme.${theme}`,
      name,
      group: 'View',
      words: 'appearance colours colors mode',
      isAvailable: () => shell.canWrite && shell.theme !== theme,
      run: async () => {
        await library.dispatch({ type: 'settings.change', changes: { theme } });
      },
    })),
  ];
}

function help(api: Api, shell: ShellState): Action[] {
  return [
    {
      id: 'palette.open',
      name: 'Find anything',
      group: 'Help',
      keys: ['Mod+K'],
      run: () => {
        shell.isShortcutsOpen = false;
        shell.isPaletteOpen = true;
      },
    },
    {
      id: 'shortcuts.open',
      name: 'Keyboard shortcuts',
      group: 'Help',
      keys: ['Mod+/', 'Mod+?'],
      words: 'keys help sheet',
      run: () => {
        shell.isPaletteOpen = false;
        shell.isShortcutsOpen = true;
      },
    },
    {
      id: 'sample.open',
      name: 'Look at the sample library',
      group: 'Help',
      words: 'example demo',
      isAvailable: () => !shell.isSample,
      run: () => shell.tellIfFailed(api.openSample()),
    },
    {
      id: 'sample.leave',
      name: 'Back to my library',
      group: 'Help',
      words: 'leave close sample',
      isAvailable: () => shell.isSample,
      run: () => shell.tellIfFailed(api.leaveSample()),
    },
    {
      id: 'folder.show',
      name: 'Show the data folder',
      group: 'Help',
      words: 'files disk where',
      run: () => api.showDataFolder(),
    },
  ];
}
