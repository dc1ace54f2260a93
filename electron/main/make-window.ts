import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { WindowMemory } from './window-memory';
import { leastSize, placeWindow } from './window-place';

/** As in src/styles, so that nothing flashes before the page has painted. */
const papers = { light: '#faf7f1', dark: '#1b1916' };

/** The window as it was left, not shown yet, with a page that can reach nothing of Node or the network. */
export function makeWindow(
  { preload, icon }: { preload: string; icon: string },
  { bounds, isMaximized, zoom }: WindowMemory,
): BrowserWindow {
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const primary = screen.getPrimaryDisplay().workArea;
  const window = new BrowserWindow({
    ...placeWindow(bounds, [primary, ...areas]),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Coder’s Almanac',
    icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? papers.dark : papers.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Checking would fetch a dictionary from a server; Settings says so.
      spellcheck: false,
      zoomFactor: zoom / 100,
      // Compiled code is kept from the first start on; a program's page is not a site passed by once.
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  if (isMaximized) window.maximize();
  return window;
}
