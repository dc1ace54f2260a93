import { Listeners } from './listeners';
import type { Log } from './storage/disk';

/** No longer than a minute: a laptop that wakes past midnight shows the new day within one. */
const tick = 60_000;

interface Needs {
  /** The plain date of the clock, in the user's zone. */
  today: () => string;
  log: Log;
}

/**
 * Compares plain dates again and again instead of waiting for midnight: a timer set for it would be
 * late after sleep, and wrong once the clock or the zone is changed.
 */
export class DayWatch {
  #today: () => string;
  #last: string;
  #timer: NodeJS.Timeout;
  #dayListeners: Listeners<void>;
  #lookListeners: Listeners<void>;

  constructor({ today, log }: Needs) {
    this.#dayListeners = new Listeners(log);
    this.#lookListeners = new Listeners(log);
    this.#today = today;
    this.#last = today();
    this.#timer = setInterval(() => this.look(), tick);
  }

  onDay(listen: () => void): void {
    this.#dayListeners.add(listen);
  }

  /** Whatever else depends on the time; called at each look. */
  onLook(listen: () => void): void {
    this.#lookListeners.add(listen);
  }

  /** Also called when the machine wakes and the window gets the focus; twice in a row does no harm. */
  look(): void {
    const today = this.#today();
    if (today !== this.#last) {
      this.#last = today;
      this.#dayListeners.tell();
    }
    this.#lookListeners.tell();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
