import type { Anchor, Found } from '../core/guide/anchor';
import type { OwnSection } from '../core/guide/own-document';
import type { TextFound } from '../core/guide/text-search';
import type { Answer, HeldSection, Question } from './document-messages';
import { startDocumentWorker } from './workers';

/** A text that takes longer is hostile, or no text: its source is shown instead. */
const timeLimit = 5000;

/** How a text could be read: as Markdown, or as it was typed, and then why. */
export type Read = 'markdown' | 'too-long' | 'too-deep';

type Outcome = Extract<Answer, { kind: 'done' | 'too-deep' | 'places' | 'hits' }> | 'too-long';

/**
 * The window's side of the worker that reads texts: one question at a time, since a text may have to be
 * stopped, and everything it held is then given to the next worker again.
 */
export class DocumentReader {
  #worker: Worker | null = null;
  #held = new Map<string, readonly HeldSection[]>();
  /** What the present worker has. */
  #given = new Set<string>();
  #queue: Promise<unknown> = Promise.resolve();
  #newestSearch = 0;

  /** Reads a text, telling its sections as they come. After `tell(null)` they come anew, as its source. */
  read(key: string, text: string, tell: (sections: OwnSection[] | null) => void): Promise<Read> {
    return this.#inTurn(async () => {
      const sections: OwnSection[] = [];
      const hear = (portion: OwnSection[]) => {
        sections.push(...portion);
        tell(portion);
      };
      const outcome = await this.#ask({ kind: 'read', key, text, isSource: false }, hear);
      let read: Read = 'markdown';
      if (outcome === 'too-long' || outcome.kind === 'too-deep') {
        read = outcome === 'too-long' ? 'too-long' : 'too-deep';
        sections.length = 0;
        tell(null);
        await this.#ask({ kind: 'read', key, text, isSource: true }, hear);
      }
      this.#held.set(key, sections);
      this.#given.add(key);
      return read;
    });
  }

  /** Has something searched that is no text of its own, such as notes. */
  hold(key: string, sections: readonly HeldSection[]): void {
    this.#held.set(key, sections);
    this.#given.delete(key);
  }

  forget(key: string): void {
    this.#held.delete(key);
    if (this.#given.delete(key)) void this.#inTurn(() => this.#ask({ kind: 'forget', key }));
  }

  /** Where the anchors stand in a text that was read. */
  place(key: string, anchors: readonly Anchor[]): Promise<Found[]> {
    return this.#inTurn(async () => {
      await this.#give(key);
      const answer = await this.#ask({ kind: 'anchors', key, anchors: plain(anchors) });
      const isAnswer = answer !== 'too-long' && answer.kind === 'places';
      return isAnswer ? answer.found : anchors.map((): Found => ({ kind: 'orphan' }));
    });
  }

  /** Searches several texts; what is typed meanwhile ends it, and then nothing is told. */
  async find(
    keys: readonly string[],
    typed: string,
    tell: (key: string, found: TextFound) => void,
  ): Promise<void> {
    const turn = ++this.#newestSearch;
    for (const key of keys) {
      await this.#inTurn(async () => {
        if (turn !== this.#newestSearch || !this.#held.has(key)) return;
        await this.#give(key);
        const answer = await this.#ask({ kind: 'find', key, typed });
        if (turn !== this.#newestSearch) return;
        if (answer !== 'too-long' && answer.kind === 'hits') tell(key, answer.found);
      });
    }
  }

  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#held.clear();
    this.#given.clear();
    // What still waits for its turn finds nothing and asks nobody.
    this.#isEnded = true;
  }
  #isEnded = false;

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(run);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #give(key: string): Promise<void> {
    const sections = this.#held.get(key);
    if (!sections || this.#given.has(key)) return;
    const held = sections.map(({ id, title, passages, text }) => ({ id, title, passages, text }));
    await this.#ask({ kind: 'hold', key, sections: held });
    this.#given.add(key);
  }

  #ask(question: Question, hear?: (sections: OwnSection[]) => void): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      // The screen is gone, and nobody waits for an answer.
      if (this.#isEnded) return;
      const worker = (this.#worker ??= startDocumentWorker());
      const listen = new AbortController();
      let limit: ReturnType<typeof setTimeout> | undefined;
      const finish = (outcome: Outcome) => {
        clearTimeout(limit);
        listen.abort();
        resolve(outcome);
      };
      const fail = (message: string) => {
        clearTimeout(limit);
        listen.abort();
        this.#stop();
        reject(new Error(message));
      };
      const { signal } = listen;
      worker.addEventListener('error', (event) => fail(event.message), { signal });
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Answer>) => {
          if (data.kind === 'begun') {
            limit = setTimeout(() => {
              this.#stop();
              finish('too-long');
            }, timeLimit);
          } else if (data.kind === 'portion') hear?.(data.sections);
          else if (data.kind === 'failed') fail(`${data.message}\n${data.stack}`);
          else finish(data);
        },
        { signal },
      );
      worker.postMessage(question);
    });
  }

  #stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#given.clear();
  }
}

/** Without the proxies and prototypes that a message cannot carry. */
function plain(anchors: readonly Anchor[]): Anchor[] {
  return anchors.map(({ section, start, quote, before, after }) => ({
    ...{ section, start, quote, before, after },
  }));
}
