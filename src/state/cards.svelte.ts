import { anchorFinder, type Found } from '../core/guide/anchor';
import type { Guide } from '../core/guide/guide';
import type { Id } from '../core/library/fields';
import { live } from '../core/library/live';
import { bySource, CardFinder, newestFirst, tagsOf } from '../core/study/list';
import type { Passage } from '../core/study/passage';
import type { Card, CardSource } from '../core/study/schema';
import { CardFormState } from './card-form.svelte';
import { FormSlot } from './form-slot.svelte';
import { guideContent } from './guide-content';
import type { LibraryState } from './library.svelte';
import { guideDocument, type Target } from './notes.svelte';
import type { ShellState } from './shell.svelte';

export type CardOrder = 'newest' | 'source';

/**
 * Where a card's passage stands now: in the guide, nowhere any more, or in a text of the user's own, which is read
 * only when it is gone to, and may be in the trash.
 */
export type CardPlace =
  { kind: 'found'; target: Target } | { kind: 'gone' } | { kind: 'own' } | { kind: 'deleted' };

/** The cards, and the one that is being written. */
export class CardsState {
  readonly slot: FormSlot<CardFormState>;
  text = $state('');
  tag = $state.raw<string | null>(null);
  order = $state.raw<CardOrder>('newest');

  #library: LibraryState;
  #finder = new CardFinder();
  #find: ((anchor: CardSource['anchor']) => Found) | null = null;
  #found = new WeakMap<object, Found>();

  constructor(library: LibraryState, shell: ShellState) {
    this.#library = library;
    this.slot = new FormSlot(shell.keptForms.cards);
  }

  readonly isReady: boolean = $derived.by(() => this.#library.has('cards', 'documents'));
  readonly cards: Card[] = $derived.by(() => live(this.#library.data.cards ?? {}));
  readonly tags: string[] = $derived.by(() => tagsOf(this.cards));
  readonly sorted: Card[] = $derived.by(() => {
    if (this.order === 'newest') return this.cards.toSorted(newestFirst);
    const guide = this.#guide;
    const all = guide.chapters.flatMap((chapter) => guide.textsOf(chapter));
    const order = new Map(all.map(({ id }, at) => [id, at]));
    return this.cards.toSorted(bySource((section) => order.get(section)));
  });
  readonly isNarrowed: boolean = $derived(this.text.trim() !== '' || this.tag !== null);
  readonly shown: Card[] = $derived.by(() =>
    this.isNarrowed
      ? this.#finder.find(this.sorted, { text: this.text, tag: this.tag })
      : this.sorted,
  );

  /** Parsed when it is first asked for. */
  get #guide(): Guide {
    return guideContent();
  }

  /** Looked for once for each passage, since the text does not change while the program runs. */
  placeOf({ document, anchor }: CardSource): CardPlace {
    if (document !== guideDocument) {
      const own = this.#library.data.documents?.[document];
      return { kind: own && own.deletedAt === undefined ? 'own' : 'deleted' };
    }
    this.#find ??= anchorFinder(this.#guide.texts);
    const found = this.#found.get(anchor) ?? this.#find(anchor);
    this.#found.set(anchor, found);
    if (found.kind === 'orphan') return { kind: 'gone' };
    const { section, start, end } = found;
    return { kind: 'found', target: { section, start, end } };
  }

  /** The card's passage with what its place is called now; of one that is gone, the chapter it was in. */
  passageOf(source: CardSource): Passage {
    const place = this.placeOf(source);
    if (source.document !== guideDocument) {
      const document = this.#library.data.documents?.[source.document];
      return { source, chapter: document?.title ?? 'A document of your own', section: '' };
    }
    const section = place.kind === 'found' ? this.#guide.sectionOf(place.target.section) : null;
    const chapter =
      (section && this.#guide.chapterOf(section.id)) ??
      this.#guide.chapters.find(({ id }) => id === source.chapter);
    return { source, chapter: chapter?.title ?? 'The guide', section: section?.title ?? '' };
  }

  /** Opens an empty form, or one for a passage. */
  start(passage: Passage | null): void {
    this.#show(null, passage);
  }

  open(id: Id): void {
    const there = this.#library.data.cards?.[id];
    if (!there || there.deletedAt) return;
    this.#show(there, there.source && this.passageOf(there.source));
  }

  #show(there: Card | null, passage: Passage | null): void {
    const make = () => new CardFormState(this.#library, there, passage);
    this.slot.open(there?.id ?? keyOf(passage), there, make);
  }

  async remove(id: Id): Promise<boolean> {
    return (await this.#library.dispatch({ type: 'card.delete', id })).ok;
  }
}

function keyOf(passage: Passage | null): string {
  if (!passage) return 'new';
  const { document, anchor } = passage.source;
  return [document, anchor.section, anchor.start, anchor.quote].join(' ');
}
