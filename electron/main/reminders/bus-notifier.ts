import { askNoticeService, callBus, noticeService } from '../bus';
import { notifyArguments, withWayToAnswer } from './bus-words';
import type { Shown } from './planner';
import type { NoticeWords } from './words';

/**
 * Shows notices by a program that ends at once, on Linux. A notice of Electron's own belongs to the
 * process that sent it, and GNOME Shell takes it away together with that process.
 */
export class BusNotifier {
  #icon: string;
  #readsMarkup = false;

  constructor(icon: string) {
    this.#icon = icon;
  }

  async isReady(): Promise<boolean> {
    const service = await askNoticeService();
    this.#readsMarkup = service?.readsMarkup ?? false;
    return service !== null;
  }

  async show(words: NoticeWords): Promise<Shown> {
    const method = 'org.freedesktop.Notifications.Notify';
    const body = withWayToAnswer(words.body);
    const args = notifyArguments(
      { ...words, body },
      { icon: this.#icon, readsMarkup: this.#readsMarkup },
    );
    const answer = await callBus({ ...noticeService, method, args, seconds: 5 });
    if (answer.kind === 'said') return 'shown';
    return answer.kind === 'silent' ? 'unanswered' : 'failed';
  }
}
