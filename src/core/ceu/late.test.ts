import { describe, expect, it } from 'vitest';
import { cycleEndId } from '../deadlines/ids';
import type { Library } from '../library/schema';
import { endRecordInWords } from './rule-words';
import { approved, libraryWith, full, unfinished, extend } from './standing-example.testing';

describe('after the end', () => {
  it('stages are shown with a check to make, and none before', () => {
    const library = unfinished();
    expect(full(library, 'aapc:2024-03-01', '2026-02-28').late).toEqual([]);
    const late = full(library, 'aapc:2024-03-01', '2026-03-05').late;
    expect(late.filter(({ isNow }) => isNow).map(({ id }) => id)).toEqual(['grace', 'grace-help']);
    for (const { check } of late) expect(check).toBe('Check with AAPC.');
    const later = full(library, 'aapc:2024-03-01', '2026-06-01').late;
    expect(later.filter(({ isNow }) => isNow).map(({ id }) => id)).toEqual([
      'cancelled',
      'reinstatement',
    ]);
  });
  it('an extension that the user recorded moves the days and says so, and adds no unit', () => {
    const id = 'aapc:2024-03-01';
    const library = unfinished([approved('2026-03-05')]);
    const record = extend(library, id, '2026-05-31');
    const during = full(library, id, '2026-05-31');
    expect(during).toMatchObject({ endsOn: '2026-05-31', daysLeft: 0, earned: 0, late: [] });
    expect(endRecordInWords(during)).toBe(
      'AAPC granted an extension to May 31, 2026, as you recorded (ticket 12). Ask AAPC whether units after Feb 28, 2026 count; here they do not.',
    );
    const late = full(library, id, '2026-06-01').late;
    expect(late[0]).toMatchObject({ from: '2026-06-01', isNow: true });
    library.adjustments[record.id] = { ...record, deletedAt: record.createdAt };
    const undone = full(library, id, '2026-05-31');
    expect(undone).toMatchObject({ endsOn: '2026-02-28', endRecord: null });
    expect(endRecordInWords(undone)).toBe('');
    expect(undone.late.length).toBeGreaterThan(0);
  });
  it('no stage is said of a cycle that is closed, renewed, answered or of nothing held', () => {
    const id = 'aapc:2024-03-01';
    const late = (change: (library: Library) => void) => {
      const library = unfinished();
      change(library);
      return full(library, id, '2026-06-05').late.length;
    };
    expect(late(() => {})).toBeGreaterThan(0);
    expect(late(({ cycles: there }) => (there[id]!.closedOn = '2026-03-02'))).toBe(0);
    expect(late((library) => (library.holdings['cic']!.endedOn = '2024-02-01'))).toBe(0);
    const next = { start: '2026-03-01', end: '2028-02-29' };
    const renew = (library: Library) =>
      (library.cycles['next'] = { ...library.cycles[id]!, ...next, id: 'next' });
    expect(late(renew)).toBe(0);
    for (const state of ['done', 'not-relevant'] as const) {
      const answer = (library: Library, due: string) => {
        const deadline = cycleEndId(id);
        const mark = { deadline, due, lead: -1, state, until: null };
        const times = { createdAt: `${due}T00:00:00Z`, updatedAt: `${due}T00:00:00Z` };
        library.occurrences['answer'] = { id: 'answer', ...times, ...mark };
      };
      expect(late((library) => answer(library, '2026-02-28'))).toBe(0);
      // The answer was given to a day that no longer holds.
      const moved = (library: Library) => {
        answer(library, '2026-02-28');
        extend(library, id, '2026-05-31');
      };
      expect(late(moved)).toBeGreaterThan(0);
    }
    // A cycle that began before the extension ended ran beside it and renewed nothing.
    const beside = (library: Library) => {
      renew(library);
      extend(library, id, '2026-05-31');
    };
    expect(late(beside)).toBeGreaterThan(0);
  });
  it('grant nothing: the standing is the same with and without them', () => {
    const library = libraryWith([approved('2026-03-05')]);
    expect(full(library, 'aapc:2024-03-01', '2026-03-05').earned).toBe(0);
  });
});
