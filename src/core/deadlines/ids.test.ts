import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deadlineId, examParts, readDeadlineId, type DeadlineOf } from './ids';

const uuid = '1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b';

/** On users' disks since version 4: none of these may ever change. */
it.each<[string, DeadlineOf]>([
  [`own:${uuid}`, { of: 'own', date: uuid }],
  [`cycle-end:${uuid}`, { of: 'cycle-end', cycle: uuid }],
  [`window-opens:${uuid}`, { of: 'window-opens', cycle: uuid }],
  [`late:${uuid}:late-fee`, { of: 'late', cycle: uuid, stage: 'late-fee' }],
  ['dues:aapc:2027', { of: 'dues', body: 'aapc', year: 2027 }],
  [`dues:${uuid}:2027`, { of: 'dues', body: uuid, year: 2027 }],
  [`exam-window:${uuid}`, { of: 'exam', exam: uuid, part: 'window' }],
  [`exam-reschedule:${uuid}`, { of: 'exam', exam: uuid, part: 'reschedule' }],
  [`exam-appointment:${uuid}`, { of: 'exam', exam: uuid, part: 'appointment' }],
  [`program:${uuid}`, { of: 'program', fact: uuid }],
  ['code-set:october:2027', { of: 'code-set', date: 'october:2027' }],
])('%s is read and written as it is', (id, what) => {
  expect(deadlineId(what)).toBe(id);
  expect(readDeadlineId(id)).toEqual(what);
});

it.each(['', 'own', 'own:', 'dues:aapc', 'dues:aapc:27', 'late:x', 'exam-:x', 'exam-fee:x', 'x:y'])(
  '“%s” is none',
  (id) => {
    expect(readDeadlineId(id)).toBeNull();
  },
);

it('what is written can be read', () => {
  const word = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
  const id = fc.oneof(
    fc.uuid(),
    word,
    fc.tuple(word, word).map(([one, two]) => `${one}:${two}`),
  );
  const year = fc.integer({ min: 1980, max: 2100 });
  const what: fc.Arbitrary<DeadlineOf> = fc.oneof(
    fc.record({ of: fc.constant('own' as const), date: id }),
    fc.record({ of: fc.constantFrom('cycle-end' as const, 'window-opens' as const), cycle: id }),
    fc.record({ of: fc.constant('late' as const), cycle: id, stage: word }),
    fc.record({ of: fc.constant('dues' as const), body: id, year }),
    fc.record({ of: fc.constant('exam' as const), exam: id, part: fc.constantFrom(...examParts) }),
    fc.record({ of: fc.constant('program' as const), fact: id }),
    fc.record({ of: fc.constant('code-set' as const), date: id }),
  );
  fc.assert(
    fc.property(what, (one) => {
      expect(readDeadlineId(deadlineId(one))).toEqual(one);
    }),
  );
});
