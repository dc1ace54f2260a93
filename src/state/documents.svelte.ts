import type { Anchor } from '../core/guide/anchor';
import { mostDocumentBytes } from '../core/guide/document-limits';
import type { OwnDocument } from '../core/guide/document-schema';
import type { AddedDocument, Api, ChosenFile, DocumentTarget, Edition } from '../core/ipc';
import type { Id } from '../core/library/fields';
import { live } from '../core/library/live';
import { guideDocument } from './notes.svelte';
import { DocumentReader } from './document-reader';
import { DocumentState } from './document.svelte';
import type { GuideState } from './guide.svelte';
import type { LibraryState } from './library.svelte';
import { OwnSearch, type OwnHit } from './own-search.svelte';
import { OwnText } from './own-text.svelte';
import type { ShellState } from './shell.svelte';

/** A file of a name that is there already, and what the user is asked about it. */
export interface KnownFile extends ChosenFile {
  id: Id;
  title: string;
}

interface Parts {
  api: Api;
  library: LibraryState;
  shell: ShellState;
  guide: GuideState;
}

/** Texts of the user's own: the list of them, what was read of them, and the one that is open. */
export class DocumentsState {
  open = $state.raw<DocumentState | null>(null);
  /** Files to be asked about, one after the other. */
  questions = $state.raw<readonly KnownFile[]>([]);
  readonly search: OwnSearch;

