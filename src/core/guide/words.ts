/** A word of a text as search compares it, and where it stands. */
export interface Word {
  word: string;
  from: number;
  to: number;
}

const same: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/**
 * The text without what people do not type: accents, curly quotes, the kind of a dash, capitals. Each
 * character stays where it was, so that places in the answer are places in the text.
 */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) folded += foldOne(text.charAt(at));
  return folded;
}

function foldOne(letter: string): string {
  if (letter < '\u0080') return letter.toLowerCase();
  return same[letter] ?? letter.normalize('NFD').charAt(0).toLowerCase().charAt(0);
}

/** Letters with the apostrophes in them, a number with its commas and points, or a percent sign. */
const wordPattern = /\p{L}+(?:'\p{L}+)*|\d+(?:[.,]\d+)*|%/gu;

/**
 * The words in their order. `ICD-10-PCS`, `icd 10 pcs` and `icd10pcs` are the same three; `coder’s` is
 * `coders`; `$50,250` is `50250`; `%` is `percent`.
 */
export function wordsOf(text: string): Word[] {
  return [...fold(text).matchAll(wordPattern)].map((found) => ({
    word: found[0] === '%' ? 'percent' : found[0].replace(/[',]/g, ''),
    from: found.index,
    to: found.index + found[0].length,
  }));
}

const filler = new Set(
  'a an and are as at be by for from has have in is it its of on or that the this to was what when which who why with'.split(
    ' ',
  ),
);

/** A word that nearly every section has, and that nobody looks for beside others. */
export const isFiller = (word: string) => filler.has(word);
