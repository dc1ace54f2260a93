import { tick } from 'svelte';
import type { Hit } from '../../core/guide/search';
import type { GuideState } from '../../state/guide.svelte';
import { isOwnHit } from '../../state/own-search.svelte';
import type { ShellState } from '../../state/shell.svelte';
import { passageElement } from './reading-place';

interface Parts {
  guide: GuideState;
  shell: ShellState;
  page: () => HTMLElement | null;
}

/** Where the search of the guide takes the focus, and what it says on the way. */
export class SearchMoves {
  field = $state<HTMLInputElement | null>(null);
  /** Where there is no room beside the text, contents and hits open over it. */
  isUnfolded = $state(false);

  #guide: GuideState;
  #shell: ShellState;
  #page: Parts['page'];
  /** What had the focus before the search. */
  #before: HTMLElement | null = null;

  constructor({ guide, shell, page }: Parts) {
    this.#guide = guide;
    this.#shell = shell;
    this.#page = page;
  }

  readonly start = (): void => {
    const { activeElement } = document;
    if (activeElement !== this.field) {
      this.#before = activeElement instanceof HTMLElement ? activeElement : null;
    }
    this.field?.focus();
    this.field?.select();
  };

  readonly end = async (): Promise<void> => {
    const { hit } = this.#guide;
    const page = this.#page();
    const before = this.#before;
    this.#guide.look('');
    this.isUnfolded = false;
    await tick();
    // Reading goes on where the words were lit, which nothing else could give the focus to.
    const passage = hit && page && passageElement(page, hit.passage);
    if (passage) passage.tabIndex = -1;
    const back = passage ?? (before?.isConnected && before !== document.body ? before : null);
    (back ?? document.querySelector<HTMLElement>('main h1'))?.focus({ preventScroll: true });
    this.#before = null;
  };

  readonly go = (by: 1 | -1): void => this.#tell(this.#guide.nextHit(by));

  /** Jumps to the hit of that number, counted from 1. */
  choose({ number }: Pick<Hit, 'number'>): void {
    this.#tell(this.#guide.jumpToHit(number - 1));
  }

  /** Escape ends the search from wherever in the guide the reader is. */
  readonly press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#shell.isPaletteOpen) return;
    if (this.#guide.isSearching) void this.end();
    else if (this.isUnfolded) this.isUnfolded = false;
    else return;
    event.preventDefault();
  };

  #tell(hit: Hit | null): void {
    if (!hit) return;
    const { chapter, guide, hits } = this.#guide;
    this.isUnfolded = false;
    const [text, title] = isOwnHit(hit)
      ? [hit.title, hit.about]
      : [chapter.title, guide.sectionOf(hit.section)?.title ?? ''];
    this.#shell.announcer.say(`${hit.number} of ${hits.length}, ${text}, ${title}`);
    requestAnimationFrame(() =>
      document.getElementById(`hit-${hit.number}`)?.scrollIntoView({ block: 'nearest' }),
    );
  }
}
