import { fieldsOf, type Entry } from '../core/ceu/entry';
import type { Id } from '../core/library/fields';
import type { Problem } from '../core/result';
import type { Waiting } from './certificates.svelte';
import type { KeptEntry } from './kept-entries.svelte';
import type { LibraryState } from './library.svelte';

/** How long the hands must rest before what is sound is saved without being asked. */
const restTime = 3000;

/**
 * One activity in the entry form. It saves itself: after a rest, when the form is left, and when the user is
 * done. What is not sound yet stays in the form and says why.
 */
export class EntryState {
  fields: Entry;
  id = $state.raw<Id | null>(null);
  problem = $state.raw<Problem | null>(null);
  isSaved = $state.raw(false);

  /** Told after each save, before the form may close: what waited for the activity goes on. */
  onSaved: (() => Promise<void>) | null = null;
  /** Certificates that wait until the activity is saved. */
  waiting: () => readonly Waiting[] = () => [];

  /** Bodies that the user said yes or no to; only about the others a proposal may speak. */
  #chosen = new Set<string>();
  #library: LibraryState;
  /** The entry as the library has it, to tell what was changed by hand. */
  #saved: Entry;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #isDropped = false;
  #last: Promise<boolean> = Promise.resolve(true);

  constructor(library: LibraryState, entry: Entry, id: Id | null) {
    this.#library = library;
    this.#saved = entry;
    this.fields = $state(structuredClone(entry));
    this.id = id;
    this.isSaved = id !== null;
  }

  get isNew(): boolean {
    return this.id === null;
  }

  /** Whether something besides the fields waits to be kept. */
  isHolding(): boolean {
    return this.waiting().length > 0;
  }

  /** What would be lost with the form: a new activity that could not be saved, with files that wait for it. */
  get lost(): KeptEntry | null {
    if (this.#isDropped || !this.isNew || !this.isHolding()) return null;
    return { fields: this.#entry(), waiting: this.waiting() };
  }

  get isChanged(): boolean {
    return JSON.stringify(this.#entry()) !== JSON.stringify(this.#saved);
  }

  /** The user claims it at a body, or not; from then on no proposal changes that. */
  choose(body: string, isOn: boolean): void {
    const claim = this.fields.claims[body];
    if (!claim) return;
    claim.isOn = isOn;
    this.#chosen.add(body);
    this.touched();
  }

  /** Claims what is proposed, as long as the entry is new and the user did not choose. */
  propose(bodies: ReadonlySet<string>): void {
    if (!this.isNew) return;
    for (const [body, claim] of Object.entries(this.fields.claims)) {
      if (!this.#chosen.has(body)) claim.isOn = bodies.has(body);
    }
  }

  repeatSponsor(sponsor: string): void {
    this.fields.sponsor = sponsor;
    this.touched();
  }

  /** To be called at each change by hand; saves after a rest. */
  touched(): void {
    this.isSaved = false;
    this.problem = null;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      if (fieldsOf(this.#entry()).ok) void this.save();
    }, restTime);
  }

  /** Saves what changed, one save after the other; false when something keeps it from being saved. */
  save(): Promise<boolean> {
    clearTimeout(this.#rest);
    if (this.#isDropped) return Promise.resolve(true);
    this.#last = this.#last.then(() => this.#saveNow());
    return this.#last;
  }

  /** Leaving an untouched new form is not an attempt to save it. */
  async leave(): Promise<void> {
    if (this.isChanged) await this.save();
    clearTimeout(this.#rest);
  }

  /** Nothing more is saved from here: what is not saved yet is given up, also when the form loses the focus. */
  drop(): void {
    this.#isDropped = true;
    clearTimeout(this.#rest);
  }

  /** The library's activity was changed elsewhere, such as by undo: shows it, unless something is being typed. */
  refresh(entry: Entry): void {
    if (this.isChanged || JSON.stringify(entry) === JSON.stringify(this.#saved)) return;
    this.#saved = entry;
    Object.assign(this.fields, structuredClone(entry));
    this.problem = null;
  }

  #entry(): Entry {
    return $state.snapshot(this.fields);
  }

  async #saveNow(): Promise<boolean> {
    const entry = this.#entry();
    if (this.id !== null && !this.isChanged) return true;
    const fields = fieldsOf(entry);
    if (!fields.ok) {
      this.problem = fields.problem;
      return false;
    }
    const { claims, ...whole } = fields.value;
    // Only what was changed here is written, so that a change made elsewhere meanwhile stays.
    const saved = this.#saved;
    const changes = Object.fromEntries(
      Object.entries(whole).filter(([key, value]) => value !== saved[key as keyof typeof whole]),
    );
    const result = await this.#library.dispatch(
      this.id === null
        ? { type: 'activity.log', ...fields.value }
        : { type: 'activity.edit', id: this.id, changes, claims },
      { isQuiet: true },
    );
    if (!result.ok) {
      this.problem = result.problem;
      return false;
    }
    this.id ??= result.value.id;
    this.#saved = entry;
    this.problem = null;
    this.isSaved = !this.isChanged;
    await this.onSaved?.();
    return true;
  }
}
