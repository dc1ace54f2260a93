import { guessByNames } from './columns';
import { reading } from './dates';
import type { ImportTable, TableRow } from './table';
import { mostColumns } from './schema';

/** Above a table stand titles, names and addresses, but not pages of them. */
const mostBefore = 20;

/** A table of rows as they came: finds its header, and leaves out what stands before it and what is empty. */
export function tableOf(
  rows: readonly TableRow[],
  about: Pick<ImportTable, 'name' | 'from' | 'encoding' | 'separator'>,
): ImportTable {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const at = filled.slice(0, mostBefore).findIndex(({ cells }) => isHeader(cells));
  const header = filled[at]?.cells.slice(0, mostColumns).map((cell) => cell.trim());
  if (header) return { ...about, header, hasHeader: true, rows: filled.slice(at + 1) };
  const width = Math.min(mostColumns, Math.max(0, ...filled.map(({ cells }) => cells.length)));
  const names = Array.from({ length: width }, (_, index) => `Column ${index + 1}`);
  return { ...about, header: names, hasHeader: false, rows: filled };
}

/** A row of names, two of which we know, and no date among them. */
export function isHeader(cells: readonly string[]): boolean {
  const known = guessByNames(cells).filter((field) => field !== null);
  return known.length >= 2 && cells.every((cell) => typeof reading(cell) === 'string');
}
