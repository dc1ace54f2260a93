import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLibrary } from '../library/defaults';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import { comingOf, dealtWithOf, pastOwnOf, remindersOf } from './reminders';
import type { Occurrence, OwnDeadline, Repeat } from './schema';
import { dateAt, datesBetween, isDateOf, leadsWithin, nextDate } from './series';
import { inShort, thenInWords } from './series-words';

const timeZone = 'America/New_York';
const every = (count: number, unit: Repeat['unit'], more: Partial<Repeat> = {}): Repeat => ({
  ...{ every: count, unit, until: null, waits: false },
  ...more,
});

describe('the dates of a series', () => {
  it.each<[string, Repeat, string[]]>([
    ['2026-11-22', every(1, 'day'), ['2026-11-23', '2026-11-24', '2026-11-25']],
    ['2026-11-22', every(2, 'week'), ['2026-12-06', '2026-12-20', '2027-01-03']],
    ['2026-01-31', every(1, 'month'), ['2026-02-28', '2026-03-31', '2026-04-30']],
    ['2027-11-30', every(3, 'month'), ['2028-02-29', '2028-05-30', '2028-08-30']],
    ['2024-02-29', every(1, 'year'), ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    ['2026-12-31', every(6, 'month'), ['2027-06-30', '2027-12-31', '2028-06-30']],
    ['2026-12-31', every(1, 'day'), ['2027-01-01', '2027-01-02']],
  ])('from %s %j', (first, repeat, dates) => {
    expect(dates.map((_, nth) => dateAt({ first, repeat }, nth + 1))).toEqual(dates);
  });

  it('end on the last day, that day included', () => {
    const rhythm = { first: '2026-11-30', repeat: every(1, 'month', { until: '2027-01-30' }) };
    expect(datesBetween(rhythm, '2026-01-01', '2030-01-01', 99)).toEqual([
      ...['2026-11-30', '2026-12-30', '2027-01-30'],
    ]);
    expect(nextDate(rhythm, '2027-01-31')).toBeNull();
    expect(
      nextDate({ ...rhythm, repeat: every(1, 'day', { until: '2026-11-29' }) }, '2026-01-01'),
    ).toBeNull();
  });

  const two = (part: number) => String(part).padStart(2, '0');
  /** With Date and by counting alone; nothing of the code that is tested. */
  function naive(first: string, repeat: Repeat, nth: number): string {
    const [year = 0, month = 0, day = 0] = first.split('-').map(Number);
    const steps = nth * repeat.every;
    if (repeat.unit === 'day' || repeat.unit === 'week') {
      const days = repeat.unit === 'day' ? steps : steps * 7;
      return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
    }
    const months = repeat.unit === 'month' ? steps : steps * 12;
    const at = year * 12 + (month - 1) + months;
    const [y, m] = [Math.floor(at / 12), at % 12];
    const length = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
    return `${y}-${two(m + 1)}-${two(Math.min(day, length))}`;
  }
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => new Date(Date.UTC(1990, 0, 1 + days)).toISOString().slice(0, 10));
  const repeat = fc.record({
    every: fc.integer({ min: 1, max: 99 }),
    unit: fc.constantFrom('day', 'week', 'month', 'year'),
    until: fc.option(day),
    waits: fc.constant(false),
  }) as fc.Arbitrary<Repeat>;

  it('are what counting them one by one gives, from whatever day they are asked', () => {
    fc.assert(
      fc.property(day, repeat, day, (first, one, from) => {
        const all: string[] = [];
        for (let nth = 0; all.length < 3 && nth < 25_000; nth += 1) {
          const date = naive(first, one, nth);
          if (date > (one.until ?? '2100-01-01')) break;
          if (date >= from) all.push(date);
        }
        const rhythm = { first, repeat: one };
        expect(datesBetween(rhythm, from, '2100-01-01', 3)).toEqual(all);
        expect(isDateOf(rhythm, from)).toBe(all[0] === from);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[Repeat, number[], number[]]>([
    [every(1, 'day'), [7, 1, 0], [0]],
    [every(1, 'day'), [7, 1], [0]],
    [every(1, 'day'), [], []],
    [every(1, 'week'), [7, 1, 0, -3], [1, 0, -3]],
    [every(1, 'month'), [45, 30, 7], [30, 7]],
    [every(1, 'year'), [180, 30], [180, 30]],
  ])('%j with %j is told on %j', (one, leads, told) => {
    expect(leadsWithin({ first: '2026-01-15', repeat: one }, '2026-08-15', leads)).toEqual(told);
  });
});

const own = (
  repeat: Repeat | null,
  date: string,
  more: Partial<OwnDeadline> = {},
): OwnDeadline => ({
  ...{ id: 'o', createdAt: `${date}T15:00:00.000Z`, updatedAt: `${date}T15:00:00.000Z` },
  ...{
    title: 'Log the week',
    date,
    repeat,
    note: '',
    leads: [0],
    datedAt: `${date}T15:00:00.000Z`,
  },
  ...more,
});

/** An answer on a day, at a lead; by default on the day itself. */
function answer(
  due: string,
  state: Occurrence['state'] = 'done',
  { lead = 0, on = due, until = null as string | null } = {},
): Occurrence {
  const at = `${on}T16:00:00.000Z`;
  const id = `own:o|${due}|${lead}`;
  return { id, createdAt: at, updatedAt: at, deadline: 'own:o', due, lead, state, until };
}

function libraryOf(date: OwnDeadline, ...marks: Occurrence[]): Library {
  return {
    ...emptyLibrary('l', '2026-01-01T12:00:00.000Z'),
    deadlines: { [date.id]: date },
    occurrences: Object.fromEntries(marks.map((one) => [one.id, one])),
  };
}

const moment = (today: string) => ({ today, now: `${today}T17:00:00.000Z`, timeZone });
const listed = (library: Library, today: string) =>
  remindersOf(library, moment(today), reference())
    .filter(({ deadline }) => deadline.kind === 'own')
    .map(({ deadline: { date, series }, lead }) => ({
      ...{ date, lead },
      ...(series?.missed ? { missed: series.missed.count, first: series.missed.first } : {}),
    }));
const coming = (library: Library, today: string) =>
  comingOf(library, { today, timeZone }, reference())
    .filter(({ kind }) => kind === 'own')
    .map(({ date }) => date);

describe('what repeats, in the list', () => {
  const daily = own(every(1, 'day'), '2026-11-17');

  it('has five missed dates as one line, with the newest of them and the first', () => {
    expect(listed(libraryOf(daily), '2026-11-22')).toEqual([
      { date: '2026-11-21', lead: -1, missed: 5, first: '2026-11-17' },
      { date: '2026-11-22', lead: 0 },
    ]);
  });

  it('has none of them once the line is answered', () => {
    const answered = libraryOf(daily, answer('2026-11-21', 'done', { lead: -1, on: '2026-11-22' }));
    expect(listed(answered, '2026-11-22')).toEqual([{ date: '2026-11-22', lead: 0 }]);
    expect(listed(answered, '2026-11-24')).toEqual([
      { date: '2026-11-23', lead: -1, missed: 2, first: '2026-11-22' },
      { date: '2026-11-24', lead: 0 },
    ]);
  });

  it('does not count what was done on its day, nor take an answer of today for the days before', () => {
    const some = libraryOf(daily, answer('2026-11-19'), answer('2026-11-22'));
    expect(listed(some, '2026-11-22')).toEqual([
      { date: '2026-11-21', lead: -1, missed: 4, first: '2026-11-17' },
    ]);
  });

  it('goes on after one was skipped or done before its day', () => {
    const monthly = own(every(1, 'month'), '2026-11-30');
    const skipped = libraryOf(
      monthly,
      answer('2026-11-30', 'not-relevant', { on: '2026-11-20' }),
      answer('2026-12-30', 'done', { on: '2026-11-20' }),
    );
    expect(coming(skipped, '2026-11-22')[0]).toBe('2027-01-30');
    expect(listed(skipped, '2027-01-30')).toEqual([{ date: '2027-01-30', lead: 0 }]);
  });

  it('is not asked about before its next date, however early it reminds', () => {
    const datedAt = '2026-11-01T15:00:00.000Z';
    const weekly = own(every(1, 'week'), '2026-11-30', { leads: [14, 1, 0], datedAt });
    expect(listed(libraryOf(weekly), '2026-11-30')).toEqual([{ date: '2026-11-30', lead: 0 }]);
    expect(listed(libraryOf(weekly, answer('2026-11-30')), '2026-11-30')).toEqual([]);
    expect(listed(libraryOf(weekly, answer('2026-11-30')), '2026-12-06')).toEqual([
      { date: '2026-12-07', lead: 1 },
    ]);
  });

  it('comes again where it was put off, and the series is left alone', () => {
    const weekly = own(every(1, 'week'), '2026-11-20', { datedAt: '2026-11-01T15:00:00.000Z' });
    const later = libraryOf(
      weekly,
      answer('2026-11-20', 'put-off', { until: '2026-11-22T14:00:00.000Z' }),
    );
    expect(coming(later, '2026-11-20').slice(0, 2)).toEqual(['2026-11-20', '2026-11-27']);
    expect(listed(later, '2026-11-20')).toEqual([]);
    expect(listed(later, '2026-11-22')).toMatchObject([{ date: '2026-11-20', missed: 1 }]);
    const done = libraryOf(
      weekly,
      ...Object.values(later.occurrences),
      answer('2026-11-20', 'done', { lead: 1 }),
    );
    expect(listed(done, '2026-11-22')).toEqual([]);
    expect(dealtWithOf(done, moment('2026-11-20'), reference())).toHaveLength(1);
  });

  it('is not reminded of without leads', () => {
    expect(listed(libraryOf({ ...daily, leads: [] }), '2026-11-22')).toEqual([]);
  });

  it('had not missed what was past when it was typed', () => {
    const typed = own(every(1, 'month'), '2026-01-31', { datedAt: '2026-10-31T23:30:00.000Z' });
    expect(listed(libraryOf(typed), '2026-11-22')).toEqual([
      { date: '2026-10-31', lead: -1, missed: 1, first: '2026-10-31' },
    ]);
    const later = { ...typed, datedAt: '2026-11-01T05:30:00.000Z' };
    expect(listed(libraryOf(later), '2026-11-22')).toEqual([]);
  });

  it('keeps what was answered when the rhythm is changed', () => {
    const changed = own(every(2, 'week'), '2026-11-24', { datedAt: '2026-11-22T15:00:00.000Z' });
    const library = libraryOf(changed, answer('2026-11-20'), answer('2026-11-21'));
    expect(listed(library, '2026-11-22')).toEqual([]);
    const dealt = dealtWithOf(library, moment('2026-11-22'), reference());
    expect(dealt.map(({ mark, isSuperseded }) => [mark.due, isSuperseded])).toEqual([
      ['2026-11-21', true],
      ['2026-11-20', true],
    ]);
    expect(coming(library, '2026-11-22').slice(0, 2)).toEqual(['2026-11-24', '2026-12-08']);
  });

  it('that has ended is among the past dates, to be found and changed', () => {
    const ended = own(every(1, 'month', { until: '2026-10-31' }), '2026-08-15');
    const past = (library: Library) =>
      pastOwnOf(library, { today: '2026-11-22', timeZone }).map(({ deadline, answer: said }) => [
        ...[deadline.date, said],
      ]);
    expect(past(libraryOf(ended))).toEqual([['2026-10-15', null]]);
    const all = answer('2026-10-15', 'done', { lead: -1 });
    expect(past(libraryOf(ended, all))).toEqual([['2026-10-15', 'done']]);
    expect(past(libraryOf(daily))).toEqual([]);
  });
});

describe('what waits', () => {
  const waiting = own(every(1, 'month', { waits: true }), '2026-09-30');

  it('stands at one date until it is answered', () => {
    expect(listed(libraryOf(waiting), '2026-11-22')).toEqual([
      { date: '2026-09-30', lead: -1, missed: 1, first: '2026-09-30' },
    ]);
    expect(coming(libraryOf(waiting), '2026-11-22')).toEqual([]);
    expect(coming(libraryOf(waiting), '2026-09-01')).toEqual(['2026-09-30']);
  });

  it.each([
    ['late', '2026-09-30', '2026-11-22', '2026-11-30'],
    ['on a day of the series', '2026-09-30', '2026-11-30', '2026-12-30'],
    ['on its day', '2026-09-30', '2026-09-30', '2026-10-30'],
    ['early', '2026-09-30', '2026-09-10', '2026-10-30'],
  ])('comes again after the day of the answer: %s', (_, due, on, next) => {
    const answered = libraryOf(waiting, answer(due, 'done', { on, lead: on > due ? -1 : 0 }));
    expect(coming(answered, on)).toEqual([next]);
  });

  it('takes the day of the answer where the user lives', () => {
    const evening = { ...answer('2026-11-20'), updatedAt: '2026-11-21T01:30:00.000Z' };
    const daily = own(every(1, 'day', { waits: true }), '2026-11-20');
    expect(coming(libraryOf(daily, evening), '2026-11-20')).toEqual(['2026-11-21']);
  });

  it('goes by a new rhythm, whatever was answered of the one before', () => {
    const moved = own(every(1, 'month', { waits: true }), '2026-12-10', {
      datedAt: '2026-11-20T15:00:00.000Z',
    });
    const early = answer('2027-12-01', 'done', { on: '2026-11-20' });
    expect(coming(libraryOf(moved, early), '2026-11-22')).toEqual(['2026-12-10']);
  });
});

describe('a list', () => {
  it('shows one date of what comes each day, four of what comes each month, and all else', () => {
    const dates = (one: Repeat) => coming(libraryOf(own(one, '2026-11-22')), '2026-11-22');
    expect(dates(every(1, 'day'))).toHaveLength(366);
    const short = (one: Repeat) =>
      inShort(
        comingOf(libraryOf(own(one, '2026-11-22')), { today: '2026-11-22', timeZone }, reference()),
      ).filter(({ kind }) => kind === 'own').length;
    expect(
      [every(1, 'day'), every(1, 'week'), every(1, 'month'), every(6, 'month')].map(short),
    ).toEqual([...[1, 1, 4, 3]]);
  });

  it('has the next date also where it is years away', () => {
    const rare = own(every(3, 'year'), '2026-11-01', { datedAt: '2026-10-01T15:00:00.000Z' });
    expect(coming(libraryOf(rare, answer('2026-11-01')), '2026-11-22')).toEqual(['2029-11-01']);
  });

  it.each([
    [every(1, 'day'), 'then every day'],
    [every(2, 'week', { until: '2027-01-05' }), 'then every 2 weeks until 2027-01-05'],
    [every(1, 'month', { waits: true }), 'then every month, once this one is done'],
  ])('says what follows', (one, words) => {
    expect(thenInWords(one, (day) => day)).toBe(words);
  });
});

describe('what repeats, against a plain count', () => {
  const start = Date.UTC(2026, 0, 1);
  const nth = (days: number) => new Date(start + days * 86_400_000).toISOString().slice(0, 10);

  it('misses each date that passed since it was typed and is not answered, and asks about the next', () => {
    const mark = fc.record({
      day: fc.nat({ max: 120 }),
      state: fc.constantFrom('done', 'not-relevant', 'seen'),
      isLate: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.nat({ max: 20 }),
        fc.nat({ max: 40 }),
        fc.nat({ max: 120 }),
        fc.array(mark, { maxLength: 8 }),
        fc.option(fc.integer({ min: 20, max: 110 })),
        (step, first, typed, today, marks, until) => {
          const repeat = every(step, 'day', { until: until === null ? null : nth(until) });
          const date = own(repeat, nth(first), { datedAt: `${nth(typed)}T15:00:00.000Z` });
          const answers = marks.map(({ day, state, isLate }) => {
            const due = first + Math.floor(day / step) * step;
            return { due, state, lead: isLate && due < today ? -1 : 0 };
          });
          const library = libraryOf(
            date,
            ...answers.map(({ due, state, lead }) => answer(nth(due), state, { lead })),
          );
          // The last mark of one id holds.
          const held = Object.values(library.occurrences);
          const ended = held.filter(({ state }) => state !== 'seen');
          const all: number[] = [];
          for (let day = first; day <= Math.min(until ?? 400, 400); day += step) all.push(day);
          const isAnswered = (day: number) =>
            ended.some(({ due, lead }) => due === nth(day) || (lead < 0 && nth(day) < due));
          const passed = all.filter((day) => day < today && day >= typed && !isAnswered(day));
          const next = all.find(
            (day) => day >= today && !ended.some(({ due }) => due === nth(day)),
          );
          const isSeen = (day: number, lead: number) =>
            held.some(
              ({ due, lead: at, state }) => due === nth(day) && at === lead && state === 'seen',
            );
          const isTyped = next !== undefined && next === today && today >= typed;
          const newest = passed.at(-1);
          expect(listed(library, nth(today))).toEqual([
            ...(newest === undefined || isSeen(newest, -1)
              ? []
              : [
                  {
                    date: nth(newest),
                    lead: -1,
                    missed: passed.length,
                    first: nth(passed[0] ?? 0),
                  },
                ]),
            // Typed on its own day it is known.
            ...(isTyped && today > typed && !isSeen(today, 0)
              ? [{ date: nth(today), lead: 0 }]
              : []),
          ]);
          expect(coming(library, nth(today))[0]).toBe(next === undefined ? undefined : nth(next));
        },
      ),
      { numRuns: 400 },
    );
  });
});
