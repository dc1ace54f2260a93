import { Notification } from 'electron';
import { askNoticeService } from '../bus';
import type { Clock } from '../clock';
import type { NoticeAction } from './actions';
import { withoutMarkup } from './bus-words';
import type { Shown } from './planner';
import type { NoticeWords } from './words';

/** A service that did not answer is not asked again at every tick. */
const pause = 10 * 60_000;
/** Longer than any service takes to say that it has shown a notice. */
const patience = 10_000;

interface Needs {
  clock: Clock;
  icon: string;
  /** Opens the window at a screen. */
  open: (screen: string) => void;
  /** Carries out what a button of a notice says. */
  act: (action: NoticeAction, screen: string) => void;
}

/** Shows system notices, once it is known that asking for one does not stop the program. */
export class Notifier {
  #needs: Needs;
  /** Electron forgets a notice, and its click, that nothing else holds. */
  #held = new Set<Notification>();
  #failedAt = -Infinity;
  #readsMarkup = false;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Asked before each notice: a service that answered the last one may hang by now. */
  async isReady(): Promise<boolean> {
    const now = Date.parse(this.#needs.clock.now());
    if (Math.abs(now - this.#failedAt) < pause) return false;
    const service = Notification.isSupported() ? await this.#ask() : null;
    if (service === null) this.#failedAt = now;
    this.#readsMarkup = service?.readsMarkup ?? false;
    return service !== null;
  }

  /** `Notification.isSupported()` is true on Linux without any service, and nowhere else need one be asked. */
  #ask() {
    return process.platform === 'linux' ? askNoticeService() : { readsMarkup: false };
  }

  show({ title, body, screen, actions }: NoticeWords): Promise<Shown> {
    // Systems without buttons leave them out, and a click is what is left.
    const buttons = actions.map(({ text }) => ({ type: 'button' as const, text }));
    // Electron hands the body on as it is.
    const text = this.#readsMarkup ? withoutMarkup(body) : body;
    const { icon } = this.#needs;
    const notice = new Notification({ title, body: text, icon, actions: buttons });
    this.#held.add(notice);
    const forget = () => this.#held.delete(notice);
    notice.on('click', () => {
      forget();
      this.#needs.open(screen);
    });
    notice.on('action', ({ actionIndex }: { actionIndex?: number }, formerIndex) => {
      forget();
      // Older versions of Electron say it only in the second place.
      const action = actions[actionIndex ?? formerIndex];
      if (action !== undefined) this.#needs.act(action, screen);
    });
    notice.on('close', forget);
    return new Promise((resolve) => {
      const settle = (shown: Shown) => {
        clearTimeout(timer);
        resolve(shown);
      };
      const doubt = (shown: Shown) => {
        this.#failedAt = Date.parse(this.#needs.clock.now());
        settle(shown);
      };
      const timer = setTimeout(() => doubt('unanswered'), patience);
      notice.on('show', () => settle('shown'));
      notice.on('failed', () => {
        forget();
        doubt('failed');
      });
      notice.show();
    });
  }
}
