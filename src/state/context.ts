import { createContext } from 'svelte';
import type { Api } from '../core/ipc';
import type { Actions } from './actions.svelte';
import type { LibraryState } from './library.svelte';
import type { ShellState } from './shell.svelte';

/** What every screen is handed down. */
export interface AlmanacContext {
  api: Api;
  library: LibraryState;
  shell: ShellState;
  actions: Actions;
}

export const [getAlmanac, setAlmanac] = createContext<AlmanacContext>();
