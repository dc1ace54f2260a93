import { describe, expect, it } from 'vitest';
import { byMonth, isIn } from './coming-months';
import type { Deadline } from './rules';
import { daysInWords, isOverdue, kindOf, leadInWords, leadsInWords } from './words';

describe('in words', () => {
  it.each([
    [[180, 90, 30, 7, 1], true, 'Reminds 180, 90, 30, 7 and 1 days before'],
    [[30, 7, 0], true, 'Reminds 30 and 7 days before and on the day'],
    [[1], true, 'Reminds 1 day before'],
    [[0], true, 'Reminds on the day'],
    [[0], false, 'In the list on the day'],
    [[15, -1, -30], true, 'Reminds 15 days before and 1 and 30 days after'],
    [[1, 0, -1], true, 'Reminds 1 day before, on the day and 1 day after'],
    [[], true, 'No reminder'],
  ])('leads %j (system notice: %s)', (leads, isNoticed, words) => {
    expect(leadsInWords({ leads, isNoticed })).toBe(words);
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
