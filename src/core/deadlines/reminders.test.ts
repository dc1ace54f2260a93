import { describe, expect, it } from 'vitest';
import { exampleLibrary } from '../ceu/example-library.testing';
import { emptyLibrary } from '../library/defaults';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import { comingOf, dealtWithOf, pastOwnOf, remindersOf, returnsNextAt } from './reminders';
import type { Occurrence } from './schema';

const createdAt = '2026-01-05T12:00:00.000Z';
const today = '2026-11-22';
const moment = { now: '2026-11-22T15:00:00.000Z', today, timeZone: 'America/New_York' };

const own = (id: string, date: string, leads = [7, 1, 0]) => ({
  ...{ id, createdAt, updatedAt: createdAt, datedAt: createdAt },
  ...{ title: id, date, repeat: null, note: '', leads },
});

function mark(
  deadline: string,
  [due, lead]: [string, number],
  state: Occurrence['state'],
  { until = null, updatedAt = moment.now }: { until?: string | null; updatedAt?: string } = {},
): Occurrence {
  const id = `${deadline}|${due}|${lead}`;
  return { id, createdAt, updatedAt, deadline, due, lead, state, until };
}

function libraryOf(dates: ReturnType<typeof own>[], marks: Occurrence[] = []): Library {
  return {
    ...emptyLibrary('l', createdAt),
    deadlines: Object.fromEntries(dates.map((date) => [date.id, date])),
    occurrences: Object.fromEntries(marks.map((one) => [one.id, one])),
  };
}

const titles = (library: Library) =>
  remindersOf(library, moment, reference()).map(({ deadline }) => deadline.id);

describe('the list', () => {
  it('has what passed for a month, and a date of one’s own until it is done', () => {
    const library = libraryOf([own('old', '2026-02-01'), own('soon', '2026-11-24')]);
    expect(titles(library)).toEqual(['own:old', 'own:soon', 'code-set:april-announced:2026']);
    const done = libraryOf(
      [own('old', '2026-02-01')],
      [mark('own:old', ['2026-02-01', 0], 'done')],
    );
    expect(titles(done)).toEqual(['code-set:april-announced:2026']);
  });

  describe('has the end of a cycle', () => {
    type Example = NonNullable<Parameters<typeof exampleLibrary>[0]['cycles']>[number];
    const ended: Example = { body: 'aapc', start: '2024-02-01', end: '2026-01-31' };
    const endsIn = (cycles: Example[], marks: Occurrence[] = []) => {
      const library = exampleLibrary({ held: [['cic', '2020-02-10']], cycles });
      library.occurrences = libraryOf([], marks).occurrences;
      return titles(library).filter((id) => id.startsWith('cycle-end'));
    };
    const id = 'cycle-end:aapc:2024-02-01';

    it('until it is answered, however long ago', () => {
      expect(endsIn([ended])).toEqual([id]);
      for (const state of ['done', 'not-relevant'] as const) {
        expect(endsIn([ended], [mark(id, ['2026-01-31', 30], state)])).toEqual([]);
      }
    });

    it('also when its reminder of the eve was seen', () => {
      expect(endsIn([ended], [mark(id, ['2026-01-31', 1], 'seen')])).toEqual([id]);
    });

    it('but not once a newer cycle has begun, nor when it was over as it was entered', () => {
      const next = { body: 'aapc', start: '2026-02-01', end: '2028-01-31' };
      expect(endsIn([ended, next])).toEqual([]);
      expect(endsIn([ended, { ...next, start: '2026-12-01' }])).toEqual([id]);
      expect(endsIn([ended, { ...next, body: 'ahima' }])).toEqual([id]);
      expect(endsIn([{ ...ended, datedAt: '2026-02-02T12:00:00.000Z' }])).toEqual([]);
    });
  });

  it('leaves alone what has no reminder', () => {
    expect(titles(libraryOf([own('quiet', '2026-11-22', [])]))).not.toContain('own:quiet');
  });

  it('of what comes leaves out what is done or not relevant', () => {
    const library = libraryOf(
      [own('a', '2026-12-01'), own('b', '2026-12-02'), own('c', '2026-12-03')],
      [
        mark('own:a', ['2026-12-01', 7], 'done'),
        mark('own:b', ['2026-12-02', 7], 'not-relevant'),
        mark('own:c', ['2026-12-03', 7], 'seen'),
      ],
    );
    const coming = comingOf(library, moment, reference()).map(({ id }) => id);
    expect(coming.filter((id) => id.startsWith('own'))).toEqual(['own:c']);
  });
});

