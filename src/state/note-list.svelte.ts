import { fits } from '../core/notes/filter';
import type { HighlightKind } from '../core/notes/kinds';
import type { DocumentsState } from './documents.svelte';
import type { Mark, NotesState } from './notes.svelte';

/** All that is marked, in the guide and in texts of the user's own, as it is looked through. */
export class NoteList {
  readonly #guide: NotesState;
  readonly #documents: DocumentsState;
  text = $state('');
  /** Each of the three is empty where any will do. */
  kind = $state<HighlightKind | ''>('');
  tag = $state('');
  chapter = $state('');

  constructor(guide: NotesState, documents: DocumentsState) {
    this.#guide = guide;
    this.#documents = documents;
  }

  /** Of the guide, and of each text of the user's own in which something is marked. */
  readonly sources: readonly NotesState[] = $derived.by(() => [
    this.#guide,
    ...this.#documents.marked.map((text) => text.notes),
  ]);
  readonly marks: readonly Mark[] = $derived.by(() => this.sources.flatMap((one) => one.marks));
  readonly bookmarks = $derived.by(() =>
    this.sources.flatMap((source) => source.bookmarks.map((bookmark) => ({ source, bookmark }))),
  );
  readonly tags: readonly string[] = $derived.by(() => [
    ...new Set(this.sources.flatMap((one) => one.tags)),
  ]);
  readonly chapters = $derived.by(() =>
    this.sources.flatMap((source) => source.guide.chapters.map((one) => ({ source, one }))),
  );

  readonly isEmpty: boolean = $derived(this.marks.length + this.bookmarks.length === 0);
  readonly isFiltered: boolean = $derived(
    [this.text.trim(), this.kind, this.tag, this.chapter].some((one) => one !== ''),
  );
  readonly shown: readonly Mark[] = $derived.by(() => {
    const { text, chapter } = this;
    const wanted = { text, kind: this.kind || null, tag: this.tag || null };
    return this.marks.filter(
      (mark) => (chapter === '' || mark.chapter?.id === chapter) && fits(mark.highlight, wanted),
    );
  });
  /** Those that are shown, by the chapter or text in which they stand. */
  readonly groups = $derived.by(() =>
    this.chapters
      .map(({ source, one }) => {
        const isIn = (mark: Mark) =>
          mark.chapter?.id === one.id && (mark.place !== null || mark.isSought);
        return { source, one, marks: this.shown.filter(isIn) };
      })
      .filter(({ marks }) => marks.length > 0),
  );
  /** Their words are no longer in the text. */
  readonly orphans: readonly Mark[] = $derived(
    this.shown.filter(({ place, isSought }) => place === null && !isSought),
  );

  sourceOf({ highlight }: Mark): NotesState {
    return this.sources.find(({ document }) => document === highlight.document) ?? this.#guide;
  }
}
