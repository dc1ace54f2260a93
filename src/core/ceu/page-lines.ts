import type { TextItem } from './page-text';

/** Neighbouring words of one line, with no wide gap between them: a label, a value, the cell of a table. */
export interface Piece {
  text: string;
  x: number;
  end: number;
  size: number;
}

/** What stands at one height of a page, from left to right; y grows downward. */
export interface Line {
  page: number;
  y: number;
  size: number;
  pieces: readonly Piece[];
  /** The whole line, as a person reads it. */
  text: string;
  /** The number of the line on its page, from 1 on, and the turn of its text. */
  number: number;
  angle: number;
}

/**
 * The lines of the pages in reading order. Text that is turned is laid upright first, by itself: a page drawn on
 * its side reads like any other. Pieces are parted where the gap is wider than `gap` letter heights.
 */
export function linesOf(items: readonly TextItem[], gap = 0.9): Line[] {
  const groups = new Map<string, TextItem[]>();
  for (const item of items) {
    if (item.text.trim() === '') continue;
    const key = `${String(item.page).padStart(6, '0')} ${String(item.angle).padStart(3, '0')}`;
    const there = groups.get(key);
    if (there) there.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => linesOfGroup(group.map(upright), gap));
}

/** Coordinates in which the text runs to the right: only differences count, so no page size is needed. */
function upright(item: TextItem): TextItem {
  const { x, y, angle } = item;
  switch (angle) {
    case 90:
      return { ...item, x: y, y: -x };
    case 180:
      return { ...item, x: -x, y: -y };
    case 270:
      return { ...item, x: -y, y: x };
    default:
      return item;
  }
}

function linesOfGroup(items: TextItem[], gap: number): Line[] {
  const byHeight = [...items].sort((one, other) => one.y - other.y || one.x - other.x);
  const rows: TextItem[][] = [];
  for (const item of byHeight) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    // Half the smaller letters: a raised “th” belongs to its line, the next line does not.
    const isSame = first && item.y - first.y < 0.5 * Math.min(first.size, item.size) + 0.5;
    if (row && isSame) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row, index) => lineOf(row, index + 1, gap));
}

function lineOf(row: TextItem[], number: number, gap: number): Line {
  const sorted = [...row].sort((one, other) => one.x - other.x);
  const pieces: Piece[] = [];
  for (const { text, x, width, size } of sorted) {
    const last = pieces.at(-1);
    const space = last ? x - last.end : 0;
    if (last && space < gap * Math.min(last.size, size)) {
      const between = space > 0.12 * size && !last.text.endsWith(' ') ? ' ' : '';
      last.text += between + text;
      last.end = Math.max(last.end, x + width);
      last.size = Math.max(last.size, size);
    } else {
      pieces.push({ text, x, end: x + width, size });
    }
  }
  const tidy = pieces.map((piece) => ({ ...piece, text: tidyText(piece.text) }));
  const { page, y, angle } = sorted[0] ?? { page: 1, y: 0, angle: 0 };
  return {
    ...{ page, y, angle, number },
    size: Math.max(...tidy.map(({ size }) => size)),
    pieces: tidy,
    text: tidy.map(({ text }) => text).join('   '),
  };
}

/** Ligatures and odd spaces made plain; leaders and rules of underscores left out. */
function tidyText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[_.…·]{4,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
