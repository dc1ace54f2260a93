import { app, Menu, nativeImage, Tray } from 'electron';
import { hasTrayService } from './bus';
import type { Log } from './log';

interface Needs {
  icon: string;
  log: Log;
  show: () => void;
}

/** The icon by which a program without a window can be reached. There is at most one. */
export class TrayIcon {
  #needs: Needs;
  #tray: Tray | null = null;
  #hasService = false;
  #isWanted = false;
  #probing: Promise<void> = Promise.resolve();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Whether closing the window may leave the program here. */
  get isThere(): boolean {
    return this.#tray !== null;
  }

  /** Whether this desktop shows tray icons, as far as was found out. */
  get hasService(): boolean {
    return this.#hasService;
  }

  /** What was found out and done is done. */
  settled(): Promise<void> {
    return this.#probing;
  }

  setWanted(isWanted: boolean): Promise<void> {
    const changes = isWanted || this.#isWanted;
    this.#isWanted = isWanted;
    // Nothing to put up or take down, nothing to ask the desktop at the start.
    return changes ? this.probe() : this.settled();
  }

  /** Looks again: a desktop's tray can come and go while the program runs. */
  probe(): Promise<void> {
    this.#probing = this.#probing.catch(() => undefined).then(() => this.#probe());
    return this.#probing;
  }

  async #probe(): Promise<void> {
    this.#hasService = await hasTrayService();
    if (this.#isWanted && this.#hasService) this.#put();
    else this.#remove();
  }

  #put(): void {
    if (this.#tray !== null) return;
    try {
      const { icon, show } = this.#needs;
      const image = nativeImage.createFromPath(icon);
      if (process.platform === 'darwin') image.setTemplateImage(true);
      const tray = new Tray(image);
      tray.setToolTip('Coder’s Almanac');
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: 'Open Coder’s Almanac', click: show },
          { type: 'separator' },
          { label: 'Quit', click: () => app.quit() },
        ]),
      );
      tray.on('click', show);
      this.#tray = tray;
    } catch (error) {
      this.#needs.log.error('no tray icon', error);
    }
  }

  #remove(): void {
    this.#tray?.destroy();
    this.#tray = null;
  }
}
