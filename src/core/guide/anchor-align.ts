import { isWordUnit } from './anchor-text';

/** What is looked for: a quote between its contexts, folded. */
export interface Pattern {
  text: string;
  quoteStart: number;
  quoteEnd: number;
}

/** A stretch of text in which a pattern may stand. */
export interface Region {
  from: number;
  to: number;
}

/** How a pattern can be read out of a text, and what of it is left there. */
export interface Reading {
  /** What the edits in between cost. 0: it stands there word for word. */
  cost: number;
  edits: number;
  /** Units of the quote that are still there, in order, and the longest run of them. */
  kept: number;
  longestRun: number;
  /** Units of the context on each side that are still there, in runs that chance does not make. */
  before: number;
  after: number;
  /** How far the contexts stand apart in the text, measured between what is left of both. */
  between: number;
  /** Where what is left of the quote lies in the text. Both 0 where nothing is left. */
  start: number;
  end: number;
}

/**
 * People edit in few places, not in many letters, so an edit costs much once and little per letter; what
 * was added says less about a passage than what is gone. anchor.property.test.ts holds these to their task.
 */
const editCost = 16;
const dropCost = 2;
const addCost = 1;
/** "of the " and the like stand everywhere; a run of the context counts from here on. */
const tellingRun = 8;
const unreachable = 1 << 29;

/** How a cell was reached: one bit for the state "in a match", two for "in an edit", 0 for its first step. */
const fromEdit = 1;
const byDropping = 2;
const byAdding = 4;

/**
 * The cheapest reading of the pattern in `text` between `from` and `to`; the text around it is free. An
 * alignment with affine gaps, where an exchange is one edit that drops and adds. Null where every reading
 * costs `limit` or more. Takes pattern length times region length in time, and as many bytes.
 */
export function align(
  pattern: Pattern,
  text: string,
  { from, to }: Region,
  limit: number,
): Reading | null {
  const wanted = pattern.text;
  const width = to - from + 1;
  const units = new Uint16Array(width);
  for (let column = 1; column < width; column += 1) {
    units[column] = text.charCodeAt(from + column - 1);
  }
  const steps = new Uint8Array((wanted.length + 1) * width);
  let match = new Int32Array(width);
  let edit = new Int32Array(width).fill(editCost);
  let nextMatch = new Int32Array(width);
  let nextEdit = new Int32Array(width);
  for (let row = 1; row <= wanted.length; row += 1) {
    const unit = wanted.charCodeAt(row - 1);
    const line = row * width;
    let inEdit = unreachable;
    let least = unreachable;
    for (let column = 0; column < width; column += 1) {
      let inMatch = unreachable;
      let step = 0;
      if (column > 0 && units[column] === unit) {
        inMatch = match[column - 1] as number;
        const closing = edit[column - 1] as number;
        if (closing < inMatch) {
          inMatch = closing;
          step = fromEdit;
        }
      }
      const adding = inEdit + addCost;
      const dropping = (edit[column] as number) + dropCost;
      inEdit = inMatch + editCost;
      if (dropping < inEdit) {
        inEdit = dropping;
        step = (step & fromEdit) | byDropping;
      }
      if (adding < inEdit) {
        inEdit = adding;
        step = (step & fromEdit) | byAdding;
      }
      if (inMatch < least) least = inMatch;
      if (inEdit < least) least = inEdit;
      nextMatch[column] = inMatch;
      nextEdit[column] = inEdit;
      steps[line + column] = step;
    }
    if (least >= limit) return null;
    [match, nextMatch] = [nextMatch, match];
    [edit, nextEdit] = [nextEdit, edit];
  }
  let column = 0;
  let isInEdit = false;
  let cost = unreachable;
  for (let at = 0; at < width; at += 1) {
    const inMatch = match[at] as number;
    const inEdit = edit[at] as number;
    if (Math.min(inMatch, inEdit) >= cost) continue;
    isInEdit = inEdit < inMatch;
    cost = isInEdit ? inEdit : inMatch;
    column = at;
  }
  const places = placesOf(wanted.length, steps, width, column, isInEdit);
  return { cost, ...summary(pattern, places, text, from) };
}

