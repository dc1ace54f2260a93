import type { Day, Units } from '../library/fields';
import { mostUnits, parseUnits } from '../units';
import { labelOf, type CertificateField, type FoundLabel } from './certificate-labels';
import { inSentences } from './certificate-sentences';
import { linesOf, type Line, type Piece } from './page-lines';
import type { PageText } from './page-text';
import { readWrittenDay, type DayReading } from './written-day';

export type { CertificateField } from './certificate-labels';

/** sure: beside or below its label; likely: a sentence says it; guess: it only looks like it. */
export type Sureness = 'sure' | 'likely' | 'guess';

/** A value that a certificate may mean, with the line that it was taken from. Never saved without a yes. */
export interface Proposal<T> {
  value: T;
  /** As it stands there. */
  text: string;
  line: string;
  page: number;
  sureness: Sureness;
}

/** By field, the best first; none where nothing was found. */
export interface CertificateProposals {
  title: Proposal<string>[];
  sponsor: Proposal<string>[];
  indexNumber: Proposal<string>[];
  units: Proposal<Units>[];
  completedOn: Proposal<DayReading>[];
}

/** A text that was found for a field, not yet read. */
export interface Found {
  field: CertificateField;
  text: string;
  line: Line;
  sureness: Sureness;
}

/** What a certificate must show where a body verifies it: index number, sponsor, title, units and date. */
export const fieldsOfAudit: readonly CertificateField[] = [
  'indexNumber',
  'sponsor',
  'title',
  'units',
  'completedOn',
];

/**
 * What the text of a certificate seems to say: labels with their values to the right, below or above, then
 * sentences, then what merely looks like it. `today` is only for reading dates.
 */
export function proposalsOf(text: PageText, today: Day): CertificateProposals {
  const lines = linesOf(text.items);
  const labelled = lines.flatMap((line, index) => inLabels(lines, line, index));
  const found = [...labelled.filter(isOurs), ...inSentences(lines, labelled)];
  return {
    title: proposed(found, 'title', (one) => readText(one, 300)),
    sponsor: proposed(found, 'sponsor', (one) => readText(withoutArticle(one), 200)),
    indexNumber: proposed(found, 'indexNumber', readIndexNumber),
    units: proposed(found, 'units', readUnits),
    completedOn: proposed(found, 'completedOn', (one) => readDay(one, today)),
  };
}

/** Whether the certificate shows what an audit asks for, as far as its text can tell. */
export function shownOnCertificate(
  proposals: CertificateProposals,
  fields: readonly CertificateField[] = fieldsOfAudit,
): { field: CertificateField; state: 'shown' | 'unsure' | 'not-found' }[] {
  return fields.map((field) => {
    const [best] = proposals[field];
    const state = !best ? 'not-found' : best.sureness === 'guess' ? 'unsure' : 'shown';
    return { field, state };
  });
}

/** Found beside a label; `null` for what stands beside a label that is none of ours. */
export interface Labelled extends Omit<Found, 'field'> {
  field: CertificateField | null;
  piece: Piece;
}
const isOurs = (one: Labelled): one is Labelled & Found => one.field !== null;

function inLabels(lines: readonly Line[], line: Line, index: number): Labelled[] {
  return line.pieces.flatMap((piece, at): Labelled[] => {
    const label = labelOf(piece.text);
    if (!label) return [];
    const field = label.kind === 'other' ? null : label.kind;
    const own = { field, line, piece };
    if (label.rest !== '') {
      const isIn = label.isMarked || isValueWithoutMark(label);
      if (!isIn) return [];
      const wrapped = field === 'title' ? continued(lines, index, piece, label.rest) : label.rest;
      return [{ ...own, text: wrapped, sureness: label.isMarked ? 'sure' : 'likely' }];
    }
    const beside = besideOf(lines, index, at, label);
    if (!beside) return [];
    const text =
      field === 'title'
        ? continued(lines, lines.indexOf(beside.line), beside.piece, beside.piece.text)
        : beside.piece.text;
    return [{ ...beside, field, text }];
  });
}

/** “CEUs 1.5” and “Presented by …” are a label and its value; “Program evaluation” is no title. */
function isValueWithoutMark({ kind, words, rest }: FoundLabel): boolean {
  switch (kind) {
    case 'title':
      return /title|name of/.test(words);
    case 'sponsor':
      return words.endsWith(' by');
    case 'indexNumber':
      return words !== 'index' && /^\S*\d/.test(rest);
    case 'units':
      return /^\d/.test(rest);
    case 'completedOn':
      return /\d/.test(rest);
    case 'other':
      return words.includes(' ') || words === 'format';
  }
}

