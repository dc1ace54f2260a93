import { isUsualLook, usualLook, type Look } from '../core/guide/look';
import type { Guide } from '../core/guide/guide';
import type { Chapter } from '../core/guide/parse';
import type { Found, Hit } from '../core/guide/search';
import type { Reading, ReadingPlace } from '../core/ipc';
import type { Id } from '../core/library/fields';
import { passed } from '../core/guide/progress';
import { leave, noTrail, step, type Trail } from '../core/guide/trail';
import { guideContent, guideSearch } from './guide-content';
import { minutesLeftIn } from './guide-contents';
import type { OwnHit } from './own-search.svelte';
import type { Goal, Reader } from './reader';
import type { ShellState } from './shell.svelte';

/** How long the text must rest before its place is written down. */
const restTime = 1000;
/** Of texts of the user's own; the file of this machine's matters is not to grow without end. */
const mostPlaces = 60;

export const textSizes = [80, 90, 100, 110, 125, 140, 160, 180] as const;

/** Where the reader has been: a place in a chapter, or in a text of their own; or the glossary. */
export interface Spot {
  chapter: Chapter | null;
  document: Id | null;
  place: ReadingPlace;
}

/** The open chapter, the place in it, and what is looked for. The text on the screen follows `goal`. */
export class GuideState implements Reader {
  readonly guide: Guide = guideContent();

  chapter: Chapter;
  /** What is at the top of the window. */
  at: ReadingPlace;
  /** The section that is being read, for the outline: the last that has begun in the window's upper part. */
  mark: string;
  goal: Goal;

  /** The page of all terms stands where the chapter would. */
  isGlossary = $state(false);
  /** So does a text of the user's own. */
  document = $state.raw<Id | null>(null);
  /** Which of them is to be shown; `turn` differs each time. */
  term = $state.raw<{ id: string | null; turn: number }>({ id: null, turn: 0 });

  query = $state('');
  /** Which hit was jumped to, counted from 0; null before the first jump. */
  hitAt = $state.raw<number | null>(null);
  /** What was found elsewhere than in the guide, which comes a little later; numbered on from its hits. */
  ownHits = $state.raw<readonly OwnHit[]>([]);
  /** Goes to one of them. */
  goToOwn: (hit: OwnHit) => void = () => undefined;

  /** Ways back and forward. */
  trail = $state.raw<Trail<Spot>>(noTrail);
  /** Sections that were read, by chapter. */
  read = $state.raw<Reading['read']>({});
  /** The last lines of the chapter are in the window. */
  isAtEnd = $state(false);

  #shell: ShellState;
  #opening: ShellState['opening'];
  #rest: ReturnType<typeof setTimeout> | undefined;
  #places: Reading['places'];
  #isKept = true;
  #turn = 0;

  constructor(shell: ShellState) {
    this.#shell = shell;
    this.#opening = shell.opening;
    const { chapter, places, read } = shell.reading;
    this.#places = places;
    this.document = shell.openDocument;
    this.read = read;
    const open = this.#chapter(chapter) ?? this.guide.chapters[0];
    if (!open) throw new Error('the guide has no chapter');
    this.chapter = $state.raw(open);
    const place = this.#placeIn(open);
    this.at = $state.raw(place);
    this.mark = $state.raw(place.section);
    this.goal = $state.raw({ place, hit: null, takesFocus: false, turn: 0 });
  }