describe('what was put off', () => {
  it('comes up next at the first instant that lies ahead', () => {
    const marks = libraryOf(
      [],
      [
        mark('own:a', ['2026-12-01', 7], 'put-off', { until: '2026-11-25T14:00:00.000Z' }),
        mark('own:b', ['2026-12-01', 7], 'put-off', { until: '2026-11-23T14:00:00.000Z' }),
        mark('own:c', ['2026-12-01', 7], 'put-off', { until: '2026-11-22T14:00:00.000Z' }),
        mark('own:d', ['2026-12-01', 7], 'done', { until: '2026-11-22T16:00:00.000Z' }),
      ],
    ).occurrences;
    expect(returnsNextAt(marks, moment.now)).toBe('2026-11-23T14:00:00.000Z');
    expect(returnsNextAt(marks, '2026-11-26T14:00:00.000Z')).toBeNull();
    expect(returnsNextAt({}, moment.now)).toBeNull();
  });
});

describe('what was dealt with', () => {
  const dates = [own('a', '2026-12-01'), own('b', '2026-12-05')];
  const dealt = (...marks: Occurrence[]) =>
    dealtWithOf(libraryOf(dates, marks), moment, reference()).map(
      ({ mark: { state }, deadline, isSuperseded }) =>
        `${deadline.id} ${state}${isSuperseded ? ' superseded' : ''}`,
    );

  it('has the newest first, and says what moved since', () => {
    expect(
      dealt(
        mark('own:a', ['2026-11-20', 7], 'done', { updatedAt: '2026-11-10T12:00:00.000Z' }),
        mark('own:b', ['2026-12-05', 30], 'seen', { updatedAt: '2026-11-12T12:00:00.000Z' }),
        mark('code-set:october:2026', ['2026-10-01', 0], 'not-relevant', {
          updatedAt: '2026-10-02T12:00:00.000Z',
        }),
      ),
    ).toEqual(['own:b seen', 'own:a done superseded', 'code-set:october:2026 not-relevant']);
  });

  it('is without what has come up again, what is gone, and what is long past', () => {
    const until = (text: string) => ({ until: text });
    expect(
      dealt(
        mark('own:a', ['2026-12-01', 7], 'put-off', until('2026-11-22T14:00:00.000Z')),
        mark('own:b', ['2026-12-05', 7], 'put-off', until('2026-11-22T16:00:00.000Z')),
        mark('own:gone', ['2026-12-05', 7], 'done'),
        mark('own:a', ['2026-12-01', 30], 'done', { updatedAt: '2026-05-01T12:00:00.000Z' }),
      ),
    ).toEqual(['own:b put-off']);
  });
});

it('of one’s own dates has those that passed, the newest first, with their answers', () => {
  const dates = [
    own('a', '2026-11-21'),
    own('b', '2020-01-01'),
    own('c', today),
    own('d', '2026-11-01'),
  ];
  // It had passed already when it was entered.
  dates[1]!.datedAt = moment.now;
  const library = libraryOf(dates, [mark('own:d', ['2026-11-01', 0], 'done')]);
  expect(pastOwnOf(library, moment).map(({ deadline, answer }) => [deadline.id, answer])).toEqual([
    ['own:a', null],
    ['own:d', 'done'],
    ['own:b', null],
  ]);
});

describe('what was put off', () => {
  it('comes again also when its date has passed more than a month ago by then', () => {
    const until = '2026-11-20T14:00:00.000Z';
    const put = mark('code-set:october:2026', ['2026-10-01', 0], 'put-off', { until });
    const library = { ...libraryOf([], [put]), createdAt: '2026-01-05T12:00:00.000Z' };
    expect(titles(library)).toContain('code-set:october:2026');
    expect(titles({ ...library, occurrences: {} })).not.toContain('code-set:october:2026');
  });
});

describe('reminders after a date', () => {
  it('come however late the user wants them', () => {
    const library = { ...libraryOf([]), createdAt: '2026-01-05T12:00:00.000Z' };
    const wanted = (leads: number[]) => ({
      ...library,
      settings: {
        ...library.settings,
        reminders: { ...library.settings.reminders, leads: { 'code-set': leads } },
      },
    });
    expect(titles(wanted([-45]))).toContain('code-set:october:2026');
    expect(titles(wanted([0]))).not.toContain('code-set:october:2026');
  });
});
