import type { Clock } from '../clock';
import type { DeviceKeeper } from '../device-keeper';
import type { TellBug } from '../funnel';
import type { Log } from '../log';
import { momentOf } from '../moment';
import type { Device } from '../storage/device';
import type { LibraryStore } from '../storage/types';
import { keptNotices, mostAttempts, wasTold } from './notices';
import { noticesDue } from './plan';
import { noticeWords, type NoticeWords } from './words';

/** What the system said of a notice; `unanswered`: nothing, so that it may or may not have been seen. */
export type Shown = 'shown' | 'failed' | 'unanswered';

type Notices = Device['notices'];

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
    readonly store: Pick<LibraryStore, 'isSample' | 'library' | 'isAnothers'> | null;
    readonly device: Pick<DeviceKeeper, 'current' | 'change'>;
  };
  notifier: NoticeService;
}

/**
 * Decides what to tell. Each occurrence is noted before the system is asked and again once it has
 * shown it. What was only tried is tried once more at the next start and then counts as told: neither
 * crashes nor a service that never answers in time repeat it more often, and the list has it.
 */
export class Planner {
  #needs: Needs;
  /** Not asked for again before the next start: each may well have been seen. */
  #unanswered = new Set<string>();
  #wasAnothers = false;
  #looking: Promise<void> | null = null;
  #looksAgain = false;
  /** What the system is being asked to show. */
  #asked: Notices | null = null;
  #isStopped = false;

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

  /**
   * Asks the system for nothing more, because somebody opens the program and has the list before them. What the
   * system has not answered for yet counts as told: asked again, a service that hangs would stop the program.
   */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const toldByList = (notice: Notices[string]) => ({ ...notice, attempts: mostAttempts });
    if (this.#asked !== null) await this.#note(mapped(this.#asked, toldByList));
  }

  async #lookUntilDone(): Promise<void> {
    while (this.#looksAgain && !this.#isStopped) {
      this.#looksAgain = false;
      await this.#lookOnce().catch((error: unknown) => this.#needs.tellBug(error, 'reminders'));
    }
  }

  async #lookOnce(): Promise<void> {
    const { clock, log, notifier } = this.#needs;
    const { store, device } = this.#needs.session;
    if (store === null || store.isSample || (await this.#isAnothers(store))) return;
    const wasKept = wasTold(device.current.notices);
    const isTold = (id: string) => this.#unanswered.has(id) || wasKept(id);
    const due = noticesDue(store.library, momentOf(clock), isTold);
    const words = noticeWords(due);
    if (words === null || !(await notifier.isReady()) || this.#isStopped) return;
    const before = device.current.notices;
    const attemptedAt = clock.now();
    const tried: Notices = {};
    for (const { id } of due) {
      const attempts = (before[id]?.attempts ?? 0) + 1;
      tried[id] = { attemptedAt, shownAt: null, attempts };
    }
    await this.#note(tried);
    if (this.#isStopped) return;
    this.#asked = tried;
    const shown = await notifier.show(words).finally(() => (this.#asked = null));
    log.info('notice', { count: due.length, shown });
    if (shown === 'shown') {
      const shownAt = clock.now();
      await this.#note(mapped(tried, (notice) => ({ ...notice, shownAt })));
    } else if (shown === 'unanswered') {
      for (const { id } of due) this.#unanswered.add(id);
    } else {
      // It was not seen: the system is asked again when it can show it, as if it had not been asked yet.
      await this.#note(mapped(tried, (_, id) => before[id]));
    }
  }

  /** Who has a library open tells what is due in it, and notes that where this program cannot. */
  async #isAnothers(store: Pick<LibraryStore, 'isAnothers'>): Promise<boolean> {
    const isAnothers = await store.isAnothers();
    if (isAnothers && !this.#wasAnothers) this.#needs.log.info('notices', { left: 'to the owner' });
    this.#wasAnothers = isAnothers;
    return isAnothers;
  }

  /** Notes notices as they are now; undefined takes a note away. */
  #note(notices: Record<string, Notices[string] | undefined>): Promise<void> {
    const { device } = this.#needs.session;
    const kept = keptNotices(device.current.notices, momentOf(this.#needs.clock).today);
    const entries = Object.entries({ ...kept, ...notices });
    const known = entries.filter(
      (entry): entry is [string, Notices[string]] => entry[1] !== undefined,
    );
    return device.change({ notices: Object.fromEntries(known) });
  }
}

function mapped<T>(
  notices: Notices,
  make: (notice: Notices[string], id: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(notices).map(([id, one]) => [id, make(one, id)]));
}
