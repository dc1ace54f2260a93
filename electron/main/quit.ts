import { app, powerMonitor } from 'electron';
import type { Log } from './log';

const longest = 5000;

interface Needs {
  log: Log;
  /** Stops what runs by itself and lets the window close. */
  end: () => void;
  /** Writes what is not written yet. */
  close: () => Promise<void>;
}

/** Lets the program end only once everything is on disk, however it is told to end. */
export function guardQuit(needs: Needs): void {
  let closing: Promise<void> | null = null;
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    needs.end();
    closing ??= closeInTime(needs).then((inTime) => {
      isClosed = true;
      if (inTime) app.quit();
      else app.exit(1);
    });
  });
  const quit = () => app.quit();
  process.on('SIGTERM', quit);
  process.on('SIGINT', quit);
  powerMonitor.on('shutdown', quit);
  app.on('browser-window-created', (_, window) => {
    window.on('query-session-end', quit).on('session-end', quit);
  });
  app.on('window-all-closed', quit);
}

async function closeInTime({ log, close }: Needs): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), longest);
  });
  const done = close().then(
    () => true as const,
    (error: unknown) => {
      log.error('closing', error);
      return true as const;
    },
  );
  const inTime = await Promise.race([done, late]);
  clearTimeout(timer);
  if (!inTime) log.warn('closing takes too long', { milliseconds: longest });
  return inTime;
}
