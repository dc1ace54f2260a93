import { comingDayIn } from '../core/day-in-text';
import { emptyOwnDate } from '../core/deadlines/own-date';
import { anchorOf } from '../core/guide/anchor';
import { quotationOf, titleFrom, type Passage } from '../core/study/passage';
import { CalendarState } from './calendar.svelte';
import { CardsState } from './cards.svelte';
import type { LibraryState } from './library.svelte';
import type { Mark, NotesState, Target } from './notes.svelte';
import type { ShellState } from './shell.svelte';

/** What words of the text can become, beside a highlight. */
export type PassageUse = 'card' | 'date' | 'activity';

/** The words with where they stand; null where the text has no such place. */
export function passageAt({ guide, document }: NotesState, target: Target): Passage | null {
  const section = guide.sectionOf(target.section);
  const chapter = guide.chapterOf(target.section);
  if (!section || !chapter) return null;
  const anchor = anchorOf(section, target.start, target.end);
  return {
    source: { document, chapter: chapter.id, anchor },
    chapter: chapter.title,
    section: section.title,
  };
}

/** A highlight's words where they stand now; those of an orphan as they were marked. */
export function passageOfMark(notes: NotesState, { highlight, place, chapter }: Mark): Passage {
  const now = place && passageAt(notes, place);
  if (now) return now;
  const { document, chapter: id, anchor } = highlight;
  const source = { document, chapter: id, anchor };
  return { source, chapter: chapter?.title ?? 'The guide', section: '' };
}

/** The forms in which words of the text become a card, a date, or a part of an activity's note. */
export class PassageUses {
  readonly cards: CardsState;
  readonly calendar: CalendarState;
  /** The words for which an activity is being chosen. */
  quoted = $state.raw<Passage | null>(null);

  #shell: ShellState;

  constructor(library: LibraryState, shell: ShellState) {
    this.cards = new CardsState(library, shell);
    this.calendar = new CalendarState(library, shell);
    this.#shell = shell;
  }

  /** `monthFirst`: how the system writes 3/4, for a day that the words name. */
  start(use: PassageUse, passage: Passage, monthFirst: boolean): void {
    if (use === 'card') this.cards.start(passage);
    else if (use === 'activity') this.quoted = passage;
    else {
      const today = this.#shell.day;
      const date = comingDayIn(passage.source.anchor.quote, { today, monthFirst });
      const note = quotationOf(passage);
      this.calendar.propose({ ...emptyOwnDate(), title: titleFrom(passage), date, note });
    }
  }
}
