import Papa from 'papaparse';
import { tableOf } from '../../../src/core/ceu/import/find-header';
import { isOwnExport } from '../../../src/core/ceu/import/own-export';
import { mostRows } from '../../../src/core/ceu/import/schema';
import type {
  Encoding,
  ImportTable,
  Separator,
  TableRow,
} from '../../../src/core/ceu/import/table';
import { failed, ok, type Result } from '../../../src/core/result';
import { withoutApostrophe } from '../exports/csv';
import { decode } from './decode';

export const mostTableBytes = 25 * 1024 * 1024;
const separators: readonly Separator[] = [',', ';', '\t', '|'];

/** A CSV file in any of the usual letters and separators. */
export async function readCsv(bytes: Uint8Array, name: string): Promise<Result<ImportTable>> {
  if (bytes.length > mostTableBytes) return failed('import-size', { name });
  const file = decode(bytes);
  if (file === null) return failed('import-not-text', { name });
  return tableOfText(file.text, { name, from: 'csv', encoding: file.encoding });
}

interface About {
  name: string;
  from: 'csv' | 'paste';
  encoding: Encoding | null;
}

/** Problems: import-no-rows, import-too-many, import-open-quote. */
export async function tableOfText(
  text: string,
  { name, ...about }: About,
): Promise<Result<ImportTable>> {
  // Spreadsheets write the separator into a first line of its own.
  const said = /^sep=([,;\t|])\r?\n/i.exec(text.slice(0, 10));
  const skipped = said?.[0] ?? '';
  const parsed = await parse(text.slice(skipped.length), said?.[1] ?? '', skipped === '' ? 1 : 2);
  if (parsed.openQuote !== null) {
    return failed('import-open-quote', { name, line: String(parsed.openQuote) });
  }
  const table = tableOf(parsed.rows, { ...about, name, separator: parsed.separator });
  if (table.rows.length === 0) return failed('import-no-rows', { name });
  if (table.rows.length > mostRows) {
    return failed('import-too-many', { name, most: mostRows.toLocaleString('en-US') });
  }
  return ok(isOwnExport(table.header) ? unguarded(table) : table);
}

/** How long the program’s own process is held up at a time: a frame of it goes on between two slices. */
const sliceTime = 8;
const rowsBetweenLooks = 50;

interface Parsed {
  rows: TableRow[];
  openQuote: number | null;
  separator: Separator | null;
}

/** In slices, since the window and everything else of the program waits for this process. */
function parse(text: string, separator: string, firstLine: number): Promise<Parsed> {
  const rows: TableRow[] = [];
  let found: string = separator;
  let openQuote: number | null = null;
  let line = firstLine;
  /** Where the slice begins, and where in the text its next row does. */
  let base = 0;
  let at = 0;
  let began = performance.now();
  return new Promise((resolve) => {
    Papa.parse<string[]>(text, {
      delimiter: separator,
      delimitersToGuess: [...separators],
      // The fast way divides the whole rest of the text anew for each slice.
      fastMode: false,
      step({ data, meta, errors }, parser) {
        found = meta.delimiter;
        if (errors.some(({ code }) => code === 'MissingQuotes')) openQuote ??= line;
        rows.push({ line, cells: data });
        const next = base + meta.cursor;
        line += linesIn(text, at, next);
        at = next;
        // One more than fits is enough to say so.
        if (rows.length > mostRows + 100) parser.abort();
        else if (rows.length % rowsBetweenLooks === 0 && performance.now() - began > sliceTime) {
          base = next;
          parser.pause();
          setImmediate(() => {
            began = performance.now();
            parser.resume();
          });
        }
      },
      complete() {
        const known = separators.find((one) => one === found) ?? null;
        resolve({ rows, openQuote, separator: known });
      },
    });
  });
}

/** Cells may hold line breaks, so the lines of a file are not its rows. */
function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const character = text[at];
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) count += 1;
  }
  return count;
}

function unguarded(table: ImportTable): ImportTable {
  const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map(withoutApostrophe) }));
  return { ...table, rows };
}
