import type { Log } from './storage/disk';

/** Those who want to hear of something. One that fails keeps nobody else from hearing it. */
export class Listeners<T> {
  readonly #all = new Set<(news: T) => void>();

  constructor(private readonly log: Log) {}

  /** Returns the function that ends the listening. */
  add(listen: (news: T) => void): () => void {
    this.#all.add(listen);
    return () => this.#all.delete(listen);
  }

  tell(news: T): void {
    for (const listen of this.#all) {
      try {
        listen(news);
      } catch (error) {
        this.log.error('a listener failed', error);
      }
    }
  }
}
