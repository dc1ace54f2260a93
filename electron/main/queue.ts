/** Runs jobs one at a time, in the order in which they were asked for; a failed one does not stop the next. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(job: () => Promise<T>): Promise<T> {
    const next = this.#last.then(job, job);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** All that was asked for so far is done. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
