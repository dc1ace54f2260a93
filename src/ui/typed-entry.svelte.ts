import type { Problem, Result } from '../core/result';

interface Needs<T> {
  /** What stands there now; null for nothing. */
  value: () => T | null;
  /** How a text reads; it is not asked about an empty one. */
  read: (text: string) => Result<T>;
  show: (value: T) => string;
  /** Takes over what a text says; null for an empty one. What cannot be read may be left out of account. */
  take: (reading: Result<T> | null) => void;
}

/** What is being typed where a value of another kind is meant, shown as typed until it is left. */
export class TypedEntry<T> {
  readonly #needs: Needs<T>;
  /** The text and what stood there after it; void once that is set from elsewhere. */
  #entry = $state.raw<{ text: string; value: T | null } | null>(null);
  #hasLeft = $state(true);

  readonly typed: string | null = $derived.by(() =>
    this.#entry && this.#entry.value === this.#needs.value() ? this.#entry.text : null,
  );
  readonly shown: string = $derived.by(() => {
    const value = this.#needs.value();
    return this.typed ?? (value === null ? '' : this.#needs.show(value));
  });
  readonly reading: Result<T> | null = $derived.by(() => this.#read(this.typed ?? ''));
  readonly unread: Problem | null = $derived(
    this.reading && !this.reading.ok ? this.reading.problem : null,
  );
  /** Why it cannot be read: said once the field is left, not while it is typed into. */
  readonly fault: Problem | null = $derived(this.#hasLeft ? this.unread : null);

  constructor(needs: Needs<T>) {
    this.#needs = needs;
  }

  readonly type = (text: string): void => {
    this.#needs.take(this.#read(text));
    this.#entry = { text, value: this.#needs.value() };
    this.#hasLeft = false;
  };

  /** What was understood is written out; what was not stays for the user to mend. Whether it was understood. */
  readonly leave = (): boolean => {
    this.#hasLeft = true;
    if (this.unread) return false;
    this.#entry = null;
    return true;
  };

  #read(text: string): Result<T> | null {
    return text.trim() === '' ? null : this.#needs.read(text);
  }
}
