import { app } from 'electron';

/**
 * Whether this is the first program on this profile. The lock belongs to userData, so that is set
 * before; a second start shows the first one's window and ends.
 */
export function claimSingleInstance(profile: string, onSecond: () => void): boolean {
  app.setPath('userData', profile);
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return false;
  }
  app.on('second-instance', onSecond);
  app.on('activate', onSecond);
  return true;
}
