import { describe, expect, test } from 'vitest';
import { allFree, filled, fillsOf } from './certificate-fill';
import type { CertificateProposals, Proposal } from './certificate-text';
import { emptyEntry } from './entry';

const said = <T>(value: T): Proposal<T>[] => [
  { value, text: 'as it stands', line: 'the whole line', page: 1, sureness: 'sure' },
];
const none: CertificateProposals = {
  title: [],
  sponsor: [],
  indexNumber: [],
  units: [],
  completedOn: [],
};
const all: CertificateProposals = {
  title: said('Sepsis queries'),
  sponsor: said('Example Institute (invented)'),
  indexNumber: said('ABC123'),
  units: said(150),
  completedOn: said({ kind: 'day', day: '2026-10-01' } as const),
};
const empty = emptyEntry('2026-11-22', []);

const states = (...given: Parameters<typeof fillsOf>) =>
  Object.fromEntries(fillsOf(...given).map(({ field, state }) => [field, state]));

describe('what a certificate proposes', () => {
  test('a new form is filled by one yes, its proposed day and hour included', () => {
    const options = allFree(fillsOf(empty, all, empty));
    expect(Object.assign({}, ...options.map(filled))).toEqual({
      title: 'Sepsis queries',
      completedOn: '2026-10-01',
      hours: 150,
      sponsor: 'Example Institute (invented)',
      indexNumber: 'ABC123',
    });
  });

  test('what was typed is kept, and what is there already needs no word', () => {
    const typed = { ...empty, title: 'My own title', sponsor: ' example  institute (INVENTED)' };
    expect(states(typed, all, empty)).toEqual({
      ...{ title: 'differs', completedOn: 'free', units: 'free', sponsor: 'same' },
      indexNumber: 'free',
    });
    expect(allFree(fillsOf(typed, all, empty)).map(({ field }) => field)).toEqual([
      'completedOn',
      'units',
      'indexNumber',
    ]);
  });

  test('in a saved form every value was entered, also one that a new form would hold', () => {
    expect(states(empty, all, null)).toMatchObject({ completedOn: 'differs', units: 'differs' });
  });

  test('a date in two readings is one question, which no yes to all answers', () => {
    const either = { kind: 'either', monthFirst: '2026-03-04', dayFirst: '2026-04-03' } as const;
    const fills = fillsOf(empty, { ...none, completedOn: said(either) }, empty);
    expect(fills[0]?.options.map(({ value }) => value)).toEqual(['2026-03-04', '2026-04-03']);
    expect(allFree(fills)).toEqual([]);
    expect(
      states({ ...empty, completedOn: '2026-04-03' }, { ...none, completedOn: said(either) }, null),
    ).toEqual({ completedOn: 'same' });
  });

  test('a certificate without text proposes nothing', () => {
    expect(fillsOf(empty, none, empty)).toEqual([]);
  });
});
