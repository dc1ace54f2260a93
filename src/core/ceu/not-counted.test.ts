import { describe, expect, it } from 'vitest';
import { reference } from '../reference';
import { emptyEntry, type Entry } from './entry';
import { exampleLibrary, type ExampleClaim } from './example-library.testing';
import { courseIndex, notCountedAtEach, notCountedWords, weighEntry } from './not-counted';
import { weighClaims } from './weighing';

const data = reference();
const today = '2026-11-22';
const libraryWith = (claims: ExampleClaim[]) =>
  exampleLibrary({
    held: [['cic', '2026-02-01']],
    cycles: [{ body: 'aapc', start: '2026-01-01', end: '2027-12-31' }],
    claims,
  });
const event = (on: string, more: Partial<ExampleClaim> = {}): ExampleClaim => ({
  ...{ body: 'aapc', units: 100, on, marks: { 'aapc-approved': true } },
  ...more,
});
const weigh = (claims: ExampleClaim[]) =>
  weighClaims(libraryWith(claims), new Set(['aapc']), today, data);

describe('why a row does not count', () => {
  const said = (claims: ExampleClaim[], names = '') => {
    const one = weigh(claims).find(({ claim }) => claim.id === 'claim:0');
    return one ? notCountedWords(one, data, names) : 'no claim';
  };
  const titled = (on: string, indexNumber = '') =>
    event(on, { activity: { title: 'Sepsis', indexNumber } });
  it.each<[string, ExampleClaim[], string]>([
    ['it counts', [event('2026-06-01')], ''],
    ['not answered counts', [event('2026-06-01', { marks: {} })], ''],
    ['planned', [event('2026-12-01', { state: 'planned' })], 'Planned, not counted yet'],
    ['ahead', [event('2026-12-01')], 'Not counted yet: Dec 1, 2026 is still to come'],
    ['rejected', [event('2026-06-01', { state: 'rejected' })], 'Not counted: AAPC rejected it'],
    ['before', [event('2026-01-15')], 'Not counted: before certification'],
    ['no cycle', [event('2025-06-01')], 'Not counted: its day lies in no AAPC cycle'],
    [
      'same course',
      [titled('2026-07-01', 'A 1'), titled('2026-06-01', 'a-1')],
      'Not counted: same course already counted (Jun 1, 2026)',
    ],
    [
      'maybe the same course',
      [titled('2026-07-01'), titled('2026-06-01')],
      'Counted for now: maybe the same course as on Jun 1, 2026',
    ],
  ])('%s', (_, claims, words) => {
    expect(said(claims)).toBe(words);
  });
  it('names the question that was answered with no', () => {
    const mark = data.marks.find(({ id }) => id === 'aapc-approved');
    expect(said([event('2026-06-01', { marks: { 'aapc-approved': false } })])).toBe(
      `Not counted: answered with no, “${mark?.name ?? ''}”`,
    );
  });
  it('names the body where several stand together', () => {
    expect(said([event('2026-01-15')], 'AAPC')).toBe('Not counted at AAPC: before certification');
    expect(said([event('2026-12-01', { state: 'planned' })], 'AAPC')).toBe(
      'Planned at AAPC, not counted yet',
    );
  });
  it('is said once of all bodies at which it is so', () => {
    const claims = (state: 'planned' | 'rejected') =>
      exampleLibrary({
        held: [
          ['ccs', '2026-02-01'],
          ['cic', '2026-02-01'],
        ],
        cycles: [
          { body: 'ahima', start: '2026-02-01', end: '2028-01-31' },
          { body: 'aapc', start: '2026-01-01', end: '2027-12-31' },
        ],
        claims: [
          event('2026-06-01', { body: 'ahima', marks: {}, state: 'planned' }),
          event('2026-06-01', { state }),
        ],
      });
    const eachOf = (state: 'planned' | 'rejected') =>
      notCountedAtEach(weighClaims(claims(state), new Set(['ahima', 'aapc']), today, data), data);
    expect(eachOf('planned')).toEqual(['Planned at AHIMA and AAPC, not counted yet']);
    expect(eachOf('rejected')).toEqual([
      'Planned at AHIMA, not counted yet',
      'Not counted at AAPC: rejected',
    ]);
  });
});

describe('why what is typed would not count', () => {
  const entry = (more: Partial<Entry>): Entry => ({
    ...emptyEntry(today, ['aapc']),
    title: 'Sepsis',
    ...more,
  });
  const there = [event('2026-06-01', { activity: { title: 'Sepsis', indexNumber: 'B 2' } })];
  const said = (typed: Entry, id: string | null = null) => {
    const library = libraryWith(there);
    const index = courseIndex(weigh(there));
    const one = weighEntry({ entry: typed, id, body: 'aapc' }, library, index, today, data);
    return one && notCountedWords(one, data);
  };
  it('tells the same course by its index number, and what may be one by its title', () => {
    const again = entry({ title: 'Under another title', indexNumber: 'b2' });
    expect(said(again)).toMatch(/same course already counted \(Jun 1, 2026\)/);
    expect(said(entry({}))).toBe('Counted for now: maybe the same course as on Jun 1, 2026');
    expect(said(entry({ indexNumber: 'A1' }))).toBe('');
    expect(said(entry({ title: 'Sepsis, part two' }))).toBe('');
  });
  it('does not hold an activity against itself', () => {
    const [first] = weigh(there);
    expect(said(entry({}), first?.activity.id)).toBe('');
  });
  it('takes no title for the title of another', () => {
    expect(said(entry({ title: '' }))).toBe('');
  });
  it('tells the day', () => {
    expect(said(entry({ title: 'A', completedOn: '2026-01-15' }))).toMatch(/before certification/);
    expect(said(entry({ title: 'A', completedOn: '2024-01-15' }))).toMatch(/no AAPC cycle/);
    expect(said(entry({ completedOn: null }))).toBeNull();
  });
  it('says nothing of a body where it is not claimed', () => {
    const typed = entry({});
    const off = Object.fromEntries(
      Object.entries(typed.claims).map(([body, claim]) => [body, { ...claim, isOn: false }]),
    );
    expect(said({ ...typed, claims: off })).toBeNull();
  });
});
