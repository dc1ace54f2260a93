import { app, powerMonitor } from 'electron';
import { randomUUID } from 'node:crypto';
import { makeApi } from './api';
import { makeAnswer } from './answer';
import { heedTimeZone, type Clock } from './clock';
import { makeClosingRule } from './closing-rule';
import { DayWatch } from './day-watch';
import { chooseFolder } from './dialogs';
import { DocumentWatch } from './document-watch';
import { findEvidence } from './evidence-file';
import type { Flags } from './flags';
import type { TellBug } from './funnel';
import type { Log } from './log';
import { makeLoginItem } from './login-item';
import type { MainWindow } from './main-window';
import type { Paths } from './paths';
import { programIdentity } from './program-identity';
import { makeNoticeAnswer } from './reminders/answer';
import { Notifier } from './reminders/notifier';
import { Planner } from './reminders/planner';
import { makeTimer } from './reminders/timer/make-timer';
import { Session } from './session';
import { SettingsWatch } from './settings-watch';
import { once } from './once';
import { soon } from './soon';
import { todayOfClock } from './today-of-clock';
import { TrayIcon } from './tray';

interface Needs {
  flags: Flags;
  paths: Paths;
  clock: Clock;
  window: MainWindow;
  log: Log;
  tellBug: TellBug;
}

/**
 * The second half of the composition root: all that knows the library. It is a file of its own, loaded
 * once the window was asked for, since a window waits for neither schemas nor rules.
 */
export async function startLibrarySide({ flags, paths, clock, window, log, tellBug }: Needs) {
  const session = new Session({
    ...{ profile: paths.profile, sampleFolder: paths.sample, data: flags.data },
    ...{ clock, log, tellBug, newId: randomUUID, quit: () => app.quit() },
    send: (message) => window.send(message),
    chooseFolder: (words) => chooseFolder(window.native, words),
  });
  const { device } = session;
  const tray = new TrayIcon({ icon: paths.trayIcon, log, show: () => window.show() });
  const program = programIdentity(flags);
  const loginItem = makeLoginItem(program);
  const timer = makeTimer(program.command);
  const settings = new SettingsWatch({ device, tray, loginItem, tellBug });
  const open = (screen: string) => window.go(`go.${screen}`);
  const answer = makeNoticeAnswer({
    ...{ clock, session, open },
    send: (message) => window.send(message),
  });
  const notifier = new Notifier({
    ...{ clock, icon: paths.icon, open },
    act: (...pressed) => {
      answer(...pressed).catch((error: unknown) => tellBug(error, 'notice'));
    },
  });
  const planner = new Planner({ clock, log, tellBug, notifier, session });
  // Not while the page is being opened, and once for a burst of changes.
  const plan = soon(() => planner.look(), 1000);
  const documents = new DocumentWatch({ log, tellBug });
  // As with the plan: the first paint does not wait for it.
  const heedDocuments = soon(() => documents.heed(session.store), 1000);
  const calendar = once(async () => {
    const { CalendarKeeper } = await import('./calendar-keeper');
    return new CalendarKeeper({
      ...{ session, clock, log, tellBug, owner: () => window.native },
      send: (message) => window.send(message),
    });
  });
  const heedCalendar = () =>
    calendar()
      .then((keeper) => keeper.heed(session.store))
      .catch((error: unknown) => tellBug(error, 'calendar file'));
  // A burst of typing is one file.
  const keepCalendar = soon(() => void heedCalendar(), 2000);
  const watch = new DayWatch({
    log,
    today: () => {
      heedTimeZone();
      return todayOfClock(clock);
    },
  });
  const api = makeApi({
    session,
    window,
    tray,
    loginItem,
    timer,
    log,
    calendar,
    clock,
  });

  session.onLibrary((store) => settings.heed(store));
  session.onLibrary(plan);
  session.onLibrary(heedDocuments);
  session.onLibrary(keepCalendar);
  watch.onDay(() => window.send({ kind: 'day' }));
  watch.onDay(() => void session.daily());
  watch.onDay(keepCalendar);
  watch.onLook(plan);
  const look = () => {
    watch.look();
    documents.lookAll();
  };
  window.onFocus(look);
  powerMonitor.on('resume', look).on('unlock-screen', look);

  await session.peekDevice();
  window.attach({
    closing: makeClosingRule({ clock, session, tray, timer }),
    keep: (changes) => void device.change(changes),
  });
  const opened = session.start(flags.isSample);
  // Well after the first paint, which must not wait for a backup.
  setTimeout(() => void session.daily(), 5000);
  if (flags.isHidden) {
    // Only the library's settings say whether there is an icon by which the window can be reached.
    await opened;
    await tray.settled();
    // Somebody may have opened it by hand since.
    if (!tray.isThere && window.native === null) window.open('minimized');
  }

  return {
    answer: makeAnswer(api),
    findEvidence: findEvidence(session),
    /** Everything is told and written; nothing is opened any more. */
    async end(): Promise<void> {
      watch.stop();
      documents.stop();
      await planner.settled();
      try {
        await (await calendar()).settled();
      } catch (error) {
        // The library is written and let go in any case.
        tellBug(error, 'calendar file');
      }
      await session.end();
    },
  };
}
