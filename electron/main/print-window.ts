import { BrowserWindow, type WebContents } from 'electron';
import type { Drawn, PrintJob } from '../../src/core/print-job';
import { failed, type Result } from '../../src/core/result';
import type { Log } from './log';
import { printAddress } from './page';

/** What a window that prints can be asked. */
export interface PrintPage {
  contents: WebContents;
  /** Draws these pages in place of those before. */
  draw: (job: PrintJob) => Promise<Drawn>;
}

/** Several times as long as the whole guide takes on a slow machine, in milliseconds. */
const longest = 60_000;

/**
 * Opens a window that nobody sees with our page that prints, and closes it whatever happens. The window has
 * no preload: what is to be drawn is handed over as data, and nothing leads back into this process.
 */
export async function withPrintPage<T>(
  log: Log,
  use: (page: PrintPage) => Promise<T>,
  latest = longest,
): Promise<T | Result<never>> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // A window that is hidden would be drawn once a second.
      backgroundThrottling: false,
    },
  });
  const { contents, ended, cancel } = watch(window, latest);
  const draw = (job: PrintJob) =>
    contents.executeJavaScript(`drawPages(${JSON.stringify(job)})`) as Promise<Drawn>;
  const work = async () => {
    try {
      await window.loadURL(printAddress);
    } catch (error) {
      log.warn('the page that prints did not load', { cause: String(error) });
      return new Ended('the window that draws it stopped');
    }
    return use({ contents, draw });
  };
  try {
    const working = work();
    // What a window that is gone answers late is not news any more.
    working.catch(() => undefined);
    const done = await Promise.race([working, ended]);
    if (!(done instanceof Ended)) return done;
    log.warn('printing ended', { cause: done.cause });
    return failed('not-drawn', { cause: done.cause });
  } finally {
    cancel();
    if (!window.isDestroyed()) window.destroy();
  }
}

/** Why a window will never answer. */
class Ended {
  constructor(readonly cause: string) {}
}

function watch(window: BrowserWindow, latest: number) {
  const contents = window.webContents;
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<Ended>((resolve) => {
    const end = (cause: string) => resolve(new Ended(cause));
    timer = setTimeout(() => end('it took too long'), latest);
    contents.on('render-process-gone', () => end('the window that draws it stopped'));
    window.on('closed', () => end('the program is closing'));
  });
  return { contents, ended, cancel: () => clearTimeout(timer) };
}
