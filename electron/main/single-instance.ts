import { app } from 'electron';
import { FurtherStarts, hearStart, tellStart } from './further-starts';

/**
 * Null if a program runs on this profile already; it hears of this start, which ends. Else what later
 * starts ask for. The lock belongs to userData, so that is set before.
 */
export function claimSingleInstance(profile: string): FurtherStarts | null {
  app.setPath('userData', profile);
  const mine = tellStart(process.argv.slice(1), process.env);
  if (!app.requestSingleInstanceLock({ ...mine })) {
    app.exit(0);
    return null;
  }
  const starts = new FurtherStarts();
  app.on('second-instance', (_event, _args, _folder, told) => starts.tell(hearStart(told)));
  app.on('activate', () => starts.tell(hearStart({})));
  return starts;
}
