import { app } from 'electron';

/** As `desktopName` in package.json, which packages install the program's own entry under. */
const desktopName = 'org.coders_almanac.CodersAlmanac.desktop';

/** How a desktop can start this program again. */
export function programIdentity() {
  const appImage = process.env['APPIMAGE'];
  const command = app.isPackaged
    ? [appImage ?? process.execPath]
    : [process.execPath, app.getAppPath()];
  return { desktopName, name: 'Coder’s Almanac', command };
}
