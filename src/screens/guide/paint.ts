import type { Id } from '../../core/library/fields';
import { highlightKinds, type HighlightKind } from '../../core/notes/kinds';
import type { Mark } from '../../state/notes.svelte';
import type { Texts } from '../../state/reader';
import { rangesAt } from './passage-text';

/** A highlight as it lies on the page. */
export interface Painted {
  id: Id;
  kind: HighlightKind;
  ranges: Range[];
}

/** Where each mark lies on the page; those of other chapters, and orphans, are nowhere. */
export function rangesOfMarks(root: HTMLElement, guide: Texts, marks: readonly Mark[]): Painted[] {
  return marks.flatMap(({ highlight: { id, kind }, place }) => {
    const section = place && guide.sectionOf(place.section);
    const ranges = section ? rangesAt(root, section, place) : [];
    return ranges.length > 0 ? [{ id, kind, ranges }] : [];
  });
}

// In the browser's marks light-dark() is always light (see Guide.svelte), so each theme has marks of its own.
const nameOf = (kind: HighlightKind, isDark: boolean) => `mark-${kind}${isDark ? '-dark' : ''}`;

/** Paints them by the browser's own marks, under those of the search: the text itself is not touched. */
export function paint(painted: readonly Painted[], isDark: boolean): void {
  unpaint();
  for (const kind of highlightKinds) {
    const ranges = painted.filter((one) => one.kind === kind).flatMap((one) => one.ranges);
    if (ranges.length === 0) continue;
    const mark = new Highlight(...ranges);
    mark.priority = -1;
    CSS.highlights.set(nameOf(kind, isDark), mark);
  }
}

export function unpaint(): void {
  for (const kind of highlightKinds) {
    for (const isDark of [true, false]) CSS.highlights.delete(nameOf(kind, isDark));
  }
}

/** The highlight at a point of the window; of several the shortest, which nothing else could reach. */
export function paintedAt(painted: readonly Painted[], x: number, y: number): Painted | null {
  const length = ({ ranges }: Painted) =>
    ranges.reduce((sum, range) => sum + range.toString().length, 0);
  const isAt = ({ left, right, top, bottom }: DOMRect) =>
    x >= left && x <= right && y >= top && y <= bottom;
  return (
    painted
      .filter(({ ranges }) => ranges.some((range) => [...range.getClientRects()].some(isAt)))
      .sort((one, other) => length(one) - length(other))[0] ?? null
  );
}
