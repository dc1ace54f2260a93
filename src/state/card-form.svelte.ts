import { readTags } from '../core/notes/tags';
import type { Id } from '../core/library/fields';
import type { Problem } from '../core/result';
import type { Passage } from '../core/study/passage';
import type { Card } from '../core/study/schema';
import type { LibraryState } from './library.svelte';

interface Fields {
  front: string;
  back: string;
  /** As they are typed: `#poa #exam`. */
  tags: string;
}

const tagsAsTyped = (tags: readonly string[]) => tags.map((tag) => `#${tag}`).join(' ');

/** One card in its form: a new one, of a passage or of the user's own words, or one that is there. */
export class CardFormState {
  readonly id: Id | null;
  readonly passage: Passage | null;
  fields: Fields;
  problem = $state.raw<Problem | null>(null);

  #library: LibraryState;
  #before: Fields;

  constructor(library: LibraryState, there: Card | null, passage: Passage | null) {
    this.#library = library;
    this.id = there?.id ?? null;
    this.passage = passage;
    this.#before = there
      ? { front: there.front, back: there.back, tags: tagsAsTyped(there.tags) }
      : { front: '', back: passage?.source.anchor.quote ?? '', tags: '' };
    this.fields = $state({ ...this.#before });
  }

  get isChanged(): boolean {
    const { front, back, tags } = this.#before;
    return this.fields.front !== front || this.fields.back !== back || this.fields.tags !== tags;
  }

  swap(): void {
    const { front, back } = this.fields;
    this.fields.front = back;
    this.fields.back = front;
  }

  again(): void {
    this.problem = null;
  }

  /** Saves what was changed, if it is sound; false when it is not and stays in the form. */
  async keep(): Promise<boolean> {
    return !this.isChanged || this.save();
  }

  /** False when something keeps it from being saved; `problem` says what. */
  async save(): Promise<boolean> {
    const { front, back } = this.fields;
    const fields = { front, back, tags: readTags(this.fields.tags) };
    const done = await this.#library.dispatch(
      this.id === null
        ? { type: 'card.add', ...fields, source: this.passage?.source ?? null }
        : { type: 'card.edit', id: this.id, changes: fields },
      { isQuiet: true },
    );
    this.problem = done.ok ? null : done.problem;
    return done.ok;
  }
}
