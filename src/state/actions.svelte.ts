import { untrack } from 'svelte';
import { isPressed, type Platform } from '../ui/keys';

export type ActionGroup = 'Go to' | 'Record' | 'Change' | 'View' | 'Help';
export const actionGroups: ActionGroup[] = ['Record', 'Go to', 'Change', 'View', 'Help'];

/** Something the user can do. The palette, the shortcuts sheet, the keys and the menu all read this. */
export interface Action {
  /** Never shown, never changed: the menu and the tray name actions by it. */
  id: string;
  name: string;
  group: ActionGroup;
  /** The first is the one that is shown; the others do the same. No single letters. */
  keys?: string[];
  /** Other words people would look for. */
  words?: string;
  isAvailable?: () => boolean;
  run: () => void | Promise<void>;
}

/** The actions there are now: the shell's own, and those of the open screen while it is open. */
export class Actions {
  #all = $state.raw<readonly Action[]>([]);
  #platform: () => Platform;

  constructor(platform: () => Platform) {
    this.#platform = platform;
  }

  /** Of two with the same id, the one added last holds. */
  readonly list: readonly Action[] = $derived.by(() => {
    const byId = new Map(this.#all.map((action) => [action.id, action]));
    return [...byId.values()];
  });

  /** Returns the function that takes them away again; a screen calls it when it closes. */
  add(actions: readonly Action[]): () => void {
    // Screens call this from an effect, which must not run again because the list changed.
    this.#all = [...untrack(() => this.#all), ...actions];
    return () => {
      this.#all = this.#all.filter((action) => !actions.includes(action));
    };
  }

  find(id: string): Action | undefined {
    return this.list.find((action) => action.id === id);
  }

  isAvailable(action: Action): boolean {
    return action.isAvailable?.() ?? true;
  }

  /** Whether there was such an action and it could be run. */
  async run(id: string): Promise<boolean> {
    const action = this.find(id);
    if (!action || !this.isAvailable(action)) return false;
    await action.run();
    return true;
  }

  /** The action that the pressed keys stand for. */
  forKeys(event: KeyboardEvent): Action | undefined {
    const platform = this.#platform();
    return this.list.find(
      (action) =>
        this.isAvailable(action) &&
        action.keys?.some((keys) => isPressed(keys, event, platform)) === true,
    );
  }
}
