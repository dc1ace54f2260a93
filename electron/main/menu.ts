import { Menu, type MenuItemConstructorOptions } from 'electron';

interface Needs {
  /** Runs an action of the page by its id. */
  go: (action: string) => void;
}

const separator = { type: 'separator' } as const;

/**
 * The menu repeats what the page can do, by the same ids; the keys belong to the page, so they are not
 * taken here. On a Mac it also carries the editing keys, which work through it alone.
 */
export function setMenu({ go }: Needs): void {
  const item = (label: string, action: string): MenuItemConstructorOptions => ({
    label,
    click: () => go(action),
  });
  const isMac = process.platform === 'darwin';
  const places: MenuItemConstructorOptions = {
    label: '&Go',
    submenu: [
      item('Today', 'go.today'),
      item('Guide', 'go.guide'),
      item('Study', 'go.study'),
      item('CEUs', 'go.ceus'),
      item('Calendar', 'go.calendar'),
      item('Codes', 'go.codes'),
      item('Programs', 'go.programs'),
      item('Career', 'go.career'),
      separator,
      item('Settings', 'go.settings'),
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      item('Larger', 'zoom.in'),
      item('Smaller', 'zoom.out'),
      item('Actual Size', 'zoom.reset'),
      separator,
      { role: 'togglefullscreen' },
    ],
  };
  const record: MenuItemConstructorOptions = {
    label: '&Record',
    submenu: [
      item('Log an Activity', 'ceu.new'),
      item('Find Anything', 'palette.open'),
      separator,
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  };
  const help: MenuItemConstructorOptions = {
    label: '&Help',
    submenu: [item('Keyboard Shortcuts', 'shortcuts.open')],
  };
  const mac: MenuItemConstructorOptions[] = [{ role: 'appMenu' }];
  const edit: MenuItemConstructorOptions[] = [{ role: 'editMenu' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      isMac
        ? [...mac, record, ...edit, places, view, { role: 'windowMenu' }, help]
        : [record, places, view, help],
    ),
  );
}
