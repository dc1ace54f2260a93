import { describe, expect, test } from 'vitest';
import { reference } from '../reference';
import { cycleToShow, learningRows, ledgerRows } from './ledger';
import { marksAsked } from './marks';
import type { Activity, Claim, Cycle } from './schema';

const stamp = { createdAt: '2026-11-22T12:00:00.000Z', updatedAt: '2026-11-22T12:00:00.000Z' };
const cycle = (id: string, start: string, end: string, body = 'aapc'): Cycle => ({
  ...{
    ...stamp,
    id,
    body,
    start,
    end,
    openingUnits: 0,
    openingMarked: {},
    note: '',
    closedOn: null,
    datedAt: stamp.createdAt,
  },
});
const activity = (id: string, completedOn: string, more: Partial<Activity> = {}): Activity => ({
  ...{ ...stamp, id, title: id, completedOn, hours: 100, sponsor: '', indexNumber: '' },
  ...{ cost: null, note: '' },
  ...more,
});
const claim = (activityId: string, body: string, more: Partial<Claim> = {}): Claim => ({
  ...{ ...stamp, id: `claim:${activityId}:${body}`, activityId, body, units: 150 },
  ...{ state: 'earned', marks: {}, holdings: [], cycleId: null, reportedOn: null },
  ...more,
});
const byId = <T extends { id: string }>(records: T[]) =>
  Object.fromEntries(records.map((record) => [record.id, record]));

const first = cycle('first', '2023-02-01', '2025-01-31');
const second = cycle('second', '2025-02-01', '2027-01-31');
const library = {
  cycles: byId([first, second]),
  activities: byId([
    activity('early', '2024-05-01'),
    activity('renewal-month', '2025-01-10'),
    activity('late', '2026-03-01'),
    activity('facility', '2026-04-01', { hours: 400 }),
    activity('gone', '2026-05-01', { deletedAt: stamp.updatedAt }),
  ]),
  claims: byId([
    claim('early', 'aapc'),
    claim('renewal-month', 'aapc', { cycleId: 'second' }),
    claim('late', 'aapc'),
    claim('late', 'ahima'),
    claim('gone', 'aapc'),
  ]),
  evidence: {},
};

describe('a ledger', () => {
  test('shows what counts into the cycle, a unit of the renewal month where it was put', () => {
    const titles = (of: Cycle) =>
      ledgerRows(library, of, reference()).map((row) => row.activity.title);
    expect(titles(first)).toEqual(['early']);
    expect(titles(second)).toEqual(['late', 'renewal-month']);
  });

  test('of all learning shows each activity once, with its hours, claimed or not', () => {
    const rows = learningRows(library);
    expect(rows.map((row) => [row.activity.title, row.amount, row.claims.length])).toEqual([
      ['facility', 400, 0],
      ['late', 100, 2],
      ['renewal-month', 100, 1],
      ['early', 100, 1],
    ]);
  });

  test('shows the cycle that holds today, else the next, else the last', () => {
    expect(cycleToShow([second, first], '2025-01-31')?.id).toBe('first');
    expect(cycleToShow([second, first], '2025-02-01')?.id).toBe('second');
    expect(cycleToShow([second, first], '2020-01-01')?.id).toBe('first');
    expect(cycleToShow([second, first], '2030-01-01')?.id).toBe('second');
    expect(cycleToShow([], '2030-01-01')).toBeNull();
  });
});

describe('what a claim is asked', () => {
  test('follows from the rules of the body and from what is held', () => {
    const asked = (body: string, held: string[]) =>
      marksAsked(body, held, '2026-03-01', reference()).map(({ id }) => id);
    expect(asked('ahima', ['ccs'])).toEqual(['ahima-source', 'hiim-domain']);
    expect(asked('aapc', ['cic'])).toEqual(['aapc-approved']);
    expect(asked('aapc', ['cic', 'cpma'])).toContain('topic-auditing');
    expect(asked('acdis', ['ccds'])).toEqual([]);
  });
});
