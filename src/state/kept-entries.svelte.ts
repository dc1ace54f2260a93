import type { Entry } from '../core/ceu/entry';
import type { OpenForms } from './open-forms';
import type { Waiting } from './certificates.svelte';

/** An activity that could not be saved when its form was left, and the certificates that wait for it. */
export interface KeptEntry {
  fields: Entry;
  waiting: readonly Waiting[];
}

/** By what the user knows it: its title, or the files that were handed in for it. */
export function nameOf({ fields, waiting }: KeptEntry): string {
  return fields.title.trim() || waiting.map(({ name }) => name).join(', ');
}

/** Activities with certificates that wait for a title, kept as long as the program runs. */
export class KeptEntries {
  all = $state.raw<readonly KeptEntry[]>([]);
  #forms: OpenForms;
  #forget = new Map<KeptEntry, () => void>();

  constructor(forms: OpenForms) {
    this.#forms = forms;
  }

  keep(entry: KeptEntry): void {
    this.all = [...this.all, entry];
    // The window does not close over it without a word.
    const form = { name: nameOf(entry), keep: () => Promise.resolve(false) };
    this.#forget.set(entry, this.#forms.add(form));
  }

  /** Hands one out, or gives it up. */
  take(entry: KeptEntry): void {
    this.all = this.all.filter((one) => one !== entry);
    this.#forget.get(entry)?.();
    this.#forget.delete(entry);
  }
}
