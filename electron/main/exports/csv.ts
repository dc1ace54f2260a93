const pureNumber = /^[-+]?\d+(\.\d+)?$/;
// What a spreadsheet would take for the start of a formula, in its full-width forms too. Apostrophes before it
// count as well, so that taking one away again always gives back what was there.
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A cell that no spreadsheet runs: an apostrophe before what looks like a formula. Numbers stay numbers. */
function cell(text: string): string {
  const safe = formula.test(text) && !pureNumber.test(text) ? `'${text}` : text;
  return /["\r\n,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180), each line ended by CR and LF. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What a cell of ours said before the apostrophe came before it. */
export function withoutApostrophe(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