  readonly typography: Look = $derived.by(() => this.#shell.reading);
  readonly textSize: number = $derived.by(() => this.typography.textSize);
  readonly isUsualLook: boolean = $derived.by(() => isUsualLook(this.typography));
  readonly previous: Chapter | null = $derived.by(() => this.#beside(-1));
  readonly next: Chapter | null = $derived.by(() => this.#beside(1));
  readonly isSearching: boolean = $derived.by(() => this.query.trim() !== '');
  readonly found: Found | null = $derived.by(() =>
    this.isSearching ? guideSearch().find(this.query) : null,
  );
  readonly hits: readonly (Hit | OwnHit)[] = $derived.by(() => [
    ...(this.found?.hits ?? []),
    ...this.ownHits.map((hit, at) => ({
      ...hit,
      number: (this.found?.hits.length ?? 0) + at + 1,
    })),
  ]);
  readonly hit: Hit | null = $derived.by(() =>
    this.hitAt === null ? null : (this.hits[this.hitAt] ?? null),
  );

  readonly minutesLeft: number = $derived.by(() =>
    this.isAtEnd ? 0 : minutesLeftIn(this.chapter.id, this.at),
  );

  isRead(chapter: string, section: string): boolean {
    return this.read[chapter]?.includes(section) === true;
  }

  /** Opens a chapter where it was left, or a section at its title; false for what the guide does not have. */
  open(id: string): boolean {
    if (id === 'glossary') {
      this.openGlossary();
      return true;
    }
    const chapter = this.#chapter(id);
    if (!chapter) return this.jump(id);
    this.remember();
    this.#show(chapter, this.#placeIn(chapter), { takesFocus: true });
    return true;
  }

  /** Shows a section from its title on, in whichever chapter it is; false for one that the guide does not have. */
  jump(section: string): boolean {
    const chapter = this.guide.chapterOf(section);
    if (!chapter) return false;
    this.remember();
    const place = { section: this.guide.besideOf(section), part: 0 };
    this.#show(chapter, place, { takesFocus: true });
    return true;
  }

  /** Shows all terms, from that one on where it is given. */
  openGlossary(term: string | null = null): void {
    this.remember();
    this.keep();
    this.#showDocument(null);
    this.isGlossary = true;
    this.term = { id: term, turn: ++this.#turn };
  }

  /** Shows a text of the user's own in place of the chapter; null goes back to that. */
  openDocument(id: Id | null): void {
    if (this.document === null || this.document !== id) this.remember();
    this.keep();
    if (id === null) return this.#show(this.chapter, this.at, { takesFocus: true });
    this.isGlossary = false;
    this.#showDocument(id);
  }

  #showDocument(id: Id | null): void {
    this.document = id;
    this.#shell.openDocument = id;
  }

  /** Where a text was left on this machine. */
  placeIn(id: string): ReadingPlace | null {
    return this.#places[id] ?? null;
  }

  turnPage(to: 'previous' | 'next'): void {
    const chapter = this[to];
    if (!chapter) return;
    // The last section is done with when the page is turned, even if there was nothing to scroll.
    if (to === 'next' && this.isAtEnd) this.#markRead(this.#sectionsFrom(this.at.section));
    this.remember();
    // Whoever turns the page reads on from the top, wherever the chapter was left before.
    this.#show(chapter, startOf(chapter), { takesFocus: true });
  }

  /** The reader is about to leave for elsewhere in the guide, and may want to come back. */
  remember(): void {
    this.trail = leave(this.trail, this.#spot());
  }

  goAlong(to: 'back' | 'forward'): void {
    const stepped = step(this.trail, to, this.#spot());
    if (!stepped) return;
    const { chapter, document, place } = stepped.spot;
    if (document !== null) {
      this.note(document, place);
      this.openDocument(document);
    } else if (chapter) this.#show(chapter, place, { takesFocus: true });
    else this.openGlossary();
    this.trail = stepped.trail;
  }

  /** Shows the place again, such as after the screen was opened anew. */
  showAgain(takesFocus: boolean): void {
    if (this.isGlossary || this.document !== null) return;
    this.#show(this.chapter, this.at, { takesFocus });
  }

  look(query: string): void {
    this.query = query;
    this.hitAt = null;
  }

  /** Jumps to the hit of that number from 0; beyond the last comes the first again. */
  jumpToHit(at: number): Hit | null {
    const { hits } = this;
    const hit = hits[(at + hits.length) % hits.length];
    if (hit && 'group' in hit) {
      this.hitAt = hits.indexOf(hit);
      this.goToOwn(hit);
      return hit;
    }
    const chapter = hit && this.#chapter(hit.chapter);
    if (!hit || !chapter) return null;
    this.hitAt = hits.indexOf(hit);
    this.remember();
    this.#show(chapter, { section: hit.section, part: 0 }, { hit });
    return hit;
  }

  nextHit(by: 1 | -1): Hit | null {
    if (this.hitAt === null) return this.jumpToHit(by === 1 ? 0 : -1);
    return this.jumpToHit(this.hitAt + by);
  }

  /** The reader scrolled on: what was passed is read, and so is all that is left once its end is in the window. */
  scrolled(place: ReadingPlace, isAtEnd: boolean): void {
    const sections = this.chapter.sections.map(({ id }) => id);
    const rest = isAtEnd && this.#isNear(place) ? this.#sectionsFrom(place.section) : [];
    this.#markRead([...passed(sections, this.at, place), ...rest]);
    this.moved(place);
  }

  /** The text was moved: the place is written down once it rests. */
  moved(place: ReadingPlace): void {
    this.at = place;
    this.note(this.chapter.id, place);
  }

  /** A place in any text, of the guide or the user's own, is written down once it rests. */
  note(text: string, place: ReadingPlace): void {
    const { [text]: _, ...others } = this.#places;
    const known = Object.entries(others);
    const isOurs = (id: string) => this.#chapter(id) !== undefined;
    // Of many texts, those that were read longest ago begin at their beginning again.
    const own = known.filter(([id]) => !isOurs(id)).slice(-mostPlaces);
    const ours = known.filter(([id]) => isOurs(id));
    this.#places = Object.fromEntries([...ours, ...own, [text, place]]);
    this.#isKept = false;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.keep(), restTime);
  }

  /** Writes the place down now, if it changed. */
  keep(): void {
    clearTimeout(this.#rest);
    // Of another library's opening, its own device file knows the place.
    if (this.#isKept || this.#shell.opening !== this.#opening) return;
    this.#isKept = true;
    const { read } = this;
    const { reading } = this.#shell;
    this.#shell.keepReading({ ...reading, chapter: this.chapter.id, places: this.#places, read });
  }

  resize(to: 'larger' | 'smaller' | 'usual'): void {
    const size = this.textSize;
    const next =
      to === 'usual'
        ? 100
        : to === 'larger'
          ? textSizes.find((one) => one > size)
          : textSizes.findLast((one) => one < size);
    if (next !== undefined && next !== size) this.setLook({ textSize: next });
  }

  /** Sets the text otherwise; without a change named, as it usually is. */
  setLook(changes: Partial<Look> = usualLook): void {
    this.#shell.keepReading({ ...this.#shell.reading, ...changes });
  }

  #spot(): Spot {
    const { document } = this;
    const place = (document !== null && this.#places[document]) || this.at;
    return { chapter: this.isGlossary ? null : this.chapter, document, place };
  }

  #sectionsFrom(section: string): string[] {
    const sections = this.chapter.sections.map(({ id }) => id);
    return sections.slice(Math.max(0, sections.indexOf(section)));
  }

  /** Not after a leap, such as to the end of the page. */
  #isNear(place: ReadingPlace): boolean {
    const sections = this.chapter.sections.map(({ id }) => id);
    return sections.indexOf(place.section) - sections.indexOf(this.at.section) <= 1;
  }

  #markRead(sections: readonly string[]): void {
    const { id } = this.chapter;
    const before = this.read[id] ?? [];
    const added = sections.filter((section) => !before.includes(section));
    if (added.length === 0) return;
    // Those that this edition has, in its order: the list cannot grow beyond the chapter.
    const now = this.chapter.sections
      .map((section) => section.id)
      .filter((section) => before.includes(section) || added.includes(section));
    this.read = { ...this.read, [id]: now };
  }

  #show(chapter: Chapter, place: ReadingPlace, how: { hit?: Hit; takesFocus?: boolean }): void {
    const { hit = null, takesFocus = false } = how;
    this.isGlossary = false;
    this.#showDocument(null);
    this.isAtEnd = false;
    this.chapter = chapter;
    this.mark = place.section;
    this.moved(place);
    this.goal = { place, hit, takesFocus, turn: ++this.#turn };
  }

  #chapter(id: string | null): Chapter | undefined {
    return this.guide.chapters.find((chapter) => chapter.id === id);
  }

  #beside(by: 1 | -1): Chapter | null {
    return this.guide.chapters[this.guide.chapters.indexOf(this.chapter) + by] ?? null;
  }

  #placeIn(chapter: Chapter): ReadingPlace {
    const place = this.#places[chapter.id];
    const isThere = place && chapter.sections.some(({ id }) => id === place.section);
    return isThere ? place : startOf(chapter);
  }
}

const startOf = (chapter: Chapter): ReadingPlace => ({ section: chapter.id, part: 0 });
