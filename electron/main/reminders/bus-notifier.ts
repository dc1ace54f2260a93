import { callBus, noticeService } from '../bus';
import { notifyArguments } from './bus-words';
import type { Shown } from './planner';
import type { NoticeWords } from './words';

/**
 * Shows notices by a program that ends at once, on Linux. A notice of Electron's own belongs to the
 * process that sent it, and GNOME Shell takes it away together with that process.
 */
export class BusNotifier {
  #icon: string;
  #capabilities: string | null = null;

  constructor(icon: string) {
    this.#icon = icon;
  }

  async isReady(): Promise<boolean> {
    const method = 'org.freedesktop.Notifications.GetCapabilities';
    const answer = await callBus({ ...noticeService, method });
    this.#capabilities = answer.kind === 'said' ? answer.text : null;
    return this.#capabilities !== null;
  }

  async show(words: NoticeWords): Promise<Shown> {
    const readsMarkup = this.#capabilities?.includes("'body-markup'") ?? false;
    const method = 'org.freedesktop.Notifications.Notify';
    const args = notifyArguments(words, { icon: this.#icon, readsMarkup });
    const answer = await callBus({ ...noticeService, method, args, seconds: 5 });
    if (answer.kind === 'said') return 'shown';
    return answer.kind === 'silent' ? 'unanswered' : 'failed';
  }
}
