import { anchorFinder, anchorOf, type Found } from '../core/guide/anchor';
import type { Id } from '../core/library/fields';
import { live } from '../core/library/live';
import type { HighlightKind } from '../core/notes/kinds';
import { bookmarkId, type Bookmark, type Highlight } from '../core/notes/schema';
import type { LibraryState } from './library.svelte';
import type { TextPart, Texts } from './reader';

/** The guide's name among documents. */
export const guideDocument = 'guide';

/** Words of the text that are to be marked. */
export interface Target {
  section: string;
  start: number;
  end: number;
}

/** A highlight with the words it stands on now; those of an orphan are no longer in the text. */
export interface Mark {
  highlight: Highlight;
  place: Target | null;
  /** The chapter of the place; of an orphan the one in which it was marked, if that is still there. */
  chapter: TextPart | null;
  /** Where it stands in a text of the user's own is still being looked for. */
  isSought: boolean;
}

/** A text of the user's own, in which passages are found by a worker: null until it has answered. */
interface OwnText {
  document: Id;
  find: (highlight: Highlight) => Found | null;
}

/** What the user marked in the guide, and what is being marked or edited. */
export class NotesState {
  /** What a highlight would be made of now. */
  target = $state.raw<Target | null>(null);
  /** The highlight whose note is open. */
  editedId = $state.raw<Id | null>(null);

  /** All notes are listed where the chapter would stand. */
  isListOpen = $state(false);
  /** The highlight to go to once its chapter is drawn. */
  soughtId = $state.raw<Id | null>(null);

  readonly guide: Texts;
  /** `guide`, or the id of the text of the user's own. */
  readonly document: string;
  #library: LibraryState;
  #find: (highlight: Highlight) => Found | null;

  constructor(library: LibraryState, guide: Texts, own?: OwnText) {
    this.#library = library;
    this.guide = guide;
    this.document = own?.document ?? guideDocument;
    this.#find = own?.find ?? finderIn(guide);
  }

  /** Where each section stands in the whole text. */
  readonly #order: Map<string, number> = $derived.by(() => {
    const sections = this.guide.chapters.flatMap((chapter) => this.guide.textsOf(chapter));
    return new Map(sections.map(({ id }, at) => [id, at]));
  });

  readonly isReady: boolean = $derived.by(() => this.#library.has('highlights', 'bookmarks'));
  /** In the order of the text; orphans come last. */
  readonly marks: Mark[] = $derived.by(() =>
    live(this.#library.data.highlights ?? {})
      .filter(({ document }) => document === this.document)
      .map((highlight) => this.#markOf(highlight))
      .sort((one, other) => this.#rank(one) - this.#rank(other)),
  );
  readonly orphans: Mark[] = $derived.by(() =>
    this.marks.filter(({ place, isSought }) => place === null && !isSought),
  );
  /** In the order of the text, by section. */
  readonly bookmarks: Bookmark[] = $derived.by(() =>
    live(this.#library.data.bookmarks ?? {})
      .filter(({ document }) => document === this.document)
      .sort((one, other) => this.#at(one.section) - this.#at(other.section)),
  );
  /** Tags in use, by the alphabet. */
  readonly tags: string[] = $derived.by(() => {
    const all = this.marks.flatMap(({ highlight }) => highlight.tags);
    return [...new Set(all)].sort((one, other) => one.localeCompare(other));
  });
  readonly edited: Mark | null = $derived.by(
    () => this.marks.find(({ highlight }) => highlight.id === this.editedId) ?? null,
  );

  inChapter(chapter: TextPart): Mark[] {
    return this.marks.filter((mark) => mark.place !== null && mark.chapter?.id === chapter.id);
  }

  /** Also those of the corrections beside it. */
  inSection(section: string): Mark[] {
    return this.marks.filter(
      ({ place }) => place && this.guide.besideOf(place.section) === section,
    );
  }

  isBookmarked(section: string): boolean {
    return this.bookmarks.some((one) => one.section === section);
  }

  /**
   * Marks the target; the same words marked once more change their kind, or keep it where none is said.
   * Null where it could not be done.
   */
  async mark(target: Target, kind: HighlightKind | null): Promise<Id | null> {
    const section = this.guide.sectionOf(target.section);
    const chapter = this.guide.chapterOf(target.section);
    if (!section || !chapter) return null;
    const same = this.marks.find(
      ({ place }) =>
        place?.section === target.section &&
        place.start === target.start &&
        place.end === target.end,
    );
    if (same && kind === null) return same.highlight.id;
    const done = await this.#library.dispatch(
      same && kind
        ? { type: 'highlight.edit', id: same.highlight.id, changes: { kind } }
        : {
            ...{ type: 'highlight.add', document: this.document, chapter: chapter.id },
            anchor: anchorOf(section, target.start, target.end),
            ...{ kind: kind ?? 'key', note: '', tags: [] },
          },
    );
    return done.ok ? done.value.id : null;
  }

  async remove(id: Id): Promise<void> {
    await this.#library.dispatch({ type: 'highlight.delete', id });
  }

  /** Sets a section's bookmark, or takes it away. */
  async toggleBookmark(section: string): Promise<void> {
    const chapter = this.guide.chapterOf(section);
    const title = this.guide.sectionOf(section)?.title;
    if (this.isBookmarked(section) || !chapter || title === undefined) {
      return this.removeBookmark(bookmarkId(this.document, section));
    }
    await this.#library.dispatch({
      ...{ type: 'bookmark.add', document: this.document, chapter: chapter.id, section, title },
    });
  }

  async removeBookmark(id: Id): Promise<void> {
    await this.#library.dispatch({ type: 'bookmark.delete', id });
  }

  #markOf(highlight: Highlight): Mark {
    const found = this.#find(highlight);
    if (!found || found.kind === 'orphan') {
      const chapter = this.guide.chapters.find(({ id }) => id === highlight.chapter) ?? null;
      return { highlight, place: null, chapter, isSought: found === null };
    }
    const { section, start, end } = found;
    return {
      ...{ highlight, place: { section, start, end }, isSought: false },
      chapter: this.guide.chapterOf(section),
    };
  }

  #at(section: string): number {
    return this.#order.get(section) ?? this.#order.size;
  }

  #rank({ place }: Mark): number {
    // A section's text is far shorter than this.
    return place ? this.#at(place.section) * 1e7 + place.start : Number.MAX_SAFE_INTEGER;
  }
}

/** Looked for once for each passage, since the guide does not change while the program runs. */
function finderIn(guide: Texts): (highlight: Highlight) => Found {
  const find = anchorFinder(guide.chapters.flatMap((chapter) => guide.textsOf(chapter)));
  const known = new WeakMap<object, Found>();
  return ({ anchor }) => {
    const found = known.get(anchor) ?? find(anchor);
    known.set(anchor, found);
    return found;
  };
}
