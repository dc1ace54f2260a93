import type { Wanted } from '../core/guide/matches';
import type { Hit } from '../core/guide/search';
import type { TextFound } from '../core/guide/text-search';
import type { Id } from '../core/library/fields';
import { live } from '../core/library/live';
import type { Highlight } from '../core/notes/schema';
import type { HeldSection } from './document-messages';
import type { DocumentReader } from './document-reader';
import type { DocumentsState } from './documents.svelte';
import type { LibraryState } from './library.svelte';
import { guideDocument } from './notes.svelte';

/** A place in a text of the user's own, or one of their notes. `chapter` is the text, `section` may be the note. */
export interface OwnHit extends Hit {
  group: 'document' | 'note';
  /** Of the text that it stands in. */
  title: string;
  /** Of its section; of a note, nothing. */
  about: string;
}

export const isOwnHit = (hit: Hit): hit is OwnHit => 'group' in hit;

const notesKey = 'notes';

/** What texts of the user's own and their notes hold of what is looked for; a worker looks. */
export class OwnSearch {
  #found = $state.raw<ReadonlyMap<string, TextFound>>(new Map());
  #library: LibraryState;
  #reader: DocumentReader;
  #held: unknown = null;
  #turn = 0;

  constructor(library: LibraryState, reader: DocumentReader) {
    this.#library = library;
    this.#reader = reader;
  }

  wantedIn(document: Id): Wanted | null {
    return this.#found.get(document)?.wanted ?? null;
  }

  /** Looks for it; what it finds comes text by text. An empty search finds nothing. */
  async look(typed: string, documents: DocumentsState): Promise<void> {
    const turn = ++this.#turn;
    if (typed.trim() === '') {
      this.#found = new Map();
      void this.#reader.find([], typed, () => undefined);
      return;
    }
    await this.#library.ensure('highlights', 'documents');
    if (turn !== this.#turn) return;
    this.#holdNotes();
    const told = new Set<string>();
    const tell = (id: string) => (_: string, found: TextFound) => {
      if (turn !== this.#turn) return;
      told.add(id);
      this.#found = new Map([...this.#found, [id, found]]);
    };
    await this.#reader.find([notesKey], typed, tell(notesKey));
    for (const { id } of documents.list) {
      const text = documents.textOf(id);
      // A text that was never read is read for the search: no place is found by having been open before.
      if (text.read === null) await text.load();
      if (turn !== this.#turn) return;
      await this.#reader.find([text.key], typed, tell(id));
    }
    if (turn !== this.#turn) return;
    this.#found = new Map([...this.#found].filter(([id]) => told.has(id)));
  }

  /** In the order of the list of texts, notes last; numbered by whoever shows them. */
  hitsIn(documents: DocumentsState): OwnHit[] {
    const inTexts = documents.list.flatMap(({ id, title }) =>
      (this.#found.get(id)?.hits ?? []).map(
        ({ section, title: about, passage, snippet }): OwnHit => ({
          ...{ group: 'document', chapter: id, title, about, section, passage, snippet },
          ...{ number: 0, isCorrection: false },
        }),
      ),
    );
    const highlights = this.#library.data.highlights ?? {};
    const inNotes = (this.#found.get(notesKey)?.hits ?? []).flatMap(
      ({ section, title, passage, snippet }): OwnHit[] => {
        const highlight = highlights[section];
        if (!highlight || highlight.deletedAt !== undefined) return [];
        return [
          {
            ...{ group: 'note', chapter: highlight.document, title, about: '', section, passage },
            ...{ snippet, number: 0, isCorrection: false },
          },
        ];
      },
    );
    return [...inTexts, ...inNotes];
  }

  /** How many places a text has in all, where not all of them are listed. */
  countIn(document: Id): number {
    return this.#found.get(document)?.count ?? 0;
  }

  #holdNotes(): void {
    const { highlights, documents } = this.#library.data;
    if (this.#held === highlights) return;
    this.#held = highlights;
    const titleOf = ({ document }: Highlight) =>
      document === guideDocument ? 'The guide' : (documents?.[document]?.title ?? '');
    const sections = live(highlights ?? {}).map((highlight): HeldSection => {
      const { id, note, tags, anchor } = highlight;
      const text = [note, anchor.quote, ...tags.map((tag) => `#${tag}`)]
        .filter((part) => part !== '')
        .join('\n');
      return { id, title: titleOf(highlight), passages: [{ passage: `${id}:0`, text }], text };
    });
    this.#reader.hold(notesKey, sections);
  }
}
