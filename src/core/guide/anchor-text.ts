/** A part of a chapter or document: its plain text, blocks joined by line breaks. Offsets are UTF-16 units. */
export interface TextSection {
  id: string;
  text: string;
}

export interface Folded {
  text: string;
  /** The original offset of each folded unit, and the length at the end; null where they are the same. */
  origin: Uint32Array | null;
}

/** A range in one section's own text. */
export interface TextRange {
  section: string;
  start: number;
  end: number;
}

/** All sections as one folded text, because a section can be cut in two or grow together with the next. */
export interface JoinedText {
  text: string;
  /** Where each section starts in the joined text. */
  starts: number[];
  sections: readonly TextSection[];
  folded: Folded[];
}

/**
 * Stands where a section begins or ends, and weighs as much as a few letters; folded text has no line
 * breaks of its own.
 */
export const edgeMark = '\n\n\n\n';
/** How much text on each side an anchor remembers. */
export const contextLength = 64;
const space = 32;
const invisible = new Set([0xad, 0x200b, 0x2060]);

/**
 * The text as it is compared: curly quotes straight, dashes short, every run of white space one space,
 * invisible marks gone. Letters keep their case.
 */
export function fold(text: string): Folded {
  const plain = text
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[^\S ]/g, ' ');
  if (!/ {2}|[\u00ad\u200b\u2060]/.test(plain)) return { text: plain, origin: null };
  const origin = new Uint32Array(plain.length + 1);
  const runs: string[] = [];
  let kept = 0;
  let runStart = 0;
  let last = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const unit = plain.charCodeAt(at);
    if (invisible.has(unit) || (unit === space && last === space)) {
      runs.push(plain.slice(runStart, at));
      runStart = at + 1;
    } else {
      origin[kept] = at;
      kept += 1;
      last = unit;
    }
  }
  runs.push(plain.slice(runStart));
  origin[kept] = plain.length;
  return { text: runs.join(''), origin: origin.subarray(0, kept + 1) };
}

/** The folded offset of an original one; the end for what lies past it. */
export function foldedOffset({ text, origin }: Folded, offset: number): number {
  const wanted = Math.max(0, Math.trunc(offset) || 0);
  if (!origin) return Math.min(wanted, text.length);
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((origin[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sections in their order, with the edge mark before, between and after them. */
export function joinedText(sections: readonly TextSection[]): JoinedText {
  const folded = sections.map(({ text }) => fold(text));
  const starts: number[] = [];
  let at = edgeMark.length;
  for (const { text } of folded) {
    starts.push(at);
    at += text.length + edgeMark.length;
  }
  const text = ['', ...folded.map((one) => one.text), ''].join(edgeMark);
  return { text, starts, sections, folded };
}

/** The index of the section in which a joined offset lies. */
export function sectionIndexAt({ starts }: JoinedText, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * A joined range in the sections' own offsets: the longest part where it crosses from one section into the
 * next, the first of equal ones. Null where nothing but the gaps between sections lies in it.
 */
export function rangeIn(joined: JoinedText, start: number, end: number): TextRange | null {
  let longest: TextRange | null = null;
  let length = 0;
  for (let index = sectionIndexAt(joined, start); index < joined.starts.length; index += 1) {
    const base = joined.starts[index] ?? 0;
    const section = joined.sections[index];
    const folded = joined.folded[index];
    if (base >= end || !section || !folded) break;
    const from = Math.max(start - base, 0);
    const to = Math.min(end - base, folded.text.length);
    if (to - from <= length) continue;
    length = to - from;
    const { origin } = folded;
    longest = {
      section: section.id,
      start: wholeStart(section.text, origin ? (origin[from] ?? 0) : from),
      end: wholeEnd(section.text, origin ? (origin[to - 1] ?? 0) + 1 : to),
    };
  }
  return longest;
}

/** The offset, or the one before where it would cut a surrogate pair. */
export function wholeStart(text: string, offset: number): number {
  return isInsidePair(text, offset) ? offset - 1 : offset;
}

/** The offset, or the one after where it would cut a surrogate pair. */
export function wholeEnd(text: string, offset: number): number {
  return isInsidePair(text, offset) ? offset + 1 : offset;
}

function isInsidePair(text: string, offset: number): boolean {
  const high = text.charCodeAt(offset - 1);
  const low = text.charCodeAt(offset);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

/** Letters, figures and everything beyond ASCII, by code unit. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    unit >= 0x80
  );
}
