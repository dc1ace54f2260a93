/** Where each row of a long list begins, in pixels, and where the last one ends: one more than there are rows. */
export function offsetsOf(
  ids: readonly string[],
  heights: ReadonlyMap<string, number>,
  guess: number,
): Float64Array {
  const offsets = new Float64Array(ids.length + 1);
  let at = 0;
  for (let index = 0; index < ids.length; index += 1) {
    at += heights.get(ids[index] ?? '') ?? guess;
    offsets[index + 1] = at;
  }
  return offsets;
}

/** The row that lies at a height; the first above all, the last below. */
export function rowAt(offsets: Float64Array, height: number): number {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

export interface Piece {
  index: number;
  /** Pixels of rows that are not drawn, right before this one. */
  gap: number;
}

/**
 * The rows to draw: those from the first to the last seen, with `more` around them, and the one that has the focus wherever it is, so
 * that the focus is not lost when it is scrolled away. `after` is what is not drawn behind the last of them.
 */
export function piecesOf(
  offsets: Float64Array,
  seen: { top: number; bottom: number },
  more: number,
  focused: number,
): { pieces: Piece[]; after: number } {
  const count = offsets.length - 1;
  if (count <= 0) return { pieces: [], after: 0 };
  const from = Math.max(0, rowAt(offsets, seen.top) - more);
  const to = Math.min(count - 1, rowAt(offsets, seen.bottom) + more);
  const indexes = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  if (focused >= 0 && focused < from) indexes.unshift(focused);
  else if (focused > to && focused < count) indexes.push(focused);
  const start = (index: number) => offsets[index] ?? 0;
  const pieces = indexes.map((index, place) => {
    const before = indexes[place - 1];
    return { index, gap: start(index) - (before === undefined ? 0 : start(before + 1)) };
  });
  return { pieces, after: start(count) - start((indexes.at(-1) ?? 0) + 1) };
}
