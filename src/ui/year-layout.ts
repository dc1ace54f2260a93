import { scaleUtc } from 'd3-scale';
import type { YearMark } from '../core/today';

/** One label of the drawing: where it stands, and on which line above (positive) or below the year. */
export interface PlacedLabel {
  id: string;
  text: string;
  /** The middle of the text. */
  x: number;
  /** Where its mark is. */
  at: number;
  lane: Lane;
  isStrong: boolean;
}
export type Lane = 2 | 1 | -1 | -2;

interface Asked {
  id: string;
  text: string;
  date: string;
  side: 1 | -1;
  isStrong: boolean;
}

const gap = 8;
/** How far a line that leads to a label on the second lane keeps off the letters it passes. */
const leadGap = 4;

/** Generous for Inter at 12 px, so that what is worked out here never touches on the screen. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[A-Z0-9]/.test(letter) ? 8.6 : 6.6), 0);
}

export function yearScale(year: { start: string; end: string }, width: number, inset: number) {
  return scaleUtc([new Date(year.start), new Date(year.end)], [inset, width - inset]);
}

/** From the first day to the last mark, which may be the first day of the year after. */
export function spanOf(year: { start: string; end: string; marks: readonly YearMark[] }) {
  const dates = year.marks.map(({ date }) => date);
  return { start: year.start, end: [year.end, ...dates].toSorted().at(-1) ?? year.end };
}

/**
 * A place for each label in which none touches another: what takes effect below the line, what prepares for
 * it above, on a second lane or the other side where there is no room. A label with no room at all is left
 * out; its mark stays, and the list under the drawing names it.
 */
export function placeLabels(
  marks: readonly YearMark[],
  today: { date: string; label: string },
  width: number,
  x: (date: string) => number,
): PlacedLabel[] {
  const asked: Asked[] = [
    { id: 'today', text: today.label, date: today.date, side: 1, isStrong: true },
    ...marks
      .toSorted((one, other) => rank(one) - rank(other) || one.date.localeCompare(other.date))
      .map(({ id, label, date, weight }) => {
        const isStrong = weight === 'takes-effect';
        return { id, text: label, date, side: isStrong ? (-1 as const) : (1 as const), isStrong };
      }),
  ];
  const placed: PlacedLabel[] = [];
  const halfOf = (text: string) => textWidth(text) / 2;
  const touch = (one: PlacedLabel, other: PlacedLabel) =>
    one.lane === other.lane &&
    Math.abs(one.x - other.x) < halfOf(one.text) + halfOf(other.text) + gap;
  /** Whether the line that leads to the outer label runs through the inner one on the same side. */
  const isCrossed = (inner: PlacedLabel, outer: PlacedLabel) =>
    outer.lane === inner.lane * 2 && Math.abs(outer.at - inner.x) < halfOf(inner.text) + leadGap;
  for (const { id, text, date, side, isStrong } of asked) {
    const half = halfOf(text);
    const at = x(date);
    const middle = Math.min(Math.max(at, half), width - half);
    const lanes = (side === 1 ? [1, 2, -1, -2] : [-1, -2, 1, 2]) as Lane[];
    const label = lanes
      .map((lane): PlacedLabel => ({ id, text, x: middle, at, lane, isStrong }))
      .find((one) =>
        placed.every(
          (other) => !touch(one, other) && !isCrossed(one, other) && !isCrossed(other, one),
        ),
      );
    if (label) placed.push(label);
  }
  return placed;
}

const rank = ({ weight }: YearMark) => (weight === 'takes-effect' ? 0 : 1);
