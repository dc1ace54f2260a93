import type { Clock } from '../clock';
import type { DeviceKeeper } from '../device-keeper';
import type { TellBug } from '../funnel';
import type { Log } from '../log';
import { todayOfClock } from '../today-of-clock';
import type { Device } from '../storage/device';
import type { LibraryStore } from '../storage/types';
import { keptNotices, wasShown } from './notices';
import { noticesDue } from './plan';
import { noticeWords, type NoticeWords } from './words';
import { referenceOf } from '../../../src/core/reference/own-bodies';

/** What the system said of a notice; `unanswered`: nothing, so that it may or may not have been seen. */
export type Shown = 'shown' | 'failed' | 'unanswered';

type Notice = Device['notices'][string];

/** What shows notices on this system. */
export interface NoticeService {
  /** Whether asking the system would not stop the program. */
  isReady(): Promise<boolean>;
  show(words: NoticeWords): Promise<Shown>;
}

interface Needs {
  clock: Clock;
  log: Log;
  tellBug: TellBug;
  session: {
    /** The open library, null while there is none. */
    readonly store: Pick<LibraryStore, 'isSample' | 'library'> | null;
    readonly device: Pick<DeviceKeeper, 'current' | 'change'>;
  };
  notifier: NoticeService;
}

/**
 * Decides what to tell. Each occurrence is noted before the system is asked and again once it has
 * shown it: what was only tried is tried again at the next start, so a crash costs at most a repeat.
 */
export class Planner {
  #needs: Needs;
  /** Not asked for again before the next start: each may well have been seen. */
  #unanswered: Device['notices'] = {};
  #looking: Promise<void> | null = null;
  #looksAgain = false;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Called on each tick, change, wake and focus; calls that meet are one. */
  look(): void {
    this.#looksAgain = true;
    this.#looking ??= this.#lookUntilDone().finally(() => (this.#looking = null));
  }

  /** Nothing is being planned or shown any more. */
  async settled(): Promise<void> {
    await this.#looking;
  }

  async #lookUntilDone(): Promise<void> {
    while (this.#looksAgain) {
      this.#looksAgain = false;
      await this.#lookOnce().catch((error: unknown) => this.#needs.tellBug(error, 'reminders'));
    }
  }

  async #lookOnce(): Promise<void> {
    const { clock, log, notifier } = this.#needs;
    const { store, device } = this.#needs.session;
    if (store === null || store.isSample) return;
    const isShown = wasShown({ ...device.current.notices, ...this.#unanswered });
    const now = { now: clock.now(), timeZone: clock.timeZone() };
    const due = noticesDue(store.library, now, referenceOf(store.library), isShown);
    const words = noticeWords(due);
    if (words === null || !(await notifier.isReady())) return;
    const ids = due.map(({ id }) => id);
    const attemptedAt = clock.now();
    await this.#note(ids, { attemptedAt, shownAt: null });
    const shown = await notifier.show(words);
    log.info('notice', { count: ids.length, shown });
    // What failed is in the list in the window; the system is asked again when it can show it.
    if (shown === 'failed') return;
    const notice = { attemptedAt, shownAt: clock.now() };
    if (shown === 'shown') await this.#note(ids, notice);
    else Object.assign(this.#unanswered, all(ids, notice));
  }

  #note(ids: string[], notice: Notice): Promise<void> {
    const { device } = this.#needs.session;
    const kept = keptNotices(device.current.notices, todayOfClock(this.#needs.clock));
    return device.change({ notices: { ...kept, ...all(ids, notice) } });
  }
}

function all(ids: readonly string[], notice: Notice): Device['notices'] {
  return Object.fromEntries(ids.map((id) => [id, notice]));
}
