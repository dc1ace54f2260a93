import { contextBridge, ipcRenderer } from 'electron';
import {
  apiMethods,
  broadcastChannel,
  channelOf,
  type Almanac,
  type Api,
  type Broadcast,
} from '../../src/core/ipc';

const callers = apiMethods.map((method) => [
  method,
  (...args: unknown[]): Promise<unknown> => ipcRenderer.invoke(channelOf(method), ...args),
]);

const almanac: Almanac = {
  // The names and their number come from the contract; main parses every argument.
  ...(Object.fromEntries(callers) as Api),
  onBroadcast(listen) {
    // The event is kept back: its `sender` would give the page all of IPC.
    const hear = (_event: unknown, message: Broadcast) => listen(message);
    ipcRenderer.on(broadcastChannel, hear);
    return () => {
      ipcRenderer.removeListener(broadcastChannel, hear);
    };
  },
};

contextBridge.exposeInMainWorld('almanac', almanac);
