import { anchorOf, type Anchor, type Found } from '../core/guide/anchor';
import { opening, type OwnSection } from '../core/guide/own-document';
import type { Api, Edition, ReadingPlace } from '../core/ipc';
import type { Id } from '../core/library/fields';
import type { Highlight } from '../core/notes/schema';
import type { Problem } from '../core/result';
import type { DocumentReader, Read } from './document-reader';
import type { LibraryState } from './library.svelte';
import { NotesState } from './notes.svelte';
import type { TextPart, Texts } from './reader';

interface Needs {
  api: Api;
  library: LibraryState;
  reader: DocumentReader;
}

/** How much of the text, from the place on, is looked for in the next edition. */
const lineLength = 120;

/** One text of the user's own as far as it was read, with what they marked in it. */
export class OwnText {
  readonly id: Id;
  readonly edition: Edition;
  sections = $state.raw<readonly OwnSection[]>([]);
  /** How it could be read; null until its end is reached. */
  read = $state.raw<Read | null>(null);
  /** Why it could not be read; what was read before stays. */
  problem = $state.raw<Problem | null>(null);
  /** Of the bytes that were read last. */
  sha256: string | null = null;
  /** Told where the old text was left, after another one has taken its place. */
  onreplaced: ((place: (old: ReadingPlace) => Promise<ReadingPlace | null>) => void) | null = null;

  readonly notes: NotesState;
  readonly texts: Texts;
  #needs: Needs;
  #title: () => string;
  #places = $state.raw<ReadonlyMap<Id, Found>>(new Map());
  #asked = new Set<Id>();
  #loading: Promise<void> | null = null;

  constructor(needs: Needs, id: Id, edition: Edition, title: () => string) {
    this.#needs = needs;
    this.id = id;
    this.edition = edition;
    this.#title = title;
    const chapters = () => [this.part];
    this.texts = {
      get chapters() {
        return chapters();
      },
      chapterOf: (section) => (this.#byId.has(section) ? this.part : null),
      sectionOf: (section) => this.#byId.get(section) ?? null,
      textsOf: ({ sections }) => sections,
      besideOf: (section) => section,
      correctionsOf: () => [],
    };
    this.notes = new NotesState(needs.library, this.texts, {
      document: edition === 'now' ? id : `${id} `,
      find: ({ id: highlight }) => this.#places.get(highlight) ?? null,
    });
  }

  /** Apart, since the library changes with each command and the part is to stay the same. */
  readonly #name: string = $derived.by(() => this.#title());
  readonly part: TextPart = $derived.by(() => ({
    ...{ id: this.id, title: this.#name, sections: this.sections },
  }));
  readonly #byId: ReadonlyMap<string, OwnSection> = $derived.by(
    () => new Map(this.sections.map((section) => [section.id, section])),
  );

  /** What the worker knows it by. */
  get key(): string {
    return `${this.edition}:${this.id}`;
  }

  /** Reads it, or reads it again if its bytes are others by now; once at a time. */
  load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    const { api, reader } = this.#needs;
    const asked = await api.documentText(this.id, this.edition);
    this.problem = asked.ok ? null : asked.problem;
    if (!asked.ok || asked.value.sha256 === this.sha256) return;
    const old = this.sections;
    const isFirst = old.length === 0;
    let fresh: OwnSection[] = [];
    const read = await reader.read(this.key, asked.value.text, (portion) => {
      fresh = portion ? [...fresh, ...portion] : [];
      // The first screen shows early; a later edition takes the place of the former one as a whole.
      if (isFirst) this.sections = fresh;
    });
    this.sections = fresh;
    this.read = read;
    this.sha256 = asked.value.sha256;
    this.#asked.clear();
    this.#places = new Map();
    if (!isFirst) this.onreplaced?.((place) => this.#placeIn(old, place));
  }

  /** Has the worker look for what is marked, as far as that is not known. To be called in an effect. */
  findMarks(): void {
    const { library, reader } = this.#needs;
    const { sha256, read } = this;
    if (read === null) return;
    const unknown = Object.values(library.data.highlights ?? {}).filter(
      ({ id, document, deletedAt }) =>
        document === this.notes.document && deletedAt === undefined && !this.#asked.has(id),
    );
    if (unknown.length === 0) return;
    for (const { id } of unknown) this.#asked.add(id);
    const anchors = unknown.map(({ anchor }) => anchor);
    void reader.place(this.key, anchors).then((found) => {
      if (this.sha256 !== sha256) return;
      const pairs = unknown.flatMap(({ id }: Highlight, at): [Id, Found][] => {
        const one = found[at];
        return one ? [[id, one]] : [];
      });
      this.#places = new Map([...this.#places, ...pairs]);
    });
  }

  /** Where words stand in what was read. */
  async find(anchor: Anchor): Promise<Found> {
    const [found] = await this.#needs.reader.place(this.key, [anchor]);
    return found ?? { kind: 'orphan' };
  }

  /** Where the words of an old place stand now; null where they are gone. */
  async #placeIn(old: readonly OwnSection[], place: ReadingPlace): Promise<ReadingPlace | null> {
    const section = old.find(({ id }) => id === place.section);
    if (!section || section.text === '') return null;
    const start = Math.min(Math.floor(place.part * section.text.length), section.text.length - 1);
    const anchor = anchorOf(section, start, start + lineLength);
    const found = await this.find(anchor);
    const now = found.kind === 'orphan' ? undefined : this.#byId.get(found.section);
    if (!now || found.kind === 'orphan') return null;
    return { section: now.id, part: found.start / Math.max(1, now.text.length) };
  }
}

export const startOfText: ReadingPlace = { section: opening, part: 0 };
