import { tick, untrack } from 'svelte';
import type { Goal, Reader } from '../../state/reader';
import {
  passageElement,
  placeOf,
  scrollToPlace,
  sectionElement,
  watchSections,
} from './reading-place';

interface Parts {
  text: () => Reader;
  article: () => HTMLElement | null;
  /** How much of the window's top is covered by what stays there, in pixels. */
  covered: () => number;
}

/**
 * Keeps the page and its reader's place together: goes to the goal, and tells what is at the top of the window.
 * To be called while a component is made. Returns what is to be told of each scrolling, and `settle`, which looks
 * at once: a page that ends has no further frames, so what was scrolled last would not be known.
 */
export function followText({ text, article, covered }: Parts): {
  scrolled: () => void;
  settle: () => void;
} {
  /** Until the text stands where it is wanted, what scrolls is not the reader. */
  let isShowing = false;
  let inView: HTMLElement[] = [];
  let last: HTMLElement | undefined;
  let isAsked = false;
  /** The reader moved the text, and not the program or another size. */
  let isReader = false;

  // Going to a place is a matter of the page, once the text is drawn.
  $effect(() => {
    const { goal } = text();
    untrack(() => void show(goal));
  });

  async function show(goal: Goal) {
    isShowing = true;
    await tick();
    // After the shell, which scrolls to the top on each visit.
    requestAnimationFrame(() => {
      const root = article();
      if (text().goal !== goal || !root) return;
      const { place, hit, takesFocus } = goal;
      const passage = hit && passageElement(root, hit.passage);
      if (passage) passage.scrollIntoView({ block: 'center', behavior: 'instant' });
      else scrollToPlace(root, place, covered());
      const title = sectionElement(root, place.section)?.querySelector<HTMLElement>('h1, h2, h3');
      if (takesFocus) title?.focus({ preventScroll: true });
      // The scrolling itself is told in the next frame.
      requestAnimationFrame(() => {
        isShowing = false;
        read(false);
      });
    });
  }

  // Which sections are in view is watched anew with each text.
  $effect(() => {
    const root = article();
    const reader = text();
    if (!root || !reader.chapter) return;
    last = lastSection();
    return watchSections(root, (now) => {
      inView = now;
      if (isShowing) return;
      reader.mark = now.at(-1)?.dataset['section'] ?? reader.mark;
      scrolled(false);
    });
  });

  function scrolled(isByReader: boolean) {
    if (isShowing) return;
    isReader ||= isByReader;
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      if (!isShowing) read(isReader);
      isReader = false;
    });
  }

  /** Looks at the one section at the top of the window; who has scrolled past them all is at the end. */
  function read(isByReader: boolean) {
    const reader = text();
    const top = covered();
    const first = inView.find((element) => element.getBoundingClientRect().bottom > top + 1);
    const element = first ?? (inView.length === 0 && isPast(top) ? lastSection() : null);
    if (!element?.isConnected) return;
    if (!first) reader.mark = element.dataset['section'] ?? reader.mark;
    const place = placeOf(element, top);
    const { at } = reader;
    const isAtEnd = (last?.getBoundingClientRect().bottom ?? Infinity) <= window.innerHeight;
    const isElsewhere = place.section !== at.section || place.part !== at.part;
    if (isByReader && (isElsewhere || isAtEnd)) reader.scrolled(place, isAtEnd);
    else if (isElsewhere) reader.moved(place);
    reader.isAtEnd = isAtEnd;
  }

  /** Which sections are in view is told late, and at first of none. */
  function isPast(top: number): boolean {
    const end = lastSection()?.getBoundingClientRect().bottom;
    return end !== undefined && end <= Math.max(top, 2) + 1;
  }

  function sections() {
    return [...(article()?.querySelectorAll<HTMLElement>('[data-section]') ?? [])];
  }

  function lastSection() {
    return sections().at(-1);
  }

  function settle() {
    if (isShowing) return;
    inView = sections();
    read(isReader);
  }

  // Another size of the text or of the window moves the lines; the reader stays at theirs.
  $effect(() => {
    const root = article();
    if (!root) return;
    let width = root.clientWidth;
    let height = root.clientHeight;
    const observer = new ResizeObserver(() => {
      if (root.clientWidth === width && root.clientHeight === height) return;
      width = root.clientWidth;
      height = root.clientHeight;
      if (!isShowing) scrollToPlace(root, text().at, covered());
    });
    observer.observe(root);
    return () => observer.disconnect();
  });

  return { scrolled: () => scrolled(true), settle };
}
