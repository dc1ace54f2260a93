import { app, Menu, powerMonitor } from 'electron';
import { randomUUID } from 'node:crypto';
import { makeApi } from './api';
import { systemClock, todayOfClock } from './clock';
import { makeClosingRule } from './closing-rule';
import { DayWatch } from './day-watch';
import { chooseFolder } from './dialogs';
import { findEvidence } from './evidence-file';
import { flagsOrExit } from './flags-or-exit';
import { makeFunnel } from './funnel';
import { serveApi } from './ipc';
import { lockRenderers, lockSession } from './lockdown';
import { openLog } from './log';
import { makeLoginItem } from './login-item';
import { MainWindow } from './main-window';
import { setMenu } from './menu';
import { settlePaths } from './paths';
import { programIdentity } from './program-identity';
import { declareScheme, serveScheme } from './protocol';
import { guardQuit } from './quit';
import { Notifier } from './reminders/notifier';
import { Planner } from './reminders/planner';
import { Session } from './session';
import { SettingsWatch } from './settings-watch';
import { claimSingleInstance } from './single-instance';
import { TrayIcon } from './tray';

declareScheme();
Menu.setApplicationMenu(null);
const flags = flagsOrExit(process.argv, process.cwd());
const paths = settlePaths(flags, import.meta.dirname);
const clock = systemClock(flags.now ?? undefined);
const log = openLog(paths.logs);
lockRenderers(log);

const window = new MainWindow({ preload: paths.preload, icon: paths.icon, log });
const tellBug = makeFunnel(log, (message) => window.send(message));
const session = new Session({
  ...{ profile: paths.profile, sampleFolder: paths.sample, data: flags.data },
  ...{ clock, log, tellBug, newId: randomUUID, quit: () => app.quit() },
  send: (message) => window.send(message),
  chooseFolder: (words) => chooseFolder(window.native, words),
});
const tray = new TrayIcon({ icon: paths.trayIcon, log, show: () => window.show() });
const loginItem = makeLoginItem(programIdentity());
const settings = new SettingsWatch({ device: session.device, tray, loginItem, tellBug });
const notifier = new Notifier({ clock, icon: paths.icon, open: (id) => window.go(`go.${id}`) });
const planner = new Planner({ clock, log, tellBug, notifier, session });
const watch = new DayWatch({ today: () => todayOfClock(clock) });

async function start(): Promise<void> {
  log.info('start', { version: app.getVersion(), electron: process.versions.electron ?? '' });
  lockSession(log);
  serveScheme({ bundle: paths.bundle, findEvidence: findEvidence(session) });
  serveApi({ api: makeApi({ session, window, tray, loginItem, log }), log, tellBug });
  guardQuit({ log, steps: [() => window.end(), () => planner.settled(), () => session.end()] });
  session.onLibrary((store) => settings.heed(store));
  session.onLibrary(() => planner.look());
  watch.onDay(() => window.send({ kind: 'day' }));
  watch.onDay(() => void session.daily());
  watch.onLook(() => planner.look());
  window.onFocus(() => watch.look());
  powerMonitor.on('resume', () => watch.look()).on('unlock-screen', () => watch.look());

  await session.peekDevice();
  settings.foretell();
  const opened = session.start(flags.isSample);
  const closing = makeClosingRule({ clock, session, tray });
  await window.start({ device: session.device, tray, closing, isHidden: flags.isHidden, opened });
  setMenu({ go: (action) => window.go(action) });
  // Well after the first paint, which must not wait for a backup.
  setTimeout(() => void session.daily(), 5000);
}

if (claimSingleInstance(paths.profile, () => window.show())) {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => tellBug(error, 'start'));
}
