import { contextBridge, ipcRenderer } from 'electron';
import type { Almanac, Api, Broadcast } from '../../src/core/ipc';
import { apiMethods, broadcastChannel, channelOf } from '../../src/core/ipc-channels';

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
