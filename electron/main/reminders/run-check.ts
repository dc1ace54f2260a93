import { app } from 'electron';
import { spawn } from 'node:child_process';
import { hasDisplay } from '../display';
import type { Flags } from '../flags';
import { hearStart, type FurtherStart } from '../further-starts';
import { BusNotifier } from './bus-notifier';
import { checkReminders, type CheckNeeds } from './check';
import { Notifier } from './notifier';

interface Needs extends Omit<CheckNeeds, 'notifier'> {
  flags: Flags;
  icon: string;
  /** Goes on as the program with its window. */
  become: (flags: Flags) => Promise<void>;
}

/** The program as the system starts it to tell what is due: it ends afterwards, unless it is wanted since. */
export async function runCheck({ flags, icon, become, ...needs }: Needs): Promise<void> {
  app.dock?.hide();
  const { clock, starts } = needs;
  // Who presses anything on a notice within the seconds that this takes gets the program.
  const open = () => starts.tell(hearStart({}));
  const notifier =
    process.platform === 'linux'
      ? new BusNotifier(icon)
      : new Notifier({ clock, icon, open, act: open });
  const { exitCode, wanted } = await checkReminders({ ...needs, notifier });
  if (wanted === null) return app.exit(exitCode);
  if (!hasDisplay()) return startAnew(wanted);
  await app.dock?.show();
  return become({ ...flags, ...wanted.flags });
}

/** A process without a display cannot get one: this one ends, and the start is made good on the asker's display. */
function startAnew({ args, environment }: FurtherStart): void {
  app.releaseSingleInstanceLock();
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const env = { ...process.env, ...environment };
  spawn(program, args, { env, detached: true, stdio: 'ignore' }).unref();
  app.exit(0);
}