/** For each unit of the pattern the column in which it was found, or 0. Follows the steps back. */
function placesOf(
  rows: number,
  steps: Uint8Array,
  width: number,
  lastColumn: number,
  isLastInEdit: boolean,
): Int32Array {
  const places = new Int32Array(rows);
  let row = rows;
  let column = lastColumn;
  let isInEdit = isLastInEdit;
  while (row > 0) {
    const step = steps[row * width + column] ?? 0;
    const how = step & ~fromEdit;
    if (!isInEdit) {
      places[row - 1] = column;
      isInEdit = (step & fromEdit) !== 0;
      row -= 1;
      column -= 1;
    } else if (how === byDropping) {
      row -= 1;
    } else if (how === byAdding) {
      column -= 1;
    } else {
      isInEdit = false;
    }
  }
  return places;
}

function summary(pattern: Pattern, places: Int32Array, text: string, from: number) {
  const { quoteStart, quoteEnd } = pattern;
  const left = {
    edits: 0,
    kept: 0,
    longestRun: 0,
    before: 0,
    after: 0,
    between: 0,
    start: 0,
    end: 0,
  };
  let first = -1;
  let last = -1;
  let at = 0;
  while (at < places.length) {
    const runStart = at;
    const isKept = (places[at] ?? 0) > 0;
    at += 1;
    while (at < places.length && isNext(places[at - 1] ?? 0, places[at] ?? 0)) at += 1;
    // Each gap is one edit, and so is an insertion, where one run meets the next.
    if (!isKept || (runStart > 0 && (places[runStart - 1] ?? 0) > 0)) left.edits += 1;
    if (!isKept) {
      if (isMergedSpace(pattern, runStart, at)) left.kept += 1;
      continue;
    }
    const quoteFrom = Math.max(runStart, quoteStart);
    const quoteTo = Math.min(at, quoteEnd);
    if (quoteFrom < quoteTo) {
      left.kept += quoteTo - quoteFrom;
      left.longestRun = Math.max(left.longestRun, quoteTo - quoteFrom);
      if (first === -1) first = quoteFrom;
      last = quoteTo - 1;
    }
    if (at - runStart < tellingRun) continue;
    left.before += Math.max(0, Math.min(at, quoteStart) - runStart);
    left.after += Math.max(0, at - Math.max(runStart, quoteEnd));
  }
  const lastBefore = places.findLast((place, index) => index < quoteStart && place > 0);
  const firstAfter = places.find((place, index) => index >= quoteEnd && place > 0);
  left.between = (firstAfter ?? Infinity) - (lastBefore ?? 0) - 1;
  if (first === -1) return left;
  left.start = from + (places[first] ?? 0) - 1;
  left.end = from + (places[last] ?? 0);
  // A word whose first or last letters were exchanged is marked whole, as far as it is nobody else's.
  if (first > quoteStart) {
    const floor = from + (places.findLast((place, index) => index < first && place > 0) ?? 0);
    while (left.start > floor && isInWord(text, left.start)) left.start -= 1;
  }
  if (last < quoteEnd - 1) {
    const taken = places.find((place, index) => index > last && place > 0);
    const ceiling = taken === undefined ? text.length : from + taken - 1;
    while (left.end < ceiling && isInWord(text, left.end)) left.end += 1;
  }
  return left;
}

/** What is taken out from between two spaces leaves one of them in folded text; the other is not lost. */
function isMergedSpace({ text, quoteStart, quoteEnd }: Pattern, from: number, to: number): boolean {
  if (from <= quoteStart || to >= quoteEnd) return false;
  return (
    (text[from - 1] === ' ' && text[to - 1] === ' ') || (text[from] === ' ' && text[to] === ' ')
  );
}

/** Whether a run goes on, be it of units that were found or of units that were not. */
function isNext(last: number, place: number): boolean {
  return last === 0 ? place === 0 : place === last + 1;
}

function isInWord(text: string, offset: number): boolean {
  return isWordUnit(text.charCodeAt(offset - 1)) && isWordUnit(text.charCodeAt(offset));
}
