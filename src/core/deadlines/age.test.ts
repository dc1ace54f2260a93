import { describe, expect, it } from 'vitest';
import type { Confidence, Source } from '../reference/schema';
import { ageOf, checkInWords, recordInWords } from './age';
import type { DeadlineRecord } from './deadline';

const source = (checkedOn: string, confidence: Confidence = 'official'): Source => ({
  ...{ title: 'A page', url: null, checkedOn, confidence },
});
const show = (day: string) => day;

describe('the age of a rule', () => {
  it.each([
    ['2024-11-22', 'official', 'long-ago'],
    ['2024-11-23', 'official', null],
    ['2024-02-29', 'official', 'long-ago'],
    ['2026-11-22', 'official', null],
    ['2026-11-22', 'secondary', null],
    // An old or undated copy: nobody can show that it is younger than two years.
    ['2026-11-22', 'official-old', 'old-copy'],
    ['2020-01-01', 'official-old', 'long-ago'],
  ] as const)('checked on %s, %s: %s', (checkedOn, confidence, age) => {
    expect(ageOf(source(checkedOn, confidence), '2026-11-22')).toBe(age);
  });

  it('counts a February 29 to the end of the February two years on', () => {
    expect(ageOf(source('2024-02-29'), '2026-02-28')).toBeNull();
    expect(ageOf(source('2024-02-29'), '2026-03-01')).toBe('long-ago');
  });

  it('is said in the reminder’s own text', () => {
    const said = (of: Source) => checkInWords({ source: of }, '2026-11-22', show);
    expect(said(source('2026-11-22'))).toBe('');
    expect(said(source('2024-01-05'))).toBe(
      'Check this date: its source was last looked at on 2024-01-05.',
    );
    expect(said(source('2026-11-22', 'official-old'))).toBe(
      'Check this date: only an old copy of its source is known.',
    );
  });

  it('does not matter where the user has the day from the body itself', () => {
    const record: DeadlineRecord = {
      ...{ why: 'extension', standard: '2026-12-31', note: '' },
      recordedOn: '2026-11-22',
    };
    const deadline = { source: source('2020-01-01'), record };
    expect(checkInWords(deadline, '2026-11-22', show)).toBe('');
    expect(recordInWords(deadline, show)).toBe(
      'Your record of 2026-11-22: extension granted; as reckoned 2026-12-31',
    );
    expect(recordInWords({}, show)).toBe('');
  });
});
