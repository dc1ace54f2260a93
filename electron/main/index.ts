import { app, Menu } from 'electron';
import { systemClock } from './clock';
import { DataPlace } from './data-place';
import { flagsOrExit } from './flags-or-exit';
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
const flags = flagsOrExit(process.argv, process.cwd());
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

async function start(): Promise<void> {
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

  const memory = await recalled;
  setTheme(memory.theme);
  window.recall(memory);
  if (!flags.isHidden) window.open();
  await library();
  setMenu({ go: (action) => window.go(action) });
}

if (claimSingleInstance(paths.profile, () => window.show())) {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => tellBug(error, 'start'));
}
