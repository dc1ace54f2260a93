import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../library/commands';
import type { RecordBase } from '../library/fields';
import { live } from '../library/schema';
import { MemoryStore } from '../library/store.testing';
import { claimId } from './claim-id';
import type { ClaimDraft } from './commands';
import { reportedOn } from './reported';
import { ClaimState } from './schema';

const draft = (body: string, state: ClaimState = 'earned'): ClaimDraft => ({
  ...{ body, units: 100, state, marks: {}, holdings: [], cycleId: null },
});

/** A store with that many activities, each claimed at two bodies. */
function filled(count: number) {
  const store = new MemoryStore();
  const ids = Array.from({ length: count }, (_, index) =>
    store.must({
      ...{ type: 'activity.log', title: `Event ${index}`, completedOn: '2026-05-04', hours: 100 },
      ...{ sponsor: 'One', indexNumber: '', note: '', claims: [draft('ahima'), draft('aapc')] },
    }),
  );
  return { store, ids, claims: ids.map((id) => claimId(id, 'ahima')) };
}

/** All of the library but when each record was touched. */
function content(store: MemoryStore) {
  const bare = (records: Record<string, RecordBase>) =>
    Object.values(records).map(({ updatedAt: _, ...record }) => record);
  return [bare(store.library.activities), bare(store.library.claims), bare(store.library.evidence)];
}

