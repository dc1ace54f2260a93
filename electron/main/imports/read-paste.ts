import { tableOf } from '../../../src/core/ceu/import/find-header';
import { htmlTableRows } from '../../../src/core/ceu/import/html-table';
import { mostRows } from '../../../src/core/ceu/import/schema';
import type { ImportTable } from '../../../src/core/ceu/import/table';
import { failed, ok, type Result } from '../../../src/core/result';
import { tableOfText } from './read-csv';

const name = 'Pasted rows';

/** Rows from a web page or a spreadsheet: its table if the clipboard has one, or else its text. */
export async function readPaste(text: string, html: string): Promise<Result<ImportTable>> {
  const rows = htmlTableRows(html);
  if (rows.length > mostRows) {
    return failed('import-too-many', { name, most: mostRows.toLocaleString('en-US') });
  }
  if (rows.some(({ cells }) => cells.length > 1)) {
    const table = tableOf(rows, { name, from: 'paste', encoding: null, separator: null });
    if (table.rows.length > 0) return ok(table);
  }
  return tableOfText(text, { name, from: 'paste', encoding: null });
}
