import { describe, expect, it } from 'vitest';
import { byMonth, isIn } from './coming-months';
import type { Deadline } from './deadline';
import {
  awayInWords,
  daysInWords,
  firstAnswer,
  isOverdue,
  kindOf,
  leadInWords,
  leadsInWords,
  partOfMonth,
} from './words';

describe('in words', () => {
  it.each([
    [[180, 90, 30, 7, 1, -1], '180, 90, 30 and 7 days before, the day before and the day after'],
    [[7, 1], '7 days before and the day before'],
    [[30, 7, 0], '30 and 7 days before and on the day'],
    [[1], 'the day before'],
    [[0], 'on the day'],
    [[15, -30, -1], '15 days before, the day after and 30 days after'],
    [[], ''],
  ])('leads %j', (leads, words) => {
    expect(leadsInWords(leads)).toBe(words);
  });

  it.each([
    ['own', 5, 'in 5 days'],
    ['own', -1, '1 day overdue'],
    ['cycle-end', -10, '10 days overdue'],
    ['code-set', -10, '10 days ago'],
  ] as const)('%s with %i days left is %s', (kind, days, words) => {
    expect(awayInWords({ kind, isApproximate: false }, days)).toBe(words);
  });

  it.each([
    [0, 'about now'],
    [-10, 'about now'],
    [11, 'in about 2 weeks'],
    [44, 'in about 6 weeks'],
    [-23, 'about 3 weeks ago'],
    [46, 'in about 2 months'],
    [-61, 'about 2 months ago'],
  ])('expected, with %i days left, is %s', (days, words) => {
    expect(awayInWords({ kind: 'preparation', isApproximate: true }, days)).toBe(words);
  });

  it('never counts the days of what is only expected', () => {
    for (let days = -400; days <= 400; days += 1) {
      expect(awayInWords({ kind: 'preparation', isApproximate: true }, days)).not.toMatch(
        /day|tomorrow/,
      );
    }
  });

  it.each([
    ['2027-10-01', 'Early'],
    ['2027-10-11', 'Mid'],
    ['2027-10-31', 'Late'],
  ])('%s is %s in its month', (date, part) => expect(partOfMonth(date)).toBe(part));

  it.each([
    ['own', 3, 'done'],
    ['own', -3, 'done'],
    ['cycle-end', 3, 'seen'],
    ['cycle-end', -3, 'done'],
    ['window-opens', -3, 'seen'],
    ['code-set', 0, 'seen'],
    ['preparation', 0, 'seen'],
  ] as const)('of %s with %i days left the first answer is %s', (kind, days, answer) => {
    expect(firstAnswer({ kind }, days)).toBe(answer);
  });

  it.each([
    [30, '30 days before'],
    [1, '1 day before'],
    [0, 'on the day'],
    [-1, '1 day after'],
    [-75, '75 days after'],
  ])('lead %i', (lead, words) => expect(leadInWords(lead)).toBe(words));

  it.each([
    [5, 'in 5 days'],
    [1, 'tomorrow'],
    [0, 'today'],
    [-1, 'yesterday'],
    [-5, '5 days ago'],
  ])('%i days', (days, words) => expect(daysInWords(days)).toBe(words));

  it.each([
    ['cycle-end', false, 'Cycle end'],
    ['window-opens', false, 'Submission opens'],
    ['own', false, 'Yours'],
    ['code-set', false, 'Takes effect'],
    ['preparation', true, 'Expected'],
    ['preparation', false, 'Preparation'],
  ] as const)('%s (approximate: %s)', (kind, isApproximate, words) => {
    expect(kindOf({ kind, isApproximate })).toBe(words);
  });
});

it.each([
  ['own', -1, true],
  ['own', 0, false],
  ['cycle-end', -1, true],
  ['window-opens', -1, false],
  ['code-set', -1, false],
  ['preparation', -1, false],
] as const)('%s with %i days left is overdue: %s', (kind, daysLeft, isSo) => {
  expect(isOverdue({ kind }, daysLeft)).toBe(isSo);
});

describe('the calendar', () => {
  const date = (day: string, kind: Deadline['kind'] = 'own') =>
    ({ id: day, date: day, kind }) as Deadline;

  it('is by month, in order, without the empty ones', () => {
    const months = byMonth([date('2026-11-30'), date('2026-12-01'), date('2026-12-31')]);
    expect(months.map(({ first, deadlines }) => [first, deadlines.length])).toEqual([
      ['2026-11-01', 1],
      ['2026-12-01', 2],
    ]);
    expect(byMonth([date('2026-11-01'), date('2027-11-01')])).toHaveLength(2);
  });

  it('shows each kind of date in one part, and all of them in all', () => {
    const kinds = ['cycle-end', 'window-opens', 'own', 'code-set', 'preparation'] as const;
    for (const kind of kinds) {
      const parts = (['renewals', 'code-sets', 'mine'] as const).filter((part) =>
        isIn(part, { kind }),
      );
      expect(parts, kind).toHaveLength(1);
      expect(isIn('all', { kind })).toBe(true);
    }
  });
});
