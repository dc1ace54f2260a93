import { describe, expect, test } from 'vitest';
import type { YearMark } from '../core/today';
import { placeLabels, textWidth, yearScale } from './year-layout';

const mark = (date: string, label: string, weight: YearMark['weight']): YearMark => ({
  id: `${date} ${label}`,
  date,
  label,
  title: label,
  weight,
  isApproximate: false,
});
const year = { start: '2026-10-01', end: '2027-10-01' };
const marks = [
  mark('2026-10-01', 'FY2027, October 1', 'takes-effect'),
  mark('2027-01-01', 'CPT 2027', 'takes-effect'),
  mark('2027-01-01', 'HCPCS', 'takes-effect'),
  mark('2027-02-01', 'April codes known', 'preparation'),
  mark('2027-04-01', 'April codes', 'takes-effect'),
  mark('2027-04-10', 'proposed rule', 'preparation'),
  mark('2027-06-10', 'FY2028 files', 'preparation'),
  mark('2027-08-01', 'final rule', 'preparation'),
  mark('2027-09-01', 'CPT 2028 out', 'preparation'),
  mark('2027-10-01', 'FY2028, October 1', 'takes-effect'),
];

function place(width: number, today: string) {
  const scale = yearScale(year, width, 8);
  return placeLabels(marks, { date: today, label: 'today' }, width, (day) => scale(new Date(day)));
}

describe.each([480, 620, 930, 1400])('%i px wide', (width) => {
  test.each(['2026-10-01', '2026-11-22', '2027-04-05', '2027-09-30'])(
    'no two labels touch on %s, and none leaves the drawing',
    (today) => {
      const labels = place(width, today);
      const ends = labels.map(({ x, text, lane }) => {
        const half = textWidth(text) / 2;
        return { from: x - half, to: x + half, lane };
      });
      for (const [index, one] of ends.entries()) {
        expect(one.from).toBeGreaterThanOrEqual(0);
        expect(one.to).toBeLessThanOrEqual(width);
        for (const other of ends.slice(index + 1)) {
          if (one.lane !== other.lane) continue;
          expect(one.to < other.from || other.to < one.from).toBe(true);
        }
      }
    },
  );
});

test.each([480, 620, 930, 1400])('no line to a label runs through another, %i px wide', (width) => {
  for (const today of ['2026-10-20', '2026-11-22', '2027-01-28', '2027-02-05', '2027-09-20']) {
    const labels = place(width, today);
    for (const outer of labels.filter(({ lane }) => Math.abs(lane) > 1)) {
      for (const inner of labels.filter(({ lane }) => lane * 2 === outer.lane)) {
        expect(Math.abs(outer.at - inner.x)).toBeGreaterThan(textWidth(inner.text) / 2);
      }
    }
  }
});

test('what takes effect is always labelled at the width of the smallest window', () => {
  const ids = place(620, '2026-11-22').map(({ id }) => id);
  const asked = marks.filter(({ weight }) => weight === 'takes-effect').map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['today', ...asked]));
});
