import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from './dates';
import { problemSentence } from './problems';

const us = { today: '2026-11-22', monthFirst: true };
const european = { today: '2026-11-22', monthFirst: false };

describe('parseDay understands', () => {
  it.each([
    ['2026-11-28', '2026-11-28'],
    ['2026/1/5', '2026-01-05'],
    ['11/28/2026', '2026-11-28'],
    ['11/28/26', '2026-11-28'],
    ['1/5/99', '1999-01-05'],
    ['1/5/80', '1980-01-05'],
    ['1/5/79', '2079-01-05'],
    ['28.11.2026', '2026-11-28'],
    ['28/11/2026', '2026-11-28'],
    ['03/04/2026', '2026-03-04'],
    ['Nov 28 2026', '2026-11-28'],
    ['November 28, 2026', '2026-11-28'],
    ['Nov. 28th, 2026', '2026-11-28'],
    ['28 Nov 2026', '2026-11-28'],
    ['28-Nov-2026', '2026-11-28'],
    ['Saturday, November 28, 2026', '2026-11-28'],
    ['  SEPT  1  2026 ', '2026-09-01'],
    ['nov 22', '2026-11-22'],
    ['nov 28', '2025-11-28'],
    ['1 jan', '2026-01-01'],
    ['Feb 29', '2024-02-29'],
    ['11/20', '2026-11-20'],
    ['11/28', '2025-11-28'],
    ['20.11.', '2026-11-20'],
    ['3/3', '2026-03-03'],
    ['today', '2026-11-22'],
    ['Yesterday', '2026-11-21'],
    ['tomorrow', '2026-11-23'],
    ['in 1 day', '2026-11-23'],
    ['In 3 weeks', '2026-12-13'],
    ['in 3 months', '2027-02-22'],
    ['2/29/2028', '2028-02-29'],
    ['1980-01-01', '1980-01-01'],
    ['2100-12-31', '2100-12-31'],
  ])('%j as %s', (text, day) => {
    expect(parseDay(text, us)).toEqual({ ok: true, value: day });
  });
  it('reads numbers with a year in the order of the locale', () => {
    expect(parseDay('03/04/2026', european)).toEqual({ ok: true, value: '2026-04-03' });
    expect(parseDay('11/28/2026', european)).toEqual({ ok: true, value: '2026-11-28' });
  });
});

describe('where a coming date is asked for, a day without a year', () => {
  const coming = { ...us, prefers: 'coming' as const };
  it.each([
    ['nov 22', '2026-11-22'],
    ['nov 28', '2026-11-28'],
    ['nov 21', '2027-11-21'],
    ['1 jan', '2027-01-01'],
    ['Feb 29', '2028-02-29'],
    ['11/28', '2026-11-28'],
    ['11/20', '2027-11-20'],
    ['11/20/2026', '2026-11-20'],
    ['yesterday', '2026-11-21'],
  ])('%j is %s', (text, day) => {
    expect(parseDay(text, coming)).toEqual({ ok: true, value: day });
  });
  it('asks which is meant with both as days to come', () => {
    expect(parseDay('03/04', coming)).toMatchObject({
      problem: { about: { firstDay: '2027-03-04', secondDay: '2027-04-03' } },
    });
  });
  it('finds Feb 29 also before a century without one', () => {
    const later = { ...coming, today: '2097-03-01' };
    expect(parseDay('Feb 29', later)).toEqual({ ok: true, value: '2104-02-29' });
    expect(parseDay('Feb 29', { ...coming, today: '2092-03-01' })).toMatchObject({
      value: '2096-02-29',
    });
  });
  it('is never before today and never further than the past one is back', () => {
    const days = fc
      .date({ min: new Date('2026-11-22'), max: new Date('2027-11-21'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (day) => {
        const text = formatDay(day, 'en-US', 'short');
        expect(parseDay(text, coming)).toEqual({ ok: true, value: day });
      }),
    );
  });
});

it('finds Feb 29 also after a century without one', () => {
  const later = { today: '2103-05-01', monthFirst: true };
  expect(parseDay('Feb 29', later)).toEqual({ ok: true, value: '2096-02-29' });
});

describe('parseDay refuses', () => {
  it.each([
    '',
    'soon',
    'nov',
    'nov 2026',
    'Feb 30',
    'Feb 29 2026',
    '2/29/2026',
    '2026-02-29',
    '13/13/2026',
    '0/5/2026',
    '11/28/20266',
    '11/28-2026',
    'movember 3',
    'x'.repeat(10_000),
    '<b>1/2/2026</b>',
  ])('%j as no day', (text) => {
    const result = parseDay(text, us);
    expect(result).toMatchObject({ ok: false, problem: { code: 'bad-date' } });
    if (!result.ok) expect(problemSentence(result.problem).happened.length).toBeLessThan(120);
  });
  it.each(['1979-12-31', '2101-01-01', '1/1/1850', 'May 5 9999', '0026-05-05'])(
    '%j as too far off',
    (text) => {
      expect(parseDay(text, us)).toMatchObject({ ok: false, problem: { code: 'date-far-off' } });
    },
  );
});

describe('two numbers without a year', () => {
  it('ask which day is meant', () => {
    const result = parseDay('03/04', us);
    expect(result).toEqual({
      ok: false,
      problem: {
        code: 'ambiguous-date',
        about: {
          text: '03/04',
          first: 'March 4, 2026',
          second: 'April 3, 2026',
          firstDay: '2026-03-04',
          secondDay: '2026-04-03',
        },
      },
    });
    if (!result.ok) {
      expect(problemSentence(result.problem).todo).toBe('Choose March 4, 2026 or April 3, 2026.');
    }
  });
  it('offer the order of the locale first, each in its newest year', () => {
    expect(parseDay('1.12', european)).toMatchObject({
      problem: { about: { firstDay: '2025-12-01', secondDay: '2026-01-12' } },
    });
  });
});

it('reads back every day that is shown in English', () => {
  const days = fc
    .date({ min: new Date('1980-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, (day) => {
      expect(parseDay(formatDay(day, 'en-US', 'medium'), us)).toEqual({ ok: true, value: day });
      expect(parseDay(formatDay(day, 'en-GB', 'medium'), us)).toEqual({ ok: true, value: day });
      expect(parseDay(day, us)).toEqual({ ok: true, value: day });
    }),
  );
});

it('answers any text about a coming date with a day or a problem, and never throws', () => {
  const words = fc.stringMatching(/^in [0-9]{1,5} (day|week|month)s?$/);
  fc.assert(
    fc.property(fc.oneof(words, fc.stringMatching(/^[0-9/. -]{0,12}$/)), (text) => {
      const result = parseDay(text, { ...us, prefers: 'coming' });
      if (result.ok) expect(result.value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      else expect(problemSentence(result.problem).happened).not.toBe('');
    }),
  );
});

it('answers any text with a day or a problem, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/. -]{0,12}$/)), (text) => {
      const result = parseDay(text, us);
      if (result.ok) expect(result.value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      else expect(problemSentence(result.problem).happened).not.toBe('');
    }),
  );
});
