import type { Library } from '../../src/core/library/schema';
import { referenceOf } from '../../src/core/reference/own-bodies';
import { todayOf, type Today } from '../../src/core/today';
import type { Clock } from './clock';
import { momentOf } from './moment';

/** No longer than this, what was worked out ahead holds, whatever the time of day may change. */
const holds = 5000;

interface Ahead {
  library: Library;
  revision: number;
  at: number;
  today: Today;
}

/** Works out what Today shows, and at a start does so ahead, while the page is still being loaded. */
export class TodayMaker {
  #clock: Clock;
  #ahead: Ahead | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  make(library: Library): Today {
    return todayOf(library, momentOf(this.#clock), referenceOf(library));
  }

  makeAhead({ library, revision }: { library: Library; revision: number }): void {
    this.#ahead = { library, revision, at: this.#now(), today: this.make(library) };
  }

  /** What was made ahead, if nothing has changed since; else made now. */
  take({ library, revision }: { library: Library; revision: number }): Today {
    const ahead = this.#ahead;
    this.#ahead = null;
    const isSame = ahead?.library === library && ahead.revision === revision;
    return isSame && this.#now() - ahead.at < holds ? ahead.today : this.make(library);
  }

  #now(): number {
    return Date.parse(this.#clock.now());
  }
}
