import { app, type BrowserWindow } from 'electron';
import type { Broadcast, ClosingChoice } from '../../src/core/ipc';
import { broadcastChannel } from '../../src/core/ipc-channels';
import { Closing, type ClosingRule } from './closing';
import type { Log } from './log';
import { makeWindow } from './make-window';
import { pageAddress } from './page';
import { noMemory, type WindowMemory } from './window-memory';

interface Needs {
  preload: string;
  icon: string;
  log: Log;
}

/** What the library's side of the program brings, once it is loaded. */
interface Attached {
  closing: ClosingRule;
  /** Keeps changes of where the window is and how it looks. */
  keep: (changes: Partial<WindowMemory>) => void;
}

/** How long the first paint is waited for once the page has loaded, in milliseconds. */
const latestShow = 1500;

/** The one window of the program. It may be closed and made again while the program runs on. */
export class MainWindow {
  #needs: Needs;
  #memory = noMemory;
  #keep: Attached['keep'] | null = null;
  #closing: Closing | null = null;
  #focusListeners: (() => void)[] = [];
  #window: BrowserWindow | null = null;
  /** Asked for before the page was there to hear it. */
  #waiting: string[] = [];
  #isPageReady = false;
  #isEnding = false;
  #reloads = 0;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  get native(): BrowserWindow | null {
    return this.#window;
  }

  /** Before it is first opened: where it was. */
  recall(memory: WindowMemory): void {
    this.#memory = memory;
  }

  attach({ closing, keep }: Attached): void {
    this.#keep = keep;
    this.#closing = new Closing(closing, {
      ask: (meaning) => this.#ask({ kind: 'closing', closing: meaning }),
      hide: () => this.#window?.hide(),
      minimise: () => this.#window?.minimize(),
      quit: () => app.quit(),
      failed: (error) => this.#needs.log.error('closing', error),
    });
  }

  onFocus(listen: () => void): void {
    this.#focusListeners.push(listen);
  }

  /** Starts loading the page; it is shown at its first paint, or not at all when hidden. */
  open(how: 'shown' | 'minimized' = 'shown'): void {
    const window = this.#make();
    let isShown = false;
    const show = () => {
      if (isShown || window.isDestroyed()) return;
      isShown = true;
      if (how === 'minimized') window.minimize();
      else window.show();
    };
    window.once('ready-to-show', show);
    // The first paint of a window that is still hidden can fail to come on a busy machine; a program that
    // runs and never shows itself would be worse than a short flash.
    window.webContents.once('did-finish-load', () => setTimeout(show, latestShow));
    void window.loadURL(pageAddress).catch((error: unknown) => {
      this.#needs.log.error('the page did not load', error);
    });
  }

  /** Brings the window to the front, making it if there is none. */
  show(): void {
    if (this.#window === null) return this.open();
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  send(message: Broadcast): void {
    const contents = this.#window?.webContents;
    if (contents === undefined || contents.isDestroyed()) return;
    contents.send(broadcastChannel, message);
  }

  /** Shows the window at a place, or runs an action of the page. */
  go(action: string): void {
    this.#waiting.push(action);
    this.show();
    if (this.#isPageReady) this.#flushWaiting();
  }

  /** The page has its library and hears what is asked of it. */
  pageIsReady(): void {
    this.#isPageReady = true;
    // After the answer that the page is waiting for.
    setTimeout(() => this.#flushWaiting(), 0);
  }

  setZoom(percent: number): void {
    this.#memory = { ...this.#memory, zoom: percent };
    this.#window?.webContents.setZoomFactor(percent / 100);
    this.send({ kind: 'zoom', zoom: percent });
  }

  /** What the page says to the question what closing is to do. */
  answerClosing(choice: ClosingChoice): void {
    this.#closing?.answer(choice);
  }

  /** Closes for good. The page is heard until it is gone, since it saves what is being typed. */
  end(): Promise<void> {
    this.#isEnding = true;
    const window = this.#window;
    if (window === null) return Promise.resolve();
    return new Promise((resolve) => {
      // A page that hangs would never let its window close.
      const late = setTimeout(() => window.destroy(), 2000);
      window.once('closed', () => {
        clearTimeout(late);
        resolve();
      });
      window.close();
    });
  }

  #remember(changes: Partial<WindowMemory>): void {
    this.#memory = { ...this.#memory, ...changes };
    this.#keep?.(changes);
  }

  #pageIsGone(): void {
    this.#isPageReady = false;
    this.#closing?.forget();
  }

  #flushWaiting(): void {
    for (const action of this.#waiting.splice(0)) this.send({ kind: 'go', action });
  }

  /** Puts a question where the user sees it, if the page can be asked at all. */
  #ask(question: Broadcast): boolean {
    const canAsk = this.#isPageReady && this.#window?.webContents.isCrashed() === false;
    if (canAsk) {
      this.show();
      this.send(question);
    }
    return canAsk;
  }

  #make(): BrowserWindow {
    const window = makeWindow(this.#needs, this.#memory);
    this.#window = window;
    this.#isPageReady = false;
    this.#listen(window);
    return window;
  }

  #listen(window: BrowserWindow): void {
    const { log } = this.#needs;
    const keep = () => {
      if (window.isDestroyed() || window.isMinimized()) return;
      const isMaximized = window.isMaximized();
      this.#remember(
        isMaximized ? { isMaximized } : { isMaximized, bounds: window.getNormalBounds() },
      );
    };
    // The events that come once a move is over are not there on Linux.
    let later: NodeJS.Timeout | undefined;
    const keepSoon = () => {
      clearTimeout(later);
      later = setTimeout(keep, 500);
    };
    window.on('resize', keepSoon).on('move', keepSoon);
    window.on('maximize', keepSoon).on('unmaximize', keepSoon);
    window.on('focus', () => this.#focusListeners.forEach((listen) => listen()));
    window.on('close', (event) => {
      clearTimeout(later);
      keep();
      if (!this.#isEnding && this.#closing?.may() === false) event.preventDefault();
    });
    window.on('closed', () => {
      this.#window = null;
      this.#pageIsGone();
    });

    const contents = window.webContents;
    // Chromium keeps a zoom of its own for each address; device.json is the one that holds.
    contents.on('dom-ready', () => this.setZoom(this.#memory.zoom));
    contents.on('zoom-changed', (_, direction) => {
      const step = direction === 'in' ? 10 : -10;
      this.#changeZoom(this.#memory.zoom + step);
    });
    contents.on('unresponsive', () => log.warn('the page does not answer'));
    contents.on('render-process-gone', (_, { reason, exitCode }) => {
      if (reason === 'clean-exit' || this.#isEnding) return;
      this.#pageIsGone();
      log.error(`the page is gone (${reason}, ${exitCode})`);
      // A page that falls over again and again would otherwise be reloaded for ever.
      if ((this.#reloads += 1) > 3) return;
      contents.reload();
    });
    contents.on('preload-error', (_, __, error) => log.error('preload', error));
  }

  #changeZoom(percent: number): void {
    const zoom = Math.max(50, Math.min(percent, 300));
    this.#remember({ zoom });
    this.setZoom(zoom);
  }
}
