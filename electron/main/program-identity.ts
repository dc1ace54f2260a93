import { app } from 'electron';
import type { Flags } from './flags';
import { programCommand } from './program-command';

/** As `desktopName` in package.json, which packages install the program's own entry under. */
const desktopName = 'org.coders_almanac.CodersAlmanac.desktop';

/** How the system can start this program again, on the same folders. */
export function programIdentity(flags: Pick<Flags, 'data' | 'profile'>) {
  const command = programCommand(flags, {
    appImage: process.env['APPIMAGE'],
    executable: process.execPath,
    openedFolder: app.isPackaged ? null : app.getAppPath(),
    isWithoutSandbox: app.commandLine.hasSwitch('no-sandbox'),
  });
  return { desktopName, name: 'Coder’s Almanac', command };
}
