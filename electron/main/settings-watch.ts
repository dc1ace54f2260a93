import type { DeviceKeeper } from './device-keeper';
import type { TellBug } from './funnel';
import type { LoginItem } from './login-item';
import type { LibraryStore } from './storage/types';
import { setTheme } from './theme';
import type { TrayIcon } from './tray';

interface Needs {
  device: DeviceKeeper;
  tray: TrayIcon;
  loginItem: LoginItem;
  tellBug: TellBug;
}

/** Does outside the page what a setting of the open library says. */
export class SettingsWatch {
  #needs: Needs;
  #store: LibraryStore | null = null;
  #isTold: boolean | null = null;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Called when another library is open or something in it changed. */
  heed(store: LibraryStore | null): void {
    if (store === null) return;
    const { theme, isToldWhenClosed } = store.library.settings;
    const isSameLibrary = store === this.#store;
    const { device, tray, loginItem, tellBug } = this.#needs;
    setTheme(theme);
    if (device.current['theme'] !== theme && !store.isSample) void device.change({ theme });
    if (isSameLibrary && isToldWhenClosed === this.#isTold) return;
    this.#store = store;
    this.#isTold = isToldWhenClosed;
    tray.setWanted(isToldWhenClosed === true).catch((error: unknown) => tellBug(error, 'tray'));
    // Only the user's own change: what they have switched off in the system since stays off.
    if (!isSameLibrary || isToldWhenClosed === null) return;
    loginItem.set(isToldWhenClosed).catch((error: unknown) => tellBug(error, 'login item'));
  }
}
