import { cellGap } from '../../core/guide/markdown';
import type { Section } from '../../core/guide/parse';
import { passageElement, sectionElement } from './reading-place';

/** A text node of the page, and where its text begins in what core has as the text. */
export interface Stretch {
  node: Text;
  from: number;
}

/** From `start` to `end` of a section's text, in UTF-16 units. */
export interface Place {
  section: string;
  start: number;
  end: number;
}

export function stretchAt(stretches: readonly Stretch[], at: number): Stretch | undefined {
  return stretches.findLast(({ from }) => from <= at);
}

/** The passage as core reads it: without the numbers of notes, the cells of a row apart. */
export function readText(passage: HTMLElement): { text: string; stretches: Stretch[] } {
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
      if (node instanceof HTMLBRElement) text += ' ';
      if (!(node instanceof Text)) continue;
      stretches.push({ node, from: text.length });
      text += node.data;
    }
  }
  return { text, stretches };
}

/** What of the page is a section's text, in its order; the corrections beside it are texts of their own. */
function stretchesOf(root: HTMLElement, section: Section): Stretch[] {
  let from = 0;
  // Of a long text most sections are not drawn, and have nothing to be looked for.
  const own = sectionElement(root, section.id);
  if (!own?.hasChildNodes()) return [];
  return section.passages.flatMap(({ passage, text }) => {
    const element = passageElement(own, passage);
    const base = from;
    from += text.length + 1;
    if (!element) return [];
    return readText(element).stretches.map((one) => ({ ...one, from: base + one.from }));
  });
}

/** A place as ranges of the page, one for each text node, so that nothing in between is marked. */
export function rangesAt(root: HTMLElement, section: Section, place: Place): Range[] {
  return cut(stretchesOf(root, section), place);
}

/** The same for a place of one passage. */
export function rangesIn(passage: HTMLElement, place: Pick<Place, 'start' | 'end'>): Range[] {
  return cut(readText(passage).stretches, place);
}

function cut(stretches: readonly Stretch[], place: Pick<Place, 'start' | 'end'>): Range[] {
  return stretches.flatMap(({ node, from }) => {
    const start = Math.max(0, place.start - from);
    const end = Math.min(node.length, place.end - from);
    if (end <= start) return [];
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, end);
    return [range];
  });
}

/**
 * What a range of the page covers of the text, without spaces at its ends; null where it covers no word of
 * it. Of a range over several sections it is the part in the first of them.
 */
export function placeOfRange(
  root: HTMLElement,
  sections: readonly Section[],
  range: Range,
): Place | null {
  const touched = new Set(
    [...root.querySelectorAll<HTMLElement>('[data-section]')]
      .filter((element) => range.intersectsNode(element))
      .map((element) => element.dataset['section']),
  );
  for (const section of sections) {
    if (!touched.has(section.id)) continue;
    const covered = stretchesOf(root, section).flatMap(({ node, from }) => {
      if (!range.intersectsNode(node)) return [];
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      return end > start ? [{ start: from + start, end: from + end }] : [];
    });
    const [first] = covered;
    const last = covered.at(-1);
    if (!first || !last) continue;
    const text = section.text.slice(first.start, last.end);
    const start = first.start + (text.length - text.trimStart().length);
    const end = last.end - (text.length - text.trimEnd().length);
    if (end > start) return { section: section.id, start, end };
  }
  return null;
}
