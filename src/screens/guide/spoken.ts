import type { Spoken } from '../../core/guide/sentences';
import { rangesIn } from './passage-text';
import { passageElement } from './reading-place';

/** The name under which Guide.svelte knows the sentence that is being read. */
const name = 'spoken';

/** Lights a sentence by the browser's own marks, over those of the search and of the notes. */
export function lightSpoken(root: HTMLElement, { passage, start, end }: Spoken): Range[] {
  const element = passageElement(root, passage);
  const ranges = element ? rangesIn(element, { start, end }) : [];
  const mark = new Highlight(...ranges);
  mark.priority = 2;
  CSS.highlights.set(name, mark);
  return ranges;
}

export function unlightSpoken(): void {
  CSS.highlights.delete(name);
}

/** The part of the window in which the text can be read, from the top. */
interface Open {
  top: number;
  bottom: number;
}

/** Whether anything of it can be seen. */
export function isSeen(ranges: readonly Range[], open: Open): boolean {
  const box = boxOf(ranges);
  return box !== null && box.bottom > open.top && box.top < open.bottom;
}

/** Scrolls to it where it is not wholly to be seen, so that it stands in the upper part of what is open. */
export function show(ranges: readonly Range[], open: Open): void {
  const box = boxOf(ranges);
  if (!box || (box.top >= open.top && box.bottom <= open.bottom)) return;
  // At once: a short sentence would be over before a smooth way to it was.
  const top = box.top - open.top - (open.bottom - open.top) / 4;
  window.scrollBy({ top, behavior: 'instant' });
}

function boxOf(ranges: readonly Range[]): Open | null {
  // A space at which the line was broken is nowhere.
  const boxes = ranges
    .map((range) => range.getBoundingClientRect())
    .filter(({ width }) => width > 0);
  if (boxes.length === 0) return null;
  return {
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
