/** What of a list fits on paper, and how many are left over. */
export interface FittingNotes<T> {
  shown: T[];
  more: number;
}

/**
 * As many of a list's items, in their order, as fit into so many lines of so many characters; where some are left
 * over, the last line is kept free to say so. Each item takes at most `most` lines: beyond that it is cut.
 */
export function notesThatFit<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  { lines, characters, most }: { lines: number; characters: number; most: number },
): FittingNotes<T> {
  const heights = items.map((item) =>
    Math.min(most, Math.max(1, Math.ceil(textOf(item).length / characters))),
  );
  const heightOf = (count: number) => heights.slice(0, count).reduce((sum, one) => sum + one, 0);
  if (heightOf(items.length) <= lines) return { shown: [...items], more: 0 };
  let count = items.length;
  while (count > 0 && heightOf(count) > lines - 1) count -= 1;
  return { shown: items.slice(0, count), more: items.length - count };
}
