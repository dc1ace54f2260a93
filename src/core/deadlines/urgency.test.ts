import { describe, expect, it } from 'vitest';
import type { Deadline } from './deadline';
import type { DueOccurrence } from './occurrences';
import { atFirst, byUrgency, isPressing } from './urgency';

const due = (kind: Deadline['kind'], daysLeft: number) =>
  ({ id: `${kind}${daysLeft}`, daysLeft, deadline: { id: kind, kind } }) as DueOccurrence;

it('overdue and due today first, then the soonest, and what has happened last', () => {
  const sorted = [
    due('preparation', -20),
    due('code-set', -3),
    due('own', 5),
    due('cycle-end', 3),
    due('preparation', 0),
    due('code-set', 0),
    due('own', 0),
    due('window-opens', -1),
    due('own', -2),
    due('cycle-end', -40),
  ].sort(byUrgency);
  expect(sorted.map(({ id }) => id)).toEqual([
    ...['cycle-end-40', 'own-2', 'own0', 'code-set0', 'cycle-end3', 'own5'],
    ...['preparation-20', 'code-set-3', 'window-opens-1', 'preparation0'],
  ]);
});

it('an exam that waits for its result comes with what is due, not with what has merely happened', () => {
  const sat = due('exam', -2);
  sat.deadline.isAskedAfter = true;
  const sorted = [due('exam', -1), due('own', 1), sat, due('own', -1)].sort(byUrgency);
  expect(sorted.map(({ id }) => id)).toEqual(['exam-2', 'own-1', 'own1', 'exam-1']);
  expect(isPressing(sat.deadline, -2)).toBe(true);
  expect(isPressing(due('exam', -2).deadline, -2)).toBe(false);
});

describe('pressing', () => {
  it.each([
    ['own', -400, true],
    ['own', 6, true],
    ['own', 7, false],
    ['cycle-end', -400, true],
    ['cycle-end', 30, true],
    ['cycle-end', 31, false],
    ['code-set', 0, true],
    ['code-set', -1, false],
    ['window-opens', -1, false],
    ['preparation', 0, false],
  ] as const)('%s with %i days left: %s', (kind, daysLeft, isSo) => {
    expect(isPressing({ kind }, daysLeft)).toBe(isSo);
  });

  it('is shown in full, and of the others what there is room for, in their order', () => {
    const isEven = (one: number) => one % 2 === 0;
    expect(atFirst([1, 2, 3, 4, 5], 3, isEven)).toEqual([1, 2, 4]);
    expect(atFirst([2, 4, 6, 1], 2, isEven)).toEqual([2, 4, 6]);
    expect(atFirst([1, 3], 3, isEven)).toEqual([1, 3]);
  });
});
