import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { ApiMethod } from '../../src/core/ipc';
import { apiMethods, channelOf } from '../../src/core/ipc-channels';
import type { Log } from './log';
import { isOwnPage } from './policy';
import { pageOrigin } from './page';

interface Doors {
  /** Parses what the page sent, and answers it. */
  answer: (method: ApiMethod, args: unknown[]) => Promise<unknown>;
  log: Log;
  /** The one way for a bug: logged, and shown. */
  tellBug: (error: unknown, where: string) => void;
}

/** One handler for each method of the contract, and no other channel into this process. */
export function serveApi({ answer, log, tellBug }: Doors): void {
  for (const method of apiMethods) {
    ipcMain.handle(channelOf(method), async (event, ...args: unknown[]) => {
      if (!isOurs(event)) {
        log.warn('call refused', { method });
        throw new Error('refused');
      }
      try {
        return await answer(method, args);
      } catch (error) {
        tellBug(error, method);
        // Electron hands on this message alone; the bug's own may quote the user.
        throw new Error(`${method} failed`, { cause: error });
      }
    });
  }
}

/** Checked at once: the frame may be gone after the first await. */
function isOurs({ senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url, pageOrigin)
  );
}
