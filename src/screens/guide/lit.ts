import { findIn, type Wanted } from '../../core/guide/matches';
import { cellGap } from '../../core/guide/markdown';
import type { Hit } from '../../core/guide/search';
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

export function unlight(): void {
  CSS.highlights.delete(all);
  CSS.highlights.delete(now);
}

interface Stretch {
  node: Text;
  from: number;
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

function stretchAt(stretches: readonly Stretch[], at: number): Stretch | undefined {
  return stretches.findLast(({ from }) => from <= at);
}

/** The passage as core reads it: without the numbers of notes, the cells of a row apart. */
function readText(passage: HTMLElement): { text: string; stretches: Stretch[] } {
  const isRow = passage.tagName === 'TR';
  const said = passage.querySelectorAll('[data-words]');
  const parts = isRow ? [...passage.children] : said.length > 0 ? [...said] : [passage];
  const stretches: Stretch[] = [];
  let text = '';
  for (const [at, part] of parts.entries()) {
    if (at > 0) text += isRow ? cellGap : ' ';
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_ALL, (node) =>
      node instanceof HTMLElement && node.dataset['note'] !== undefined
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      stretches.push({ node, from: text.length });
      text += node.data;
    }
  }
  return { text, stretches };
}
