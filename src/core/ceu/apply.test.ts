import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../library/commands';
import { MemoryStore } from '../library/store.testing';

const dates = { start: '2025-01-01', end: '2026-12-31' };
const opening = { openingUnits: 0, openingMarked: {}, note: '' };

function holding(credential: string, more: Partial<CommandOf<'holding.add'>> = {}): Command {
  return { type: 'holding.add', credential, earnedOn: null, note: '', cycle: null, ...more };
}
function cycle(body: string, more: Partial<CommandOf<'cycle.add'>> = {}): Command {
  return { type: 'cycle.add', body, ...dates, ...opening, ...more };
}

describe('a credential', () => {
  test('brings its body, and its cycle if one is given', () => {
    const store = new MemoryStore();
    const id = store.must(
      holding('ccs', { earnedOn: '2023-01-01', cycle: { ...dates, ...opening } }),
    );
    expect(store.library.holdings[id]).toMatchObject({ credential: 'ccs', body: 'ahima' });
    expect(Object.values(store.library.cycles)).toMatchObject([{ body: 'ahima', ...dates }]);
    expect(store.lines).toHaveLength(1);
  });

  test('shares the cycle of its body that is there already', () => {
    const store = new MemoryStore();
    store.must(holding('ccs', { cycle: { ...dates, ...opening } }));
    store.must(holding('rhit', { cycle: { ...dates, ...opening } }));
    expect(Object.values(store.library.cycles)).toHaveLength(1);
  });

  test('is not added without its cycle, if that cannot be', () => {
    const store = new MemoryStore();
    store.must(holding('ccs', { cycle: { ...dates, ...opening } }));
    const shifted = { ...opening, start: '2025-06-01', end: '2027-05-31' };
    expect(store.problem(holding('rhit', { cycle: shifted }))).toBe('cycle-overlaps');
    expect(Object.values(store.library.holdings)).toHaveLength(1);
  });

  test('is held once, and again after it was deleted', () => {
    const store = new MemoryStore();
    const id = store.must(holding('ccs'));
    expect(store.problem(holding('ccs'))).toBe('already-held');
    store.must({ type: 'holding.delete', id });
    expect(store.problem({ type: 'holding.delete', id })).toBe('not-there');
    store.must(holding('ccs'));
  });

  test('must be one of the reference data', () => {
    expect(new MemoryStore().problem(holding('md'))).toBe('unknown-credential');
  });

  test.each(['1979-12-31', '2033-01-01', '0001-01-01', '9999-12-31'])('not of %s', (earnedOn) => {
    const store = new MemoryStore();
    expect(store.problem(holding('ccs', { earnedOn }))).toBe('date-far-off');
    const id = store.must(holding('ccs'));
    expect(store.problem({ type: 'holding.edit', id, changes: { earnedOn } })).toBe('date-far-off');
  });

  test('can be edited, back to an unknown date too', () => {
    const store = new MemoryStore();
    const id = store.must(holding('ccs', { earnedOn: '2024-02-29' }));
    store.must({ type: 'holding.edit', id, changes: { note: 'Certificate 12' } });
    expect(store.library.holdings[id]).toMatchObject({
      earnedOn: '2024-02-29',
      note: 'Certificate 12',
    });
    store.must({ type: 'holding.edit', id, changes: { earnedOn: null } });
    expect(store.library.holdings[id]).toMatchObject({ earnedOn: null, note: 'Certificate 12' });
    expect(store.problem({ type: 'holding.edit', id: 'nobody', changes: {} })).toBe('not-there');
  });
});

describe('a cycle', () => {
  test.each<[string, Partial<CommandOf<'cycle.add'>>]>([
    ['cycle-backwards', { start: '2026-12-31', end: '2025-01-01' }],
    ['cycle-backwards', { start: '2026-01-01', end: '2026-01-01' }],
    ['cycle-too-long', { start: '2020-01-01', end: '2026-01-02' }],
    ['date-far-off', { start: '1925-01-01', end: '1926-12-31' }],
    ['date-far-off', { start: '2025-01-01', end: '2125-01-01' }],
    ['opening-exceeds', { openingUnits: 500, openingMarked: { 'ahima-source': 501 } }],
  ])('%s: %j', (code, fields) => {
    const store = new MemoryStore();
    expect(store.problem(cycle('ahima', fields))).toBe(code);
    const id = store.must(cycle('ahima'));
    const { openingUnits = 0, openingMarked = {}, ...days } = { ...dates, ...fields };
    const changes = { ...days, openingUnits, openingMarked };
    expect(store.problem({ type: 'cycle.edit', id, changes })).toBe(code);
  });

  test('names the mark of an opening balance that is too large', () => {
    const store = new MemoryStore();
    const done = store.dispatch(cycle('ahima', { openingMarked: { 'ahima-source': 1 } }));
    expect(!done.ok && done.problem.about).toEqual({ part: 'From an AHIMA source' });
  });

  test('of six years, on the days around Feb 29 too', () => {
    const store = new MemoryStore();
    store.must(cycle('ahima', { start: '2024-02-29', end: '2028-02-29' }));
    store.must(cycle('aapc', { start: '2020-01-01', end: '2026-01-01' }));
  });

  test('may touch the next but not share a day, at the same body', () => {
    const store = new MemoryStore();
    store.must(cycle('ahima'));
    expect(store.problem(cycle('ahima', { start: '2026-12-31', end: '2028-12-30' }))).toBe(
      'cycle-overlaps',
    );
    expect(store.problem(cycle('ahima', { start: '2023-01-01', end: '2025-01-01' }))).toBe(
      'cycle-overlaps',
    );
    store.must(cycle('ahima', { start: '2027-01-01', end: '2028-12-31' }));
    store.must(cycle('ahima', { start: '2023-01-01', end: '2024-12-31' }));
    store.must(cycle('aapc'));
  });

  test('does not overlap itself, nor what was deleted', () => {
    const store = new MemoryStore();
    const id = store.must(cycle('ahima'));
    store.must({ type: 'cycle.edit', id, changes: { end: '2027-01-31' } });
    store.must({ type: 'cycle.delete', id });
    expect(store.problem({ type: 'cycle.edit', id, changes: {} })).toBe('not-there');
    expect(store.problem({ type: 'cycle.delete', id })).toBe('not-there');
    store.must(cycle('ahima'));
  });
});

describe('an adjusted requirement', () => {
  const set = (cycleId: string, units: number): Command => ({
    type: 'override.set',
    cycleId,
    rule: 'total',
    units,
    note: 'Pro-rated, says the letter',
  });

  test('is one for a rule in a cycle: setting it again changes it', () => {
    const store = new MemoryStore();
    const cycleId = store.must(cycle('ahima'));
    const id = store.must(set(cycleId, 1000));
    expect(store.must(set(cycleId, 1200))).toBe(id);
    expect(Object.values(store.library.overrides)).toMatchObject([{ units: 1200 }]);
    store.must({ type: 'override.clear', id });
    expect(store.must(set(cycleId, 1000))).not.toBe(id);
    expect(store.problem({ type: 'override.clear', id })).toBe('not-there');
  });

  test('goes with its cycle', () => {
    const store = new MemoryStore();
    const cycleId = store.must(cycle('ahima'));
    const id = store.must(set(cycleId, 1000));
    store.must({ type: 'cycle.delete', id: cycleId });
    expect(store.library.overrides[id]!.deletedAt).toBe(store.library.cycles[cycleId]!.deletedAt);
    expect(store.problem(set(cycleId, 1000))).toBe('not-there');
  });
});
