const pureNumber = /^[-+]?\d+(\.\d+)?$/;
// What a spreadsheet would take for the start of a formula, in its full-width forms too. Apostrophes before it
// count as well, so that taking one away again always gives back what was there.
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

// The same where a spreadsheet set to another separator, as most are in Europe, begins a cell: quotes do not keep it
// from that, since they count at the start of what it takes for a cell only.
const inside = /(?<=[;|\t\r\n])(?='*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
const guarded = /(?<=[;|\t\r\n])'(?='*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * A cell that no spreadsheet runs, whichever separator it divides the file by: an apostrophe before what looks like
 * a formula. Numbers stay numbers.
 */
function cell(text: string): string {
  const kept = text.replace(inside, "'");
  const safe = formula.test(kept) && !pureNumber.test(kept) ? `'${kept}` : kept;
  return /["\r\n,;\t|]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Says to a spreadsheet that a file is UTF-8; without it Excel shows quotation marks and accents as other letters. */
export const utf8Mark = '\ufeff';

/** Rows as CSV (RFC 4180), each line ended by CR and LF. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What a cell of ours said before the apostrophes came into it. */
export function withoutApostrophe(text: string): string {
  const bare = text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
  return bare.replace(guarded, '');
}
