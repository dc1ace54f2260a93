import type { ClosingChoice, Closing as Meaning } from '../../src/core/ipc';

/** How long the page may take to show the question before closing does what it does without one. */
const patience = 2000;

/** What closing does, and what the user is told about it before. */
export interface Way {
  does: 'hide' | 'end';
  tells: Meaning | null;
}

interface Known {
  hasTray: boolean;
  /** Whether the system looks for reminders once the program has ended. */
  hasTimer: boolean;
  /** What this user was told on this machine already. */
  wasTold: (into: Meaning['into']) => boolean;
  /** What comes up soon, and will not be told by a program that has ended. */
  untold: () => { title: string; date: string }[];
}

/** What closing the window comes to for somebody who wants to be told while it is closed. */
export function wayToClose({ hasTray, hasTimer, wasTold, untold }: Known): Way {
  if (hasTray) return { does: 'hide', tells: wasTold('tray') ? null : { into: 'tray' } };
  if (hasTimer) return { does: 'end', tells: null };
  const missed = untold();
  const isNews = missed.length > 0 || !wasTold('nothing');
  return { does: 'end', tells: isNews ? { into: 'nothing', untold: missed } : null };
}

/** What the open library and this machine say about closing. */
export interface ClosingRule {
  /** Whether closing is more than closing: this user wants to be told while the window is closed. */
  isInForce: () => boolean;
  way: () => Promise<Way>;
  /** Noted, so that it is not told again. */
  noteTold: (into: Meaning['into']) => void;
}

/** The window as closing needs it. */
export interface Closable {
  /** Asks the page, if there is one that would hear it. */
  ask: (meaning: Meaning) => boolean;
  hide: () => void;
  minimise: () => void;
  quit: () => void;
  /** It could not be found out what closing means; it ends the program then. */
  failed: (error: unknown) => void;
}

/** Stands between the window's close button and what it does. */
export class Closing {
  #rule: ClosingRule;
  #window: Closable;
  /** What the user is being asked about. */
  #asked: Way | null = null;
  #isDeciding = false;
  #late: NodeJS.Timeout | undefined;

  constructor(rule: ClosingRule, window: Closable) {
    this.#rule = rule;
    this.#window = window;
  }

  /** Called when the window is about to close: whether it may. If not, all that follows is done here. */
  may(): boolean {
    if (!this.#rule.isInForce()) return true;
    // Whoever closes again while they are asked means it.
    if (this.#asked !== null) this.#do(this.#asked.does);
    else if (!this.#isDeciding) void this.#decide();
    return false;
  }

  /** The page shows the question, or hands on what the user said to it. */
  answer(choice: ClosingChoice): void {
    clearTimeout(this.#late);
    if (choice === 'asking') return;
    const asked = this.#asked;
    this.#asked = null;
    if (choice === 'stay') return;
    if (asked?.tells) this.#rule.noteTold(asked.tells.into);
    if (choice === 'minimise') this.#window.minimise();
    else if (choice === 'quit') this.#do('end');
    else if (asked !== null) this.#do(asked.does);
    // It was asked so long ago that closing has been done with since.
    else void this.#decide();
  }

  /** The page that was asked is gone. */
  forget(): void {
    clearTimeout(this.#late);
    this.#asked = null;
  }

  async #decide(): Promise<void> {
    this.#isDeciding = true;
    const way = await this.#rule.way().catch((error: unknown): Way => {
      this.#window.failed(error);
      return { does: 'end', tells: null };
    });
    this.#isDeciding = false;
    if (way.tells === null || !this.#window.ask(way.tells)) return this.#do(way.does);
    this.#asked = way;
    this.#late = setTimeout(() => this.#do(way.does), patience);
  }

  #do(what: Way['does']): void {
    this.forget();
    if (what === 'hide') this.#window.hide();
    else this.#window.quit();
  }
}
