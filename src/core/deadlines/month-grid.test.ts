import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../dates';
import { emptyLibrary } from '../library/defaults';
import { reference } from '../reference';
import { markOf, marksOf } from './marks';
import { dayAfterKey, gridMonth, monthsOfYear, noteInWords, weekdayOf } from './month-grid';
import { notesThatFit } from './paper-notes';
import { DeadlineKind, type OwnDeadline } from './schema';
import { datesWithin } from './span';

const now = '2026-11-22T15:00:00.000Z';
const today = '2026-11-22';
const data = reference();

function libraryWith(...own: { id: string; date: string }[]) {
  const library = emptyLibrary('one', now);
  for (const { id, date } of own) {
    const fields = { title: `date ${id}`, note: '', leads: [7], repeat: null, datedAt: now };
    const record: OwnDeadline = { id, date, ...fields, createdAt: now, updatedAt: now };
    library.deadlines[id] = record;
  }
  return library;
}

const within = (from: string, until: string, library = libraryWith()) =>
  datesWithin(library, { today, timeZone: 'UTC' }, data, { from, until });

const anyDay = fc
  .integer({ min: 0, max: daysBetween('1980-01-01', '2100-12-31') })
  .map((days) => addDays('1980-01-01', days));

describe('datesWithin', () => {
  it('has the code-set dates of any year that is asked for, as far as they are known', () => {
    const names = (year: number) =>
      within(`${year}-01-01`, `${year}-12-31`).map(({ deadline }) => deadline.id);
    expect(names(2031)).toContain('code-set:october:2031');
    expect(names(2022)).toContain('code-set:april:2022');
    // April 1 was adopted from 2022 on.
    expect(names(2021)).toEqual([]);
  });

  it('includes both ends and nothing beyond', () => {
    const library = libraryWith(
      { id: 'a', date: '2027-02-28' },
      { id: 'b', date: '2027-03-01' },
      { id: 'c', date: '2027-03-31' },
      { id: 'd', date: '2027-04-01' },
    );
    const own = within('2027-03-01', '2027-03-31', library).filter(
      ({ deadline }) => deadline.kind === 'own',
    );
    expect(own.map(({ deadline }) => deadline.id)).toEqual(['own:b', 'own:c']);
  });

  it('says what is done, and leaves out what is not relevant', () => {
    const library = libraryWith({ id: 'a', date: '2027-03-01' }, { id: 'b', date: '2027-03-02' });
    for (const [id, state] of [
      ['a', 'done'],
      ['b', 'not-relevant'],
    ] as const) {
      const due = library.deadlines[id]!.date;
      const mark = { id: `own:${id}|${due}|7`, deadline: `own:${id}`, due, lead: 7, until: null };
      library.occurrences[mark.id] = { ...mark, state, createdAt: now, updatedAt: now };
    }
    const own = within('2027-03-01', '2027-03-05', library);
    expect(own.map(({ deadline, isDone }) => [deadline.id, isDone])).toEqual([['own:a', true]]);
  });
});