/** The value of a label that stands alone: to its right, below it, or above it as over a signature. */
function besideOf(
  lines: readonly Line[],
  index: number,
  at: number,
  label: FoundLabel,
): Pick<Labelled, 'piece' | 'line' | 'sureness'> | null {
  const line = lines[index];
  const own = line?.pieces[at];
  if (!line || !own) return null;
  const right = line.pieces[at + 1];
  if (right && canBe(label.kind, right.text)) return { piece: right, line, sureness: 'sure' };
  const fits = (other: Line | undefined) => {
    const isNear =
      other?.page === line.page &&
      other.angle === line.angle &&
      Math.abs(other.y - line.y) <= 2.6 * Math.max(own.size, other.size);
    return isNear ? other.pieces.find((piece) => isAligned(own, piece)) : undefined;
  };
  for (const next of lines.slice(index + 1, index + 4)) {
    const below = fits(next);
    if (below && canBe(label.kind, below.text))
      return { piece: below, line: next, sureness: 'sure' };
    if (below) break;
  }
  const before = label.isMarked ? undefined : lines[index - 1];
  const above = fits(before);
  return before && above && label.kind !== 'title' && canBe(label.kind, above.text)
    ? { piece: above, line: before, sureness: 'guess' }
    : null;
}

function canBe(kind: FoundLabel['kind'], text: string): boolean {
  if (labelOf(text)?.rest === '' || labelOf(text)?.isMarked) return false;
  if (kind === 'units') return readUnits(text) !== null;
  if (kind === 'completedOn' || kind === 'indexNumber') return /\d/.test(text);
  return true;
}

/** Under each other: they begin alike, or their middles are. */
function isAligned(one: Piece, other: Piece): boolean {
  const most = 1.5 * Math.max(one.size, other.size);
  const middles = (one.x + one.end - other.x - other.end) / 2;
  return Math.abs(one.x - other.x) <= most || Math.abs(middles) <= most;
}

/** A title that goes on below itself: same place, same letters, the next line. */
function continued(lines: readonly Line[], index: number, piece: Piece, start: string): string {
  let text = start;
  let above = lines[index];
  for (const line of lines.slice(index + 1, index + 4)) {
    if (!above || line.y - above.y > 1.5 * piece.size || line.page !== above.page) break;
    const at = line.pieces.findIndex(
      ({ x, size }) => Math.abs(x - piece.x) <= 2 && Math.abs(size - piece.size) < 0.6,
    );
    const next = line.pieces[at];
    const before = line.pieces[at - 1];
    if (!next || labelOf(next.text) || (before && labelOf(before.text))) break;
    text = `${text} ${next.text}`;
    above = line;
  }
  return text;
}

const ranks: Record<Sureness, number> = { sure: 0, likely: 1, guess: 2 };

function proposed<T>(
  found: readonly Found[],
  field: CertificateField,
  read: (text: string) => T | null,
): Proposal<T>[] {
  const proposals: Proposal<T>[] = [];
  for (const { text, line, sureness } of found.filter((one) => one.field === field)) {
    const value = read(text);
    if (value === null) continue;
    proposals.push({ value, text, line: line.text, page: line.page, sureness });
  }
  const sorted = proposals.sort((one, other) => ranks[one.sureness] - ranks[other.sureness]);
  const key = ({ value }: Proposal<T>) => JSON.stringify(value);
  return sorted.filter((one, at) => sorted.findIndex((other) => key(other) === key(one)) === at);
}

function readText(text: string, most: number): string | null {
  const plain = text.replace(/^[“"'‘]+|[”"'’.,;]+$/g, '').trim();
  return plain.length >= 2 && plain.length <= most ? plain : null;
}

function withoutArticle(text: string): string {
  return text.replace(/^the /i, '');
}

/** The number itself: what stands behind it in brackets or after a comma is not part of it. */
function readIndexNumber(text: string): string | null {
  const plain = text.replace(/\s*[(,;].*$/, '').trim();
  return /\d/.test(plain) && plain.length <= 60 ? plain : null;
}

/** “1.5”, “1.5 CEUs”, “2.0 hours”; never a day or a number within words. */
export function readUnits(text: string): Units | null {
  const number = /^(\d{1,3}(?:[.,]\d{1,3})?)(?=$|\s*[a-z(*/]|\s*$)/i.exec(text.trim())?.[1];
  if (number === undefined) return null;
  const units = parseUnits(number.replace(/([.,]\d\d)0$/, '$1'));
  return units.ok && units.value > 0 && units.value <= mostUnits ? units.value : null;
}

function readDay(text: string, today: Day): DayReading | null {
  const reading = readWrittenDay(text, today);
  return typeof reading === 'string' ? null : reading;
}