describe('many claims', () => {
  test('get a state in one change, with the day on which they were reported', () => {
    const { store, claims } = filled(3);
    const lines = store.lines.length;
    store.must({ type: 'claims.edit', ids: claims, state: 'reported' });
    expect(store.lines).toHaveLength(lines + 1);
    for (const id of claims) {
      expect(store.library.claims[id]).toMatchObject({
        state: 'reported',
        reportedOn: '2026-11-22',
      });
    }
    const others = live(store.library.claims).filter(({ body }) => body === 'aapc');
    expect(others.every(({ state }) => state === 'earned')).toBe(true);
  });

  test('keep the answers that are not named; null takes one away', () => {
    const { store, claims } = filled(1);
    const edit = (marks: Record<string, boolean | null>) =>
      store.must({ type: 'claims.edit', ids: claims, marks });
    edit({ 'ahima-source': true, 'hiim-domain': false });
    edit({ 'ahima-source': false });
    expect(store.library.claims[claims[0]!]!.marks).toEqual({
      'ahima-source': false,
      'hiim-domain': false,
    });
    edit({ 'hiim-domain': null });
    expect(store.library.claims[claims[0]!]!.marks).toEqual({ 'ahima-source': false });
  });

  test('of two topics get the credential they count for, until they are of one topic again', () => {
    const { store, ids } = filled(1);
    const [cpma = '', cpco = ''] = ['cpma', 'cpco'].map((credential) =>
      store.must({
        type: 'holding.add',
        credential,
        earnedOn: '2020-01-01',
        note: '',
        cycle: null,
      }),
    );
    store.must({
      ...{ type: 'cycle.add', body: 'aapc', start: '2026-03-01', end: '2028-02-29' },
      ...{ openingUnits: 0, openingMarked: {}, note: '' },
    });
    const claim = claimId(ids[0]!, 'aapc');
    const edit = (change: Partial<CommandOf<'claims.edit'>>) =>
      store.must({ type: 'claims.edit', ids: [claim], ...change });
    edit({ marks: { 'topic-auditing': true, 'topic-compliance': true } });
    edit({ holdings: [cpma] });
    expect(store.library.claims[claim]!.holdings).toEqual([cpma]);
    edit({ state: 'reported' });
    expect(store.library.claims[claim]!.holdings).toEqual([cpma]);
    edit({ marks: { 'topic-auditing': false } });
    expect(store.library.claims[claim]!.holdings).toEqual([]);
    edit({ holdings: [cpco] });
    const gone: Command = { type: 'claims.edit', ids: [claim], holdings: ['gone'] };
    expect(store.problem(gone)).toBe('not-there');
  });

  test('are all there, or nothing is changed', () => {
    const { store, claims } = filled(2);
    const ids = [...claims, 'claim:gone:ahima'];
    expect(store.problem({ type: 'claims.edit', ids, state: 'accepted' })).toBe('not-there');
  });

  test('whatever is done to them, one undo takes all of it back', () => {
    const state = fc.constantFrom(...ClaimState.options);
    const marks = fc.dictionary(
      fc.constantFrom('ahima-source', 'hiim-domain'),
      fc.constantFrom(true, false, null),
      { noNullPrototype: true },
    );
    const edits = fc.array(fc.record({ state, marks, size: fc.nat({ max: 4 }) }), { maxLength: 4 });
    fc.assert(
      fc.property(edits, (given) => {
        const { store, claims } = filled(4);
        for (const { size, ...change } of given) {
          const before = content(store);
          const lines = store.lines.length;
          const ids = [...claims.slice(0, size + 1), claims[0]!];
          store.must({ type: 'claims.edit', ids, ...change });
          // What changes nothing leaves nothing to undo.
          if (store.lines.length === lines) continue;
          const after = content(store);
          store.must({ type: 'library.undo' });
          expect(content(store)).toEqual(before);
          store.must({ type: 'library.redo' });
          expect(content(store)).toEqual(after);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('many activities', () => {
  test('get one sponsor in one change', () => {
    const { store, ids } = filled(3);
    store.must({ type: 'activities.edit', ids: ids.slice(0, 2), changes: { sponsor: 'Two' } });
    expect(ids.map((id) => store.library.activities[id]!.sponsor)).toEqual(['Two', 'Two', 'One']);
    store.must({ type: 'library.undo' });
    expect(ids.map((id) => store.library.activities[id]!.sponsor)).toEqual(['One', 'One', 'One']);
  });

  test('are deleted with their claims and files, and come back by one undo', () => {
    const { store, ids } = filled(3);
    store.must({
      ...{ type: 'evidence.attach', activityId: ids[0]!, sha256: 'a'.repeat(64) },
      ...{ name: 'a.pdf', bytes: 1, kind: 'pdf' },
    });
    store.must({ type: 'activities.delete', ids: [ids[0]!, ids[1]!, ids[0]!] });
    expect(live(store.library.activities).map(({ id }) => id)).toEqual([ids[2]]);
    expect(live(store.library.claims)).toHaveLength(2);
    expect(live(store.library.evidence)).toEqual([]);
    store.must({ type: 'library.undo' });
    expect(live(store.library.activities)).toHaveLength(3);
    expect(live(store.library.claims)).toHaveLength(6);
    expect(live(store.library.evidence)).toHaveLength(1);
  });

  test('that are not all there are left alone', () => {
    const { store, ids } = filled(1);
    const gone = [...ids, 'gone'];
    expect(store.problem({ type: 'activities.delete', ids: gone })).toBe('not-there');
    const changes = { sponsor: 'Two' };
    expect(store.problem({ type: 'activities.edit', ids: gone, changes })).toBe('not-there');
  });
});

describe('a claim', () => {
  test('is reported on the day that is said, and says so in its history', () => {
    const { store, claims } = filled(1);
    const done = store.dispatch({ type: 'claim.report', id: claims[0]!, on: '2026-11-20' });
    expect(done).toMatchObject({
      ok: true,
      value: { did: 'Reported Event 0', history: [{ entry: { from: 'earned', to: 'reported' } }] },
    });
    expect(store.library.claims[claims[0]!]).toMatchObject({ reportedOn: '2026-11-20' });
  });

  test.each([
    ['2026-11-23', 'reported-ahead'],
    ['1926-11-20', 'date-far-off'],
  ])('is not reported on %s', (on, code) => {
    const { store, claims } = filled(1);
    expect(store.problem({ type: 'claim.report', id: claims[0]!, on })).toBe(code);
  });

  test('that is gone is not reported', () => {
    const { store } = filled(1);
    expect(store.problem({ type: 'claim.report', id: 'gone', on: '2026-11-20' })).toBe('not-there');
  });

  test.each<[ClaimState | null, string | null, ClaimState, string | null]>([
    [null, null, 'earned', null],
    [null, null, 'reported', '2026-11-22'],
    [null, null, 'accepted', null],
    ['earned', null, 'reported', '2026-11-22'],
    ['earned', null, 'rejected', null],
    ['reported', '2026-11-01', 'reported', '2026-11-01'],
    ['reported', null, 'reported', null],
    ['reported', '2026-11-01', 'accepted', '2026-11-01'],
    ['rejected', '2026-11-01', 'reported', '2026-11-01'],
    ['reported', '2026-11-01', 'earned', null],
    ['accepted', '2026-11-01', 'planned', null],
  ])('that was %s (%s) and becomes %s was reported on %s', (was, on, becomes, day) => {
    const claim = was === null ? null : { state: was, reportedOn: on };
    expect(reportedOn(claim, becomes, '2026-11-22')).toBe(day);
  });
});

describe('a cycle', () => {
  const dates = { openingUnits: 0, openingMarked: {}, note: '' };
  function withCycle(start = '2025-01-01', end = '2026-12-31') {
    const store = new MemoryStore();
    return { store, id: store.must({ type: 'cycle.add', body: 'ahima', start, end, ...dates }) };
  }
  const next = { start: '2027-01-01', end: '2028-12-31', ...dates };

  test('is closed and the next begun in one change; one undo opens it again', () => {
    const { store, id } = withCycle();
    store.must({ type: 'cycle.close', id, on: '2026-11-22', next });
    expect(store.library.cycles[id]!.closedOn).toBe('2026-11-22');
    expect(live(store.library.cycles)).toHaveLength(2);
    store.must({ type: 'library.undo' });
    expect(store.library.cycles[id]!.closedOn).toBeNull();
    expect(live(store.library.cycles)).toHaveLength(1);
  });

  test('is opened again', () => {
    const { store, id } = withCycle();
    store.must({ type: 'cycle.close', id, on: '2026-11-22', next: null });
    store.must({ type: 'cycle.reopen', id });
    expect(store.library.cycles[id]!.closedOn).toBeNull();
  });

  test('is not closed where the next would overlap it, or before it began', () => {
    const { store, id } = withCycle();
    const overlapping = { ...next, start: '2026-12-31' };
    const close = { type: 'cycle.close', id, on: '2026-11-22', next: null } as const;
    expect(store.problem({ ...close, next: overlapping })).toBe('cycle-overlaps');
    expect(store.problem({ ...close, on: '2024-12-31' })).toBe('close-outside');
    expect(store.problem({ ...close, on: '2026-11-23' })).toBe('close-outside');
    expect(store.problem({ ...close, id: 'gone' })).toBe('not-there');
    expect(store.problem({ type: 'cycle.reopen', id: 'gone' })).toBe('not-there');
  });
});
