import { linesOf, type Line, type Piece } from '../page-lines';
import type { PageText } from '../page-text';
import { guessByNames } from './columns';
import { isHeader } from './find-header';
import type { ImportTable, TableRow } from './table';

/** Words stand closer together than columns do. */
const columnGap = 0.6;
const isFooter = /^(?:(?:grand |sub)?total\b|page \d+|printed\b|\d+ of \d+$)/i;

/**
 * The rows of a transcript: under a line of known names, what stands in the place of each. A line that only
 * goes on with a text belongs to the row before it; the header of the next page is not a row.
 */
export function transcriptTable(text: PageText, name: string): ImportTable {
  const about = { name, from: 'pdf', encoding: null, separator: null } as const;
  const lines = linesOf(text.items, columnGap);
  const first = lines.find((line) => isHeader(line.pieces.map((piece) => piece.text)));
  if (!first) return { ...about, header: [], hasHeader: false, rows: [] };
  const header = first.pieces.map((piece) => piece.text);
  const fields = guessByNames(header);
  const rows: { line: number; page: number; cells: string[]; y: number; size: number }[] = [];
  const isNames = (line: Line) =>
    line.pieces.length === header.length && isHeader(line.pieces.map(({ text }) => text));
  const tops = new Map(lines.filter(isNames).map(({ page, y }) => [page, y]));
  let columns = first.pieces;
  for (const line of lines.slice(lines.indexOf(first) + 1)) {
    if (isNames(line)) columns = line.pieces;
    // What stands above the names on a further page is its letterhead.
    const isAbove = line.y <= (tops.get(line.page) ?? -Infinity);
    if (isAbove || isFooter.test(line.text)) continue;
    const cells = cellsUnder(columns, line);
    const last = rows.at(-1);
    const isWhole = fields.some(
      (field, at) => (field === 'completedOn' || field === 'units') && /\d/.test(cells[at] ?? ''),
    );
    if (isWhole) rows.push({ ...line, line: line.number, cells });
    else if (last?.page === line.page && line.y - last.y <= 1.7 * line.size) {
      last.cells = last.cells.map((cell, at) => `${cell} ${cells[at] ?? ''}`.trim());
      last.y = line.y;
    }
  }
  return {
    ...about,
    header,
    hasHeader: true,
    rows: rows.map(({ line, page, cells }): TableRow => ({ line, page, cells })),
  };
}

/** Each piece goes to the column whose name it stands under, or else is next to. */
function cellsUnder(columns: readonly Piece[], line: Line): string[] {
  const cells = columns.map((): string[] => []);
  for (const piece of line.pieces) {
    const away = columns.map((column) => distance(column, piece));
    cells[away.indexOf(Math.min(...away))]?.push(piece.text);
  }
  return cells.map((parts) => parts.join(' '));
}

/** Negative by as much as they overlap. */
function distance(column: Piece, piece: Piece): number {
  return Math.max(column.x, piece.x) - Math.min(column.end, piece.end);
}
