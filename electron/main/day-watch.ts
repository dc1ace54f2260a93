/** No longer than a minute: a laptop that wakes past midnight shows the new day within one. */
const tick = 60_000;

interface Needs {
  /** The plain date of the clock, in the user's zone. */
  today: () => string;
}

/**
 * Compares plain dates again and again instead of waiting for midnight: a timer set for it would be
 * late after sleep, and wrong once the clock or the zone is changed.
 */
export class DayWatch {
  #today: () => string;
  #last: string;
  #timer: NodeJS.Timeout;
  #dayListeners: (() => void)[] = [];
  #lookListeners: (() => void)[] = [];

  constructor({ today }: Needs) {
    this.#today = today;
    this.#last = today();
    this.#timer = setInterval(() => this.look(), tick);
  }

  onDay(listen: () => void): void {
    this.#dayListeners.push(listen);
  }

  /** Whatever else depends on the time; called at each look. */
  onLook(listen: () => void): void {
    this.#lookListeners.push(listen);
  }

  /** Also called when the machine wakes and the window gets the focus; twice in a row does no harm. */
  look(): void {
    const today = this.#today();
    if (today !== this.#last) {
      this.#last = today;
      for (const listen of this.#dayListeners) listen();
    }
    for (const listen of this.#lookListeners) listen();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
