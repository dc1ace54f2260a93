import { describe, expect, test } from 'vitest';
import { emptyEntry, entryOf, fieldsOf, stateFor } from './entry';
import type { Activity, Claim } from './schema';

const stamp = { createdAt: '2026-11-22T12:00:00.000Z', updatedAt: '2026-11-22T12:00:00.000Z' };
const activity: Activity = {
  ...stamp,
  id: 'a',
  title: 'Sepsis',
  completedOn: '2026-11-18',
  hours: 150,
  sponsor: 'A sponsor',
  indexNumber: 'X1',
  cost: 4_500,
  note: '',
};
const claim: Claim = {
  ...stamp,
  id: 'claim:a:ahima',
  activityId: 'a',
  body: 'ahima',
  units: 150,
  state: 'reported',
  marks: { 'ahima-source': true },
  holdings: [],
  cycleId: null,
  reportedOn: null,
};

describe('an entry', () => {
  test('of a new activity is claimed at every body held, as many units as hours', () => {
    const entry = {
      ...emptyEntry('2026-11-22', ['ahima', 'aapc']),
      title: ' Queries ',
      hours: 200,
    };
    const fields = fieldsOf(entry);
    if (!fields.ok) throw new Error(fields.problem.code);
    expect(fields.value.title).toBe('Queries');
    expect(fields.value.claims.map(({ body, units }) => [body, units])).toEqual([
      ['ahima', 200],
      ['aapc', 200],
    ]);
  });

  test('of an activity gives the same fields back', () => {
    const fields = fieldsOf(entryOf(activity, [claim], ['ahima', 'aapc']));
    if (!fields.ok) throw new Error(fields.problem.code);
    const { claims, ...rest } = fields.value;
    const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...own } = activity;
    expect(rest).toEqual(own);
    const { units, state, marks, body, holdings, cycleId } = claim;
    expect(claims).toEqual([{ units, state, marks, body, holdings, cycleId }]);
  });

  test('units that were the hours follow them; units of their own stay', () => {
    const followed = entryOf(activity, [claim], ['ahima']);
    const own = entryOf(activity, [{ ...claim, units: 100 }], ['ahima']);
    const unitsAt = (entry: typeof own) => {
      const fields = fieldsOf({ ...entry, hours: 300 });
      return fields.ok ? fields.value.claims[0]?.units : null;
    };
    expect(unitsAt(followed)).toBe(300);
    expect(unitsAt(own)).toBe(100);
  });

  test('a claim at a body whose credential is gone stays visible', () => {
    expect(entryOf(activity, [claim], []).claims['ahima']?.isOn).toBe(true);
  });

  test.each([
    ['title-empty', { title: '  ' }],
    ['bad-date', { title: 'T', completedOn: null }],
    ['no-units', { title: 'T', hours: null }],
  ] as const)('what is missing is said: %s', (code, typed) => {
    const fields = fieldsOf({ ...emptyEntry('2026-11-22', []), ...typed });
    expect(fields.ok ? null : fields.problem.code).toBe(code);
  });
});

test.each([
  ['earned', '2026-11-23', 'planned'],
  ['earned', '2026-11-22', 'earned'],
  ['earned', null, 'earned'],
  ['planned', '2026-11-21', 'planned'],
  ['reported', '2026-11-23', 'reported'],
] as const)('the state %s on %s becomes %s', (state, completedOn, expected) => {
  expect(stateFor(state, completedOn, '2026-11-22')).toBe(expected);
});
