import { onDestroy } from 'svelte';
import type { ShellState } from './shell.svelte';

/** A form that is typed into, and saved when it is answered. */
export interface Answered {
  readonly isChanged: boolean;
  /** Saves all of it; false when something keeps it from that, which is said at its field. */
  save: () => Promise<boolean>;
  /** Saves what was changed, if it is sound. The command is sent before anything is awaited: the page may end. */
  keep: () => Promise<boolean>;
  /** It is shown again after it was closed. What could not be read is not shown again, so it is not minded. */
  again: () => void;
}

/** The record that a form is about, as it was when the form was opened; null of a new one. */
type There = { updatedAt: string } | null;

/** What was typed into forms that were closed without an answer, by what each is about. */
export type Kept<F> = Map<string, { form: F; updatedAt: string | null }>;

/**
 * The place for one form at a time. Closed, it keeps what was typed for the next time; dropped, it forgets it; left
 * together with its screen, what is sound is saved and the rest is kept.
 */
export class FormSlot<F extends Answered> {
  form = $state.raw<F | null>(null);
  #key = '';
  #updatedAt: string | null = null;
  #kept: Kept<F>;
  /** The form whose command is under way: asked for again meanwhile, it is saved once. */
  #saving: { form: F; done: Promise<boolean> } | null = null;

  /** `kept` belongs to the open library, so that it outlives the screen. */
  constructor(kept: Kept<F>) {
    this.#kept = kept;
  }

  /** Opens what was kept of it, or else what `make` makes. What was changed elsewhere meanwhile is shown as it is now. */
  open(key: string, there: There, make: () => F): F {
    this.close();
    const updatedAt = there?.updatedAt ?? null;
    const kept = this.#kept.get(key);
    this.#kept.delete(key);
    this.#key = key;
    this.#updatedAt = updatedAt;
    if (kept?.updatedAt !== updatedAt) return (this.form = make());
    kept.form.again();
    return (this.form = kept.form);
  }

  /** Closed without an answer: what was typed waits for the form to be opened again. One that is being saved stays. */
  close(): void {
    const form = this.form;
    if (form && this.#saving?.form === form) return;
    if (form?.isChanged) this.#kept.set(this.#key, { form, updatedAt: this.#updatedAt });
    this.form = null;
  }

  /** What was typed is given up, or is in the library. */
  drop(): void {
    this.form = null;
  }

  /** The form is answered: saved and left, unless something keeps it from that. */
  save(): Promise<boolean> {
    return this.#once((form) => form.save());
  }

  /** The window closes: what is sound in the open form is saved, and the form left. */
  keep(): Promise<boolean> {
    return this.#once((form) => form.keep());
  }

  #once(run: (form: F) => Promise<boolean>): Promise<boolean> {
    const { form } = this;
    if (!form) return Promise.resolve(true);
    if (this.#saving?.form === form) return this.#saving.done;
    const saving = { form, done: this.#run(form, run) };
    this.#saving = saving;
    return saving.done;
  }

  async #run(form: F, run: (form: F) => Promise<boolean>): Promise<boolean> {
    try {
      const isSaved = await run(form);
      if (isSaved && this.form === form) this.drop();
      return isSaved;
    } finally {
      if (this.#saving?.form === form) this.#saving = null;
    }
  }

  /** The screen is left: what is sound in the open form is saved, and what is not waits for the next time. */
  async leave(): Promise<void> {
    if (!(await this.keep())) this.close();
  }
}

/** Called where a screen is made: what is typed is not lost with it, nor saved into another library opened meanwhile. */
export function leaveWithScreen(shell: ShellState, ...slots: readonly FormSlot<Answered>[]): void {
  const { opening } = shell;
  onDestroy(() => {
    if (shell.opening !== opening) return;
    for (const slot of slots) void slot.leave();
  });
}