describe('gridMonth', () => {
  it('is weeks from Sunday, with what is certain on its day and what is expected on none', () => {
    const month = gridMonth('2026-10-01', within('2026-10-01', '2026-10-31'));
    expect(
      month.weeks.map((week) => week.map((one) => one?.day.slice(8) ?? '--').join(' ')),
    ).toEqual([
      '-- -- -- -- 01 02 03',
      '04 05 06 07 08 09 10',
      '11 12 13 14 15 16 17',
      '18 19 20 21 22 23 24',
      '25 26 27 28 29 30 31',
    ]);
    expect(month.weeks[0]?.[4]).toMatchObject({ marks: ['code-set'] });
    expect(month.expected.map(({ deadline }) => deadline.id)).toEqual([
      'code-set:corrections:2026',
    ]);
    expect(month.weeks[0]?.[5]).toMatchObject({ dates: [], marks: [] });
    expect(month.notes).toHaveLength(2);
  });

  it('says once what comes several times in a month, and draws each of its days', () => {
    const library = libraryWith({ id: 'a', date: '2026-12-01' }, { id: 'b', date: '2026-12-02' });
    const own = library.deadlines['a']!;
    own.repeat = { every: 1, unit: 'week', until: null, waits: false };
    const month = gridMonth('2026-12-01', within('2026-12-01', '2026-12-31', library));
    expect(month.notes.map(noteInWords)).toEqual(['date a, 5 times', 'date b']);
    const marked = month.weeks.flat().filter((one) => one?.marks.includes('own'));
    expect(marked.map((one) => one?.day.slice(8))).toEqual(['01', '02', '08', '15', '22', '29']);
    // Also of a year far ahead: what repeats has no end by itself.
    expect(
      gridMonth('2031-12-01', within('2031-01-01', '2031-12-31', library)).notes,
    ).toMatchObject([{ times: 5 }]);
  });

  it('has each day of the month once, under its weekday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const first of monthsOfYear(day)) {
          const { weeks } = gridMonth(first, []);
          const days = weeks.flat().flatMap((one) => (one ? [one.day] : []));
          expect(days[0]).toBe(first);
          expect(days.every((one, at) => at === 0 || daysBetween(days[at - 1]!, one) === 1)).toBe(
            true,
          );
          expect(addDays(days.at(-1)!, 1).slice(8)).toBe('01');
          for (const week of weeks) {
            expect(week).toHaveLength(7);
            week.forEach((one, column) => one && expect(weekdayOf(one.day)).toBe(column));
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('dayAfterKey', () => {
  it.each([
    ['2026-10-31', 'ArrowRight', false, '2026-11-01'],
    ['2026-10-01', 'ArrowLeft', false, '2026-09-30'],
    ['2026-10-28', 'ArrowDown', false, '2026-11-04'],
    ['2027-01-03', 'ArrowUp', false, '2026-12-27'],
    ['2026-10-01', 'Home', false, '2026-09-27'],
    ['2026-10-01', 'End', false, '2026-10-03'],
    ['2027-01-31', 'PageDown', false, '2027-02-28'],
    ['2028-02-29', 'PageUp', true, '2027-02-28'],
    ['2028-02-29', 'PageDown', true, '2029-02-28'],
    ['2100-12-31', 'ArrowRight', false, '2100-12-31'],
    ['1980-01-01', 'PageUp', true, '1980-01-01'],
    ['2026-10-01', 'Enter', false, null],
    ['2026-10-01', 'constructor', false, null],
  ])('from %s by %s (shift %s) is %s', (day, key, isShift, expected) => {
    expect(dayAfterKey(day, key, isShift)).toBe(expected);
  });
});

describe('marks', () => {
  it('stand for every kind of date, each once and in one order', () => {
    for (const kind of DeadlineKind.options) expect(markOf({ kind })).toBeTruthy();
    expect(
      marksOf([{ kind: 'own' }, { kind: 'dues' }, { kind: 'late' }, { kind: 'code-set' }]),
    ).toEqual(['code-set', 'own', 'renewal-step']);
  });
});

describe('notesThatFit', () => {
  const fit = (texts: string[], lines: number) =>
    notesThatFit(texts, (text) => text, { lines, characters: 10, most: 2 });

  it('shows all where all fit, and says how many do not', () => {
    expect(fit(['a', 'b', 'c'], 3)).toEqual({ shown: ['a', 'b', 'c'], more: 0 });
    expect(fit(['a', 'b', 'c', 'd'], 3)).toEqual({ shown: ['a', 'b'], more: 2 });
    expect(fit(['x'.repeat(11), 'b', 'c'], 3)).toEqual({ shown: ['x'.repeat(11)], more: 2 });
    expect(fit(['x'.repeat(500), 'b'], 3)).toEqual({ shown: ['x'.repeat(500), 'b'], more: 0 });
  });

  it('never takes more lines than there are, and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 9 }), (texts, lines) => {
        const { shown, more } = fit(texts, lines);
        expect(shown.length + more).toBe(texts.length);
        const used = shown.reduce(
          (sum, text) => sum + Math.min(2, Math.max(1, Math.ceil(text.length / 10))),
          more > 0 ? 1 : 0,
        );
        expect(used).toBeLessThanOrEqual(lines);
      }),
    );
  });
});
