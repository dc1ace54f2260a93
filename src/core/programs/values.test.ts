import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { valuesOf } from '../library/commands.testing';
import { problemSentence } from '../problems';
import { reference } from '../reference';
import { ageInWords, emptyInput, inputOf, isEmptyInput, parseFact, valueInWords } from './values';
import { FactValue } from './schema';

const data = reference();

function factOf(id: string) {
  const fact = data.programFacts.find((one) => one.id === id);
  if (!fact) throw new Error(`no fact ${id}`);
  return fact;
}
const typed = (id: string, text: string) => parseFact(factOf(id), { ...emptyInput, text });

test.each<[string, FactValue | null, string]>([
  ['tuition', { kind: 'money', cents: 185_000 }, '$1,850'],
  ['books', { kind: 'included' }, 'part of the price'],
  ['weeks', { kind: 'count', count: 12 }, '12 weeks'],
  ['weeks', { kind: 'count', count: 1 }, '1 week'],
  ['cases', { kind: 'count', count: 1200 }, '1,200 cases'],
  ['teaches-pcs', { kind: 'yes-no', isSo: true }, 'Yes'],
  ['teaches-pcs', { kind: 'yes-no', isSo: false }, 'No'],
  ['format', { kind: 'choice', choice: 'hybrid' }, 'Online and in person'],
  ['format', { kind: 'choice', choice: 'gone' }, 'gone'],
  ['credential', { kind: 'credentials', credentials: ['ccs', 'cca', 'gone'] }, 'CCS, CCA, gone'],
  ['refund', { kind: 'text', text: 'Three days' }, 'Three days'],
  ['tuition', null, 'not found'],
])('%s %j is “%s”', (id, value, words) => {
  expect(valueInWords(factOf(id), value, data)).toBe(words);
});

describe('what is typed', () => {
  it.each<[string, string, FactValue]>([
    ['tuition', '$1,850.50', { kind: 'money', cents: 185_050 }],
    ['weeks', '12', { kind: 'count', count: 12 }],
    ['weeks', ' 12 weeks ', { kind: 'count', count: 12 }],
    ['weeks', '1 week', { kind: 'count', count: 1 }],
    ['cases', '1,200', { kind: 'count', count: 1200 }],
    ['cases', '0', { kind: 'count', count: 0 }],
    ['attempts', '0', { kind: 'count', count: 0 }],
    ['externship', 'no', { kind: 'yes-no', isSo: false }],
    ['pace', 'scheduled', { kind: 'choice', choice: 'scheduled' }],
    ['refund', ' Three days ', { kind: 'text', text: 'Three days' }],
  ])('%s: “%s”', (id, text, value) => {
    expect(typed(id, text)).toEqual({ ok: true, value });
  });

  it.each([
    ['tuition', 'free', 'bad-money', '“free” is not an amount in dollars.'],
    ['tuition', '-5', 'bad-money', '“-5” is not an amount in dollars.'],
    ['weeks', 'twelve', 'bad-count', '“twelve” is not a whole number of weeks.'],
    ['weeks', '12 hours', 'bad-count', '“12 hours” is not a whole number of weeks.'],
    ['weeks', '1.5', 'bad-count', '“1.5” is not a whole number of weeks.'],
    ['weeks', '0', 'count-none', '“Length” cannot be 0 weeks.'],
    ['most-weeks', '0 weeks', 'count-none', '“Longest time allowed” cannot be 0 weeks.'],
    ['contact-hours', '00', 'count-none', '“Contact hours” cannot be 0 hours.'],
    ['weeks', '-1', 'bad-count', '“-1” is not a whole number of weeks.'],
    ['weeks', 'weeks', 'bad-count', '“weeks” is not a whole number of weeks.'],
    ['cases', '100,001', 'bad-count', '“100,001” is not a whole number of cases.'],
    [
      'teaches-pcs',
      'maybe',
      'bad-fact',
      'What was entered for “Teaches ICD-10-PCS” does not fit it.',
    ],
    ['format', 'by post', 'bad-fact', 'What was entered for “Format” does not fit it.'],
    ['tuition', ' ', 'fact-empty', 'Nothing is entered for “Tuition”.'],
    ['credential', 'CCS', 'fact-empty', 'Nothing is entered for “Credential it leads to”.'],
  ])('%s: “%s” is %s', (id, text, code, happened) => {
    const read = typed(id, text);
    expect(read).toMatchObject({ ok: false, problem: { code } });
    if (!read.ok) expect(problemSentence(read.problem).happened).toBe(happened);
  });

  it('of any length is cut for the sentence', () => {
    const read = typed('weeks', 'x'.repeat(10_000));
    if (!read.ok) expect(problemSentence(read.problem).happened.length).toBeLessThan(120);
    expect(read.ok).toBe(false);
  });

  it('looked for and not found wins over what stands there besides', () => {
    const input = { ...emptyInput, isUnknown: true, text: 'nonsense' };
    expect(parseFact(factOf('tuition'), input)).toEqual({ ok: true, value: null });
  });

  it('is part of the price only where that can be', () => {
    const input = { ...emptyInput, isIncluded: true };
    expect(parseFact(factOf('books'), input)).toEqual({ ok: true, value: { kind: 'included' } });
    expect(parseFact(factOf('tuition'), input)).toMatchObject({ problem: { code: 'fact-empty' } });
  });
});

test('every value, put into the fields, is read back as the same', () => {
  const of = (kind: string) =>
    data.programFacts.filter(
      (fact) => fact.kind === kind || (kind === 'included' && fact.canBeIncluded),
    );
  fc.assert(
    fc.property(fc.option(valuesOf(FactValue) as fc.Arbitrary<FactValue>), (value) => {
      for (const fact of value === null ? data.programFacts : of(value.kind)) {
        if (value?.kind === 'count' && value.count < (fact.least ?? 0)) continue;
        const isOther =
          value?.kind === 'choice' && !fact.choices?.some(({ id }) => id === value.choice);
        if (isOther) continue;
        const input = inputOf(value);
        expect(isEmptyInput(input)).toBe(false);
        expect(parseFact(fact, input)).toEqual({ ok: true, value });
      }
    }),
  );
  expect(isEmptyInput(emptyInput)).toBe(true);
});

test.each([
  [null, '2026-11-22', null],
  ['2026-11-22', '2026-11-22', null],
  ['2025-11-22', '2026-11-22', null],
  ['2025-11-21', '2026-11-22', 'from Nov 2025: check'],
  ['2025-03-04', '2026-11-22', 'from Mar 2025: check'],
  ['2024-02-29', '2025-02-28', null],
  ['2024-02-29', '2025-03-01', 'from Feb 2024: check'],
  ['2027-01-01', '2026-11-22', null],
])('said on %s, read on %s', (asOf, today, words) => {
  expect(ageInWords(asOf, today)).toBe(words);
});
