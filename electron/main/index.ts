import { app, Menu } from 'electron';
import { knowingLogin } from './at-login';
import { systemClock } from './clock';
import { DataPlace } from './data-place';
import { settleDisplay } from './display';
import { flagsOrExit } from './flags-or-exit';
import type { FurtherStarts } from './further-starts';
import { makeFunnel } from './funnel';
import { serveApi } from './ipc';
import { lockRenderers, lockSession } from './lockdown';
import { openLog } from './log';
import { MainWindow } from './main-window';
import { setMenu } from './menu';
import { once } from './once';
import { settlePaths } from './paths';
import { declareScheme, serveScheme } from './protocol';
import { guardQuit } from './quit';
import { claimSingleInstance } from './single-instance';
import { setTheme } from './theme';
import { allowLocalVoices } from './voices';
import { recallWindow } from './window-memory';

declareScheme();
Menu.setApplicationMenu(null);
let flags = flagsOrExit(process.argv, process.cwd());
settleDisplay();
const paths = settlePaths(flags, import.meta.dirname);
const clock = systemClock(flags.now ?? undefined);
const log = openLog(paths.logs, clock);
lockRenderers(log);
allowLocalVoices();

const place = new DataPlace(paths.profile, flags.data);
const recalled = recallWindow(() => place.find(), log);
const window = new MainWindow({ preload: paths.preload, icon: paths.icon, log });
const tellBug = makeFunnel(log, (message) => window.send(message));
const library = once(async () => {
  const { startLibrarySide } = await import('./library-side');
  return startLibrarySide({ flags, paths, clock, window, log, tellBug });
});

async function start(starts: FurtherStarts): Promise<void> {
  log.info('start', { version: app.getVersion(), electron: process.versions.electron ?? '' });
  lockSession(log);
  serveScheme({
    bundle: paths.bundle,
    findEvidence: async (sha256) => (await library()).findEvidence(sha256),
  });
  serveApi({
    answer: async (method, args) => (await library()).answer(method, args),
    ...{ log, tellBug },
  });
  guardQuit({ log, steps: [() => window.end(), async () => (await library()).end()] });
  flags = knowingLogin(flags);
  const memory = await recalled;
  setTheme(memory.theme);
  window.recall(memory);
  if (!flags.isHidden) window.open();
  starts.heed(({ flags: { isCheck, isHidden } }) => isCheck || isHidden || window.show());
  await library();
  setMenu({ go: (action) => window.go(action) });
}

async function check(starts: FurtherStarts): Promise<void> {
  const { runCheck } = await import('./reminders/run-check');
  const become = (wanted: typeof flags) => {
    flags = wanted;
    return start(starts);
  };
  return runCheck({ flags, place, icon: paths.icon, clock, log, tellBug, starts, become });
}

const starts = claimSingleInstance(paths.profile);
if (starts !== null) {
  app
    .whenReady()
    .then(() => (flags.isCheck ? check(starts) : start(starts)))
    .catch((error: unknown) => tellBug(error, 'start'));
}
