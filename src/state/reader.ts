import type { Wanted } from '../core/guide/matches';
import type { Section } from '../core/guide/parse';
import type { Hit } from '../core/guide/search';
import type { ReadingPlace } from '../core/ipc';

/** What is read in one go: a chapter of the guide, or a text of the user's own. */
export interface TextPart {
  id: string;
  title: string;
  sections: readonly Section[];
}

/** All parts of the guide, or the one of a text of the user's own. Ids of sections are unique within it. */
export interface Texts {
  readonly chapters: readonly TextPart[];
  chapterOf(section: string): TextPart | null;
  sectionOf(id: string): Section | null;
  /** All in which words can be marked, in the order of reading: also what stands beside a section. */
  textsOf(part: TextPart): readonly Section[];
  /** The section beside which it stands; of a section itself. */
  besideOf(id: string): string;
}

/** Where the text is to be shown; `turn` differs each time, even for the same place. */
export interface Goal {
  place: ReadingPlace;
  /** The hit to light there. */
  hit: Hit | null;
  /** Whether the focus goes to the section's title. */
  takesFocus: boolean;
  turn: number;
}

/** What the text on the screen is drawn from, and what it tells while it is read. It follows `goal`. */
export interface Reader {
  readonly guide: Texts;
  readonly chapter: TextPart;
  readonly goal: Goal;
  /** What is at the top of the window. */
  readonly at: ReadingPlace;
  /** The section that is being read, for the outline: the last that has begun in the window's upper part. */
  mark: string;
  /** The last lines are in the window. */
  isAtEnd: boolean;
  readonly hit: Hit | null;
  readonly found: { hits: readonly Hit[]; wanted: Wanted } | null;
  /** The reader scrolled on. */
  scrolled(place: ReadingPlace, isAtEnd: boolean): void;
  /** The text was moved otherwise. */
  moved(place: ReadingPlace): void;
  /** Shows a section from its title on; false for one that is not there. */
  jump(section: string): boolean;
}
