import { app } from 'electron';

/** Whether this process has a display to show windows on; a check that the system starts has none. */
export const hasDisplay = () => app.commandLine.getSwitchValue('ozone-platform') !== 'headless';

/** Before the program is ready: without a display, Chromium's search for a graphics card only fails loudly. */
export function settleDisplay(): void {
  if (!hasDisplay()) app.disableHardwareAcceleration();
}
