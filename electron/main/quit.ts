import { app, powerMonitor } from 'electron';
import type { Log } from './log';

const longest = 5000;

interface Needs {
  log: Log;
  /** Each is awaited before the next: the page saves what is being typed while its window closes. */
  steps: readonly (() => Promise<void>)[];
}

/** Lets the program end only once everything is on disk, however it is told to end. */
export function guardQuit(needs: Needs): void {
  let closing: Promise<void> | null = null;
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
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

async function closeInTime({ log, steps }: Needs): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), longest);
  });
  const inTime = await Promise.race([takeAll(steps, log), late]);
  clearTimeout(timer);
  if (!inTime) log.error(`closing takes longer than ${longest} ms`);
  return inTime;
}

/** A step that fails does not keep the later ones from being taken. */
async function takeAll(steps: Needs['steps'], log: Log): Promise<true> {
  for (const step of steps) {
    await step().catch((error: unknown) => log.error('closing', error));
  }
  return true;
}
