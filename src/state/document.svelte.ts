import { SvelteSet } from 'svelte/reactivity';
import type { Hit } from '../core/guide/search';
import type { ReadingPlace } from '../core/ipc';
import type { Id } from '../core/library/fields';
import type { GuideState } from './guide.svelte';
import type { OwnSearch } from './own-search.svelte';
import { startOfText, type OwnText } from './own-text.svelte';
import type { Goal, Reader, TextPart, Texts } from './reader';

/** Sections that are drawn together with the one that is gone to. */
const ahead = 3;

interface Wanted {
  place: ReadingPlace;
  hit: Hit | null;
  takesFocus: boolean;
}

/** The text of the user's own that is open: the place in it, and which of its sections are drawn. */
export class DocumentState implements Reader {
  readonly text: OwnText;
  readonly guide: Texts;
  at = $state.raw<ReadingPlace>(startOfText);
  mark = $state.raw<string>(startOfText.section);
  goal = $state.raw<Goal>({ place: startOfText, hit: null, takesFocus: false, turn: 0 });
  isAtEnd = $state(false);
  /** A window cannot take megabytes at once: what is near is drawn, and stays. */
  readonly drawn = new SvelteSet<string>();

  #owner: GuideState;
  #search: OwnSearch;
  /** Where to go once that much of the text was read. */
  #wanted: Wanted | null = null;
  #sought = $state.raw<Id | null>(null);
  #turn = 0;

  constructor(text: OwnText, owner: GuideState, search: OwnSearch) {
    this.text = text;
    this.guide = text.texts;
    this.#owner = owner;
    this.#search = search;
    const place = text.edition === 'now' ? owner.placeIn(text.id) : null;
    this.#wanted = { place: place ?? startOfText, hit: null, takesFocus: true };
    text.onreplaced = (placeNow) => void this.#goOn(placeNow);
  }

  readonly chapter: TextPart = $derived.by(() => this.text.part);
  readonly hit: Hit | null = $derived.by(() => {
    const { hit } = this.#owner;
    return hit?.chapter === this.text.id && this.text.edition === 'now' ? hit : null;
  });
  readonly found: Reader['found'] = $derived.by(() => {
    const wanted = this.#search.wantedIn(this.text.id);
    const hits = this.#owner.hits.filter(({ chapter }) => chapter === this.text.id);
    return wanted ? { hits, wanted } : null;
  });

  /** Goes on to what is wanted as soon as it was read. To be called in an effect on the sections. */
  arrive(): void {
    const wanted = this.#wanted;
    if (!wanted || this.text.sections.length === 0) return;
    const isThere = this.guide.sectionOf(wanted.place.section) !== null;
    if (!isThere && this.text.read === null) return;
    this.#go(isThere ? wanted : { ...wanted, place: startOfText });
  }

  jump(section: string): boolean {
    if (this.guide.sectionOf(section) === null) return false;
    this.#owner.remember();
    this.#go({ place: { section, part: 0 }, hit: null, takesFocus: true });
    return true;
  }

  /** As `jump`, also to a section that was not read yet. */
  goTo(section: string): void {
    this.#wanted = { place: { section, part: 0 }, hit: null, takesFocus: true };
    this.arrive();
  }

  goToHit(hit: Hit): void {
    this.#wanted = { place: { section: hit.section, part: 0 }, hit, takesFocus: false };
    this.arrive();
  }

  /** Goes to a highlight once it is known where it stands. */
  seek(highlight: Id): void {
    this.#sought = highlight;
    this.followSought();
  }

  /** To be called in an effect on the highlights. */
  followSought(): void {
    const id = this.#sought;
    const mark = this.text.notes.marks.find(({ highlight }) => highlight.id === id);
    if (!mark || mark.isSought) return;
    this.#sought = null;
    if (!mark.place) return;
    this.#go({ place: { section: mark.place.section, part: 0 }, hit: null, takesFocus: false });
    this.text.notes.soughtId = id;
  }

  showAgain(): void {
    this.#go({ place: this.at, hit: null, takesFocus: true });
  }

  scrolled(place: ReadingPlace): void {
    this.#wanted = null;
    this.moved(place);
  }

  moved(place: ReadingPlace): void {
    // The top of a text of which little was read yet is not where the reader is.
    if (this.#wanted) return;
    this.at = place;
    if (this.text.edition === 'now') this.#owner.note(this.text.id, place);
  }

  draw(sections: Iterable<string>): void {
    for (const section of sections) this.drawn.add(section);
  }

  #go({ place, hit, takesFocus }: Wanted): void {
    this.#wanted = null;
    const ids = this.text.sections.map(({ id }) => id);
    const at = ids.indexOf(place.section);
    this.draw(ids.slice(Math.max(0, at - 1), at + ahead));
    this.mark = place.section;
    this.moved(place);
    this.goal = { place, hit, takesFocus, turn: ++this.#turn };
  }

  /** Another program has changed the text: the reader stays at their line, if it is still there. */
  async #goOn(placeNow: (old: ReadingPlace) => Promise<ReadingPlace | null>): Promise<void> {
    const found = await placeNow(this.at);
    const isThere = this.guide.sectionOf(this.at.section) !== null;
    const place = found ?? (isThere ? this.at : startOfText);
    this.#go({ place, hit: null, takesFocus: false });
  }
}
