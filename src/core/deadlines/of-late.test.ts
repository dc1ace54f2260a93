import { describe, expect, it } from 'vitest';
import { exampleLibrary } from '../ceu/example-library.testing';
import { occurrenceId } from './ids';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import { remindersOf } from './reminders';
import { deadlinesOf } from './rules';

const data = reference();
const at = '2026-01-01T00:00:00.000Z';
const timeZone = 'America/New_York';

const coder = (body: 'aapc' | 'ahima' | 'acdis' = 'aapc') =>
  exampleLibrary({
    held: [[{ aapc: 'cic', ahima: 'ccs', acdis: 'ccds' }[body], '2023-01-10']],
    cycles: [{ id: 'c', body, start: '2025-02-01', end: '2027-01-31' }],
  });
const lateOf = (library: Library, today: string) =>
  deadlinesOf(library, { today, timeZone }, data, { from: '2026-01-01' })
    .filter(({ kind }) => kind === 'late')
    .map(({ id, date }) => `${date} ${id}`);

describe('late stages', () => {
  it.each([
    ['2027-01-31', []],
    // The cycle's last day is the day on which the renewal was due.
    [
      '2027-02-01',
      [
        ...[
          '2027-02-01 late:c:grace',
          '2027-02-01 late:c:grace-help',
          '2027-02-11 late:c:late-fee',
        ],
        ...['2027-05-01 late:c:cancelled', '2027-05-01 late:c:reinstatement'],
      ],
    ],
    // Ten days by one page, 30 by another.
    [
      '2027-02-11',
      [
        ...['2027-02-01 late:c:grace-help', '2027-02-11 late:c:late-fee'],
        ...['2027-05-01 late:c:cancelled', '2027-05-01 late:c:reinstatement'],
      ],
    ],
    ['2027-05-01', ['2027-05-01 late:c:cancelled', '2027-05-01 late:c:reinstatement']],
    ['2030-02-01', ['2027-05-01 late:c:cancelled']],
  ])('of a body that has a ladder, on %s', (today, stages) => {
    expect(lateOf(coder(), today)).toEqual(stages);
  });

  it('say to check with the body, with the source they are from, and that it is old', () => {
    const all = deadlinesOf(coder(), { today: '2027-02-20', timeZone }, data).filter(
      ({ kind }) => kind === 'late',
    );
    expect(all.length).toBeGreaterThan(1);
    for (const { detail, source, title } of all) {
      expect(detail).toMatch(/Check with AAPC\.$/);
      expect(title).toMatch(/^AAPC after the end: [a-z]/);
      expect(source?.checkedOn).toBe('2026-11-22');
    }
    const listed = remindersOf(
      coder(),
      { now: '2027-02-20T15:00:00Z', today: '2027-02-20', timeZone },
      data,
    );
    expect(listed.find(({ deadline }) => deadline.id === 'late:c:late-fee')).toMatchObject({
      age: 'old-copy',
    });
  });

  it('have no deadline where the day was not found, nor where the body has none', () => {
    expect(lateOf(coder('ahima'), '2027-02-01')).toEqual([
      '2027-02-01 late:c:inactive',
      '2027-07-31 late:c:revoked',
    ]);
    expect(lateOf(coder('acdis'), '2027-02-01')).toEqual([]);
  });

  it('are not there once the cycle is closed, renewed, answered or dropped', () => {
    const none = (change: (library: Library) => void) => {
      const library = coder();
      change(library);
      expect(lateOf(library, '2027-02-20')).toEqual([]);
    };
    none(({ cycles }) => (cycles['c']!.closedOn = '2027-02-02'));
    none(({ cycles }) => (cycles['c']!.deletedAt = at));
    none(({ holdings }) => (holdings['cic']!.deletedAt = at));
    none((library) => {
      library.cycles['d'] = {
        ...library.cycles['c']!,
        id: 'd',
        start: '2027-02-01',
        end: '2029-01-31',
      };
    });
    for (const state of ['done', 'not-relevant'] as const) {
      none((library) => {
        const id = occurrenceId('cycle-end:c', '2027-01-31', -1);
        const mark = { deadline: 'cycle-end:c', due: '2027-01-31', lead: -1, state, until: null };
        library.occurrences[id] = { id, createdAt: at, updatedAt: at, ...mark };
      });
    }
    expect(lateOf(coder(), '2027-02-20')).not.toEqual([]);
  });

  it('are counted from the end that was granted', () => {
    const library = coder();
    const id = 'adjustment:cycle-end:c';
    library.adjustments[id] = {
      ...{ id, createdAt: at, updatedAt: at, datedAt: at, deadline: 'cycle-end:c', leads: null },
      ...{ movedTo: '2027-03-31', why: 'extension', standard: '2027-01-31', note: '' },
    };
    expect(lateOf(library, '2027-03-31')).toEqual([]);
    expect(lateOf(library, '2027-04-01')[0]).toBe('2027-04-01 late:c:grace');
  });
});
