import { findIn, type Wanted } from '../../core/guide/matches';
import type { Hit } from '../../core/guide/search';
import { readText, stretchAt } from './passage-text';
import { passageElement } from './reading-place';

/** Names under which base.css knows the lit words: all that were found, and those of the hit jumped to. */
const all = 'found';
const now = 'found-now';

/** Lights what was found in the open chapter, by the browser's own marks: the text itself is not touched. */
export function light(root: HTMLElement, hits: readonly Hit[], hit: Hit, wanted: Wanted): void {
  const rangesOf = ({ passage }: Hit) => {
    const element = passageElement(root, passage);
    return element ? rangesIn(element, wanted) : [];
  };
  const others = hits.filter((one) => one !== hit && one.chapter === hit.chapter);
  CSS.highlights.set(all, new Highlight(...others.flatMap(rangesOf)));
  const strong = new Highlight(...rangesOf(hit));
  strong.priority = 1;
  CSS.highlights.set(now, strong);
}

/** Lights what is there, such as a passage that was asked for by name. */
export function lightRanges(ranges: readonly Range[]): void {
  CSS.highlights.set(now, new Highlight(...ranges));
}

export function unlight(): void {
  CSS.highlights.delete(all);
  CSS.highlights.delete(now);
}

/** The same words that core found in the passage's text, as ranges of what is on the screen. */
function rangesIn(passage: HTMLElement, wanted: Wanted): Range[] {
  const { text, stretches } = readText(passage);
  return findIn(text, wanted).places.map(({ from, to }) => {
    const range = new Range();
    const first = stretchAt(stretches, from);
    const last = stretchAt(stretches, to - 1);
    if (first) range.setStart(first.node, from - first.from);
    if (last) range.setEnd(last.node, to - last.from);
    return range;
  });
}
