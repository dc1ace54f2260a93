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

/** The same words without their places. */
export function foldedWords(text: string): string[] {
  const found = fold(text).match(wordPattern) ?? [];
  return found.map((word) => (word === '%' ? 'percent' : word.replace(/[',]/g, '')));
}

const filler = new Set(
  `a about all also am an and any are as at be been being but by can come could did do does each every for
  from get gets give go got had happen happens has have he her his how i if in into is it its just let made
  make many may me much my no not of off on or our please put she should so some someone take tell than that
  the their them then there these they this those to too us was we went were what when where whether which
  who whom whose why will with would you your`.split(/\s+/),
);

/** A word that nearly every section has, and that nobody looks for beside others. */
export const isFiller = (word: string) => filler.has(word);

/**
 * What the forms of a word have in common, so that “approved” finds “approval” and “fees” “fee”. Endings
 * only, cut by rule: no part of any word that is shown.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  if (word.endsWith('ies') || word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  let stem = /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
  const ending = /(?:ing|ed|ment|al|ly)$/.exec(stem)?.[0] ?? '';
  if (ending !== '' && stem.length - ending.length >= 4) {
    stem = stem.slice(0, -ending.length);
    if (/^(?:ing|ed)$/.test(ending)) stem = stem.replace(/([^aeiouls])\1$/, '$1');
  }
  return stem.length > 4 ? stem.replace(/e$/, '') : stem;
}
