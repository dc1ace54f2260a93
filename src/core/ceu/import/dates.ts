import {
  orderShownBy,
  readWrittenDay,
  type DayOrder,
  type DayReading,
  type NoDay,
} from '../written-day';

/** Days of the table are past or planned; for reading them, only the form counts. */
const anyToday = '2026-01-01';

export function reading(cell: string): DayReading | NoDay {
  return readWrittenDay(cell, anyToday);
}

/** How the numbers of a column of dates are meant. */
export interface DateColumn {
  order: DayOrder | null;
  /**
   * named: no date depends on an order; shown: a part above 12 decides for the whole column; asked: the
   * user said it; open: it has to be asked.
   */
  because: 'named' | 'shown' | 'asked' | 'open';
  /** The cell that decides, where `because` is shown. */
  shownBy: string | null;
  /** Both orders occur for certain: somebody typed them by hand, and one answer may be wrong for some. */
  isMixed: boolean;
  /** How many cells depend on the order, and the first of them. */
  count: number;
  example: { text: string; monthFirst: string; dayFirst: string } | null;
}

/** Decides the order of the whole column: one 13/02/2026 says how all the others are meant. */
export function dateColumn(cells: readonly string[], answer: DayOrder | null): DateColumn {
  const shown = new Map<DayOrder, string>();
  let count = 0;
  let example: DateColumn['example'] = null;
  for (const cell of cells) {
    const read = reading(cell);
    // 02/30/2026 has a part above 12 and is no day in any order: it says nothing about the others.
    if (read === 'bad-date') continue;
    const order = orderShownBy(cell);
    if (order !== null && !shown.has(order)) shown.set(order, cell.trim());
    if (typeof read === 'string' || read.kind === 'day') continue;
    count += 1;
    example ??= { text: cell.trim(), monthFirst: read.monthFirst, dayFirst: read.dayFirst };
  }
  const isMixed = shown.size > 1;
  const common = { isMixed, count, example };
  if (count === 0) return { ...common, order: null, because: 'named', shownBy: null };
  const [only] = isMixed ? [] : shown;
  if (only) return { ...common, order: only[0], because: 'shown', shownBy: only[1] };
  const because = answer === null ? 'open' : 'asked';
  return { ...common, order: answer, because, shownBy: null };
}