  #parts: Parts;
  #reader = new DocumentReader();
  #texts = new Map<string, OwnText>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.search = new OwnSearch(parts.library, this.#reader);
    parts.guide.goToOwn = (hit) => this.#goTo(hit);
  }

  readonly isReady: boolean = $derived.by(() => this.#parts.library.has('documents'));
  /** By the alphabet of their titles. */
  readonly list: OwnDocument[] = $derived.by(() =>
    live(this.#parts.library.data.documents ?? {}).sort(
      (one, other) => one.title.localeCompare(other.title) || one.id.localeCompare(other.id),
    ),
  );
  /** Texts in which something is marked, whether they are read yet or not. */
  readonly marked: OwnText[] = $derived.by(() => {
    const { highlights, bookmarks } = this.#parts.library.data;
    const named = new Set(
      [...live(highlights ?? {}), ...live(bookmarks ?? {})].map(({ document }) => document),
    );
    return this.list.filter(({ id }) => named.has(id)).map(({ id }) => this.textOf(id));
  });
  /** What is marked in texts that are in the trash, or gone. */
  readonly strays: number = $derived.by(() => {
    const ids = new Set(this.list.map(({ id }) => id));
    return live(this.#parts.library.data.highlights ?? {}).filter(
      ({ document }) => document !== guideDocument && !ids.has(document),
    ).length;
  });

  /** The open one, where it is the text that the guide shows. */
  readonly shown: DocumentState | null = $derived.by(() =>
    this.open?.text.id === this.#parts.guide.document ? this.open : null,
  );

  textOf(id: Id, edition: Edition = 'now'): OwnText {
    const key = `${edition}:${id}`;
    const known = this.#texts.get(key);
    if (known) return known;
    const { api, library } = this.#parts;
    const title = () => library.data.documents?.[id]?.title ?? '';
    const text = new OwnText({ api, library, reader: this.#reader }, id, edition, title);
    this.#texts.set(key, text);
    return text;
  }

  /** Opens it where it was left; the edition before its last change from the beginning. */
  show(id: Id | null, edition: Edition = 'now'): void {
    if (id === this.open?.text.id && edition === this.open.text.edition) return;
    if (id === null) {
      this.open = null;
      return;
    }
    const text = this.textOf(id, edition);
    this.open = new DocumentState(text, this.#parts.guide, this.search);
    // The file may have changed since it was read.
    void text.load();
  }

  /** Reads again what has changed, and leaves what was deleted. To be called in an effect. */
  follow(): void {
    const { guide } = this.#parts;
    if (!this.isReady) return;
    const records = new Map(this.list.map((record) => [record.id, record]));
    for (const [key, text] of this.#texts) {
      const record = records.get(text.id);
      if (!record) {
        this.#texts.delete(key);
        this.#reader.forget(text.key);
      } else if (text.edition === 'now' && text.sha256 !== null && text.sha256 !== record.sha256) {
        void text.load();
      }
    }
    if (guide.document !== null && !records.has(guide.document)) guide.openDocument(null);
  }

  async addFiles(files: readonly File[]): Promise<void> {
    const fit = files.slice(0, mostFiles);
    if (fit.length < files.length) {
      this.#parts.shell.tell({
        code: 'documents-too-many',
        about: { count: String(files.length), most: String(mostFiles) },
      });
      return;
    }
    const chosen: ChosenFile[] = [];
    for (const file of fit) {
      if (file.size > mostDocumentBytes) {
        this.#parts.shell.tell({ code: 'document-size', about: { name: file.name } });
      } else chosen.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    }
    await this.#addAll(chosen);
  }

  async choose(): Promise<void> {
    const { api, shell } = this.#parts;
    const chosen = await api.openDocuments();
    if (!chosen.ok) shell.tell(chosen.problem);
    else if (chosen.value) await this.#addAll(chosen.value);
  }

  /** The answer to the first question; null is to leave all as it is. */
  async answer(target: DocumentTarget | null): Promise<void> {
    const [file, ...others] = this.questions;
    this.questions = others;
    if (!file || !target) return;
    const added = await this.#add(file, target);
    if (added) this.#parts.guide.openDocument(added.id);
  }

  async remove(id: Id): Promise<void> {
    await this.#parts.library.dispatch({ type: 'document.delete', id });
  }

  showFile(id: Id): void {
    const { api, shell } = this.#parts;
    void shell.tellIfFailed(api.showDocument(id));
  }

  end(): void {
    this.#reader.end();
  }

  async #addAll(files: readonly ChosenFile[]): Promise<void> {
    let last: Id | null = null;
    for (const file of files) {
      const added = await this.#add(file, { as: 'ask' });
      if (added?.kind === 'known') {
        const { id, title } = added;
        this.questions = [...this.questions, { ...file, id, title }];
      } else if (added) last = added.id;
    }
    if (last !== null) this.#parts.guide.openDocument(last);
  }

  async #add({ name, bytes }: ChosenFile, target: DocumentTarget): Promise<AddedDocument | null> {
    const { api, library, shell } = this.#parts;
    await library.ensure('documents');
    const added = await api.addDocument(name, bytes, target);
    if (!added.ok) {
      shell.tell(added.problem);
      return null;
    }
    if (added.value.kind === 'same')
      shell.showDone(`${name} is here already, with this text`, null);
    return added.value;
  }

  #goTo(hit: OwnHit): void {
    const { guide } = this.#parts;
    if (hit.group === 'note') this.goToNote(hit.chapter, hit.section);
    else {
      guide.openDocument(hit.chapter);
      this.show(hit.chapter);
      this.open?.goToHit(hit);
    }
  }

  /** Where a note on the guide is gone to, which knows its own sections. */
  goToGuideNote: (highlight: Id) => void = () => undefined;

  goToSection(document: Id, section: string): void {
    this.#parts.guide.openDocument(document);
    this.show(document);
    this.open?.goTo(section);
  }

  /** Words that a card was made of; where they are gone, the user is told, and the card has them still. */
  goToWords(document: Id, anchor: Anchor): void {
    if (!this.list.some(({ id }) => id === document)) return;
    this.#parts.guide.openDocument(document);
    this.show(document);
    const { open } = this;
    open?.seekWords(anchor, () =>
      this.#parts.shell.say(
        `These words are no longer in “${open.chapter.title}”.`,
        'The card keeps them as they were.',
        'info',
      ),
    );
  }

  goToNote(document: string, highlight: Id): void {
    const { guide } = this.#parts;
    if (document === guideDocument) return this.goToGuideNote(highlight);
    guide.openDocument(document);
    this.show(document);
    this.open?.seek(highlight);
  }
}

/** As many as the dialog takes, too. */
const mostFiles = 20;
