import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { allLeads } from '../deadlines/leads';
import { deadlinesOfExams } from '../deadlines/of-exams';
import { withRecords } from '../deadlines/records';
import { emptyLibrary } from '../library/defaults';
import type { CommandOf } from '../library/commands';
import { MemoryStore } from '../library/store.testing';
import { reference } from '../reference';
import { businessDaysBefore, isFederalHoliday } from './business-days';
import { examDaysOf, type ExamDay } from './rules';
import type { Exam } from './schema';

const today = '2026-11-22';
const { settings } = emptyLibrary('l', `${today}T12:00:00.000Z`);
const none = {
  ...{ appliedOn: null, approvedOn: null, windowEnd: null, appointmentOn: null },
  ...{ appointmentAt: null, place: '', result: null, resultOn: null, retestFrom: null, note: '' },
};
const exam = (more: Partial<Exam> = {}): Exam => ({
  ...{ id: 'e', createdAt: `${today}T12:00:00.000Z`, updatedAt: `${today}T12:00:00.000Z` },
  ...{ credential: 'ccs', datedAt: `${today}T12:00:00.000Z`, ...none, ...more },
});
const days = (more: Partial<Exam>) => {
  const found = Object.entries<ExamDay | null>({ ...examDaysOf(exam(more), reference()) });
  return Object.fromEntries(found.flatMap(([part, at]) => (at ? [[part, at.day]] : [])));
};
const dates = (...exams: Exam[]) =>
  deadlinesOfExams(
    {
      ...emptyLibrary('l', `${today}T12:00:00.000Z`),
      exams: Object.fromEntries(exams.map((one) => [one.id, one])),
    },
    today,
    reference(),
  );

describe('the days of a sitting at AHIMA', () => {
  it('run from the approval', () => {
    // 120 calendar days from November 22.
    expect(days({ approvedOn: '2026-11-22' })).toEqual({
      windowEnd: '2027-03-22',
      extension: '2027-03-08',
      refund: '2027-03-02',
    });
  });

  it('go by the window that the body shows', () => {
    expect(days({ approvedOn: '2026-11-22', windowEnd: '2027-04-21' })).toEqual({
      windowEnd: '2027-04-21',
      extension: '2027-04-07',
      refund: '2027-04-01',
    });
  });

  it.each([
    [
      '2022',
      ['01-17', '02-21', '05-30', '06-20', '07-04', '09-05', '10-10', '11-11', '11-24', '12-26'],
    ],
    [
      '2026',
      [
        ...['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11'],
        ...['11-26', '12-25'],
      ],
    ],
    [
      // New Year’s Day of 2028 is a Saturday.
      '2027',
      [
        ...['01-01', '01-18', '02-15', '05-31', '06-18', '07-05', '09-06', '10-11', '11-11'],
        ...['11-25', '12-24', '12-31'],
      ],
    ],
  ])('leave out the federal holidays of %s as they are kept', (year, kept) => {
    const found: string[] = [];
    let day = Temporal.PlainDate.from(`${year}-01-01`);
    for (; String(day.year) === year; day = day.add({ days: 1 })) {
      if (isFederalHoliday(day)) found.push(day.toString().slice(5));
    }
    expect(found).toEqual(kept);
  });

  it('offer more time only as far as the body grants it, and say where a window goes beyond', () => {
    const approvedOn = '2026-11-22';
    const window = (windowEnd: string | null) => {
      const found = examDaysOf(exam({ approvedOn, windowEnd }), reference());
      return [found.extension?.day, found.extension?.says, found.windowEnd?.says];
    };
    // The 120 days end on March 22, 2027.
    expect(window('2027-04-21')).toEqual([
      '2027-04-07',
      expect.stringMatching(/ 30 of the 90 days were granted by now\.$/),
      'As the body shows it.',
    ]);
    expect(window('2027-06-20')).toEqual([undefined, undefined, 'As the body shows it.']);
    expect(window('2027-06-21')).toEqual([
      undefined,
      undefined,
      'As the body shows it. It is longer than the 210 days from the approval that AHIMA grants at most: check with AHIMA.',
    ]);
    // Without the approval nobody can tell how much was granted.
    expect(days({ windowEnd: '2027-06-21' })).toMatchObject({ extension: '2027-06-07' });
  });

  it('run from the appointment once there is one', () => {
    // The 15th day before; the 14th costs $30.
    expect(days({ appointmentOn: '2027-01-15' })).toEqual({
      reschedule: '2026-12-31',
      rescheduleLate: '2027-01-14',
      // Without January 1, and December 25.
      refund: '2026-12-24',
    });
  });

  it.each([
    ['ccs', 30],
    ['cca', 30],
    ['rhia', 90],
    ['cdip', 90],
  ])('%s can be taken again after %i days', (credential, wait) => {
    const again = { credential, result: 'failed' as const, appointmentOn: '2026-11-01' };
    const day = new Date(Date.UTC(2026, 10, 1 + wait)).toISOString().slice(0, 10);
    expect(days(again)).toMatchObject({ retest: day });
    expect(days({ ...again, retestFrom: '2026-12-24' })).toMatchObject({ retest: '2026-12-24' });
    expect(days({ ...again, result: 'passed' })).not.toHaveProperty('retest');
  });

  it.each([
    ['2026-12-18', 14, '2026-11-30'],
    ['2026-11-23', 1, '2026-11-20'],
    ['2026-11-22', 1, '2026-11-20'],
    ['2026-11-22', 5, '2026-11-16'],
    // Without Christmas (a Friday), New Year’s Day and Martin Luther King’s.
    ['2027-01-20', 14, '2026-12-29'],
    // Kept on the Friday before a Saturday: December 24, 2027, and December 31 for New Year’s Day of 2028.
    ['2028-01-03', 5, '2027-12-23'],
    // Kept on the Monday after a Sunday: July 5, 2027.
    ['2027-07-06', 1, '2027-07-02'],
    ['2027-09-07', 1, '2027-09-03'],
    ['2026-06-01', 5, '2026-05-22'],
    ['2026-10-13', 1, '2026-10-09'],
    ['2026-11-27', 1, '2026-11-25'],
    ['2026-02-17', 1, '2026-02-13'],
    ['2026-06-22', 1, '2026-06-18'],
    ['2026-11-12', 1, '2026-11-10'],
  ])('%s less %i business days is %s', (day, count, before) => {
    expect(businessDaysBefore(day, count)).toBe(before);
  });
});

it.each(['cic', 'ccds'])('reckons nothing for %s, whose rules were not found', (credential) => {
  const sitting = { credential, approvedOn: '2026-11-01', appointmentOn: '2027-01-15' };
  expect(days(sitting)).toEqual({});
  expect(days({ ...sitting, result: 'failed' })).toEqual({});
  expect(dates(exam(sitting)).map(({ id, date }) => [id, date])).toEqual([
    ['exam-appointment:e', '2027-01-15'],
  ]);
  expect(days({ ...sitting, windowEnd: '2027-02-01' })).toEqual({ windowEnd: '2027-02-01' });
});

describe('the deadlines of a sitting', () => {
  const booked = exam({
    ...{ approvedOn: '2026-11-22', appointmentOn: '2027-01-15' },
    ...{ appointmentAt: '13:30', place: 'A test center' },
  });

  it('each say what they rest on, and are of one kind', () => {
    for (const { kind, detail, source, id } of dates(booked)) {
      expect(kind).toBe('exam');
      expect(detail).not.toBe('');
      expect(source !== null, id).toBe(id !== 'exam-appointment:e');
    }
    expect(dates(booked).find(({ id }) => id === 'exam-appointment:e')?.detail).toBe(
      '1:30 PM · A test center',
    );
  });

  it('have both limits of rescheduling, the second with what it costs and until when', () => {
    const late = dates(booked).find(({ id }) => id === 'exam-reschedule-late:e');
    expect(late).toMatchObject({
      date: '2027-01-14',
      title: 'CCS: last day to reschedule, for $30, until 1:30 PM',
    });
    expect(dates({ ...booked, appointmentAt: null })).toContainEqual(
      expect.objectContaining({ title: 'CCS: last day to reschedule, for $30' }),
    );
  });

  it('do not urge about the window once there is an appointment in it', () => {
    const leads = (one: Exam) =>
      Object.fromEntries(dates(one).map((deadline) => [deadline.id, deadline.leads.length]));
    expect(leads(booked)).toMatchObject({ 'exam-window:e': 0, 'exam-extension:e': 0 });
    const late = { ...booked, appointmentOn: '2027-03-23' };
    expect(leads(late)).toMatchObject({ 'exam-window:e': 5, 'exam-extension:e': 3 });
  });

  it('end with the result, and another sitting ends the wait for one', () => {
    const sat = { ...booked, appointmentOn: '2026-11-20', resultOn: '2026-11-20' };
    // The day itself stays, without reminders.
    expect(dates({ ...sat, result: 'passed' })).toMatchObject([
      { id: 'exam-appointment:e', title: 'CCS: the exam · passed', leads: [] },
    ]);
    const failed: Exam = { ...sat, result: 'failed' };
    expect(dates(failed).map(({ id, date }) => [id, date])).toEqual([
      ['exam-appointment:e', '2026-11-20'],
      ['exam-retest:e', '2026-12-20'],
    ]);
    const noShow: Exam = { ...failed, result: 'no-show' };
    // No source states a wait for whoever did not come.
    expect(dates(noShow).map(({ date }) => date)).toEqual(['2026-11-20']);
    const shown = { ...noShow, retestFrom: '2026-12-24' };
    expect(dates(shown).map(({ date }) => date)).toEqual(['2026-11-20', '2026-12-24']);
    const next = exam({ id: 'f', createdAt: `${today}T13:00:00.000Z` });
    expect(dates(failed, next).map(({ id }) => id)).toEqual(['exam-appointment:e']);
  });

  it('ask nothing any more that had to be done before the appointment, once that has passed', () => {
    const parts = (one: Exam) => dates(one).map(({ id }) => id);
    const onTheDay = { ...booked, approvedOn: '2026-11-01', appointmentOn: today };
    expect(parts(onTheDay)).toContain('exam-refund:e');
    const after = parts({ ...onTheDay, appointmentOn: '2026-11-21' });
    expect(after).toEqual(['exam-window:e', 'exam-extension:e', 'exam-appointment:e']);
  });

  it('ask how it went once the day has passed', () => {
    const [passed] = dates(exam({ credential: 'cic', appointmentOn: '2026-11-21' }));
    expect(passed).toMatchObject({ title: 'CIC: how did it go?', date: '2026-11-21' });
    expect(passed && allLeads(passed)).toContain(-1);
    // Also where other days were chosen for exams, or for this one.
    const [wanted] = withRecords(
      passed ? [passed] : [],
      {
        adjustments: {},
        settings: { ...settings, reminders: { ...settings.reminders, leads: { exam: [3] } } },
      },
      'UTC',
    );
    expect(wanted && allLeads(wanted)).toEqual([3, -1]);
  });
});

describe('the library', () => {
  const add = (more: Partial<CommandOf<'exam.add'>> = {}): CommandOf<'exam.add'> => ({
    ...{ type: 'exam.add', credential: 'ccs', ...none, ...more },
  });
  const code = (store: MemoryStore, command: Parameters<MemoryStore['dispatch']>[0]) => {
    const done = store.dispatch(command);
    return done.ok ? null : done.problem.code;
  };

  it.each<[Partial<Exam>, string]>([
    [{ credential: 'none' }, 'unknown-credential'],
    [{ appliedOn: '2026-11-10', approvedOn: '2026-11-09' }, 'exam-backwards'],
    [{ approvedOn: '2026-11-10', appointmentOn: '2026-11-09' }, 'exam-backwards'],
    [{ approvedOn: '2026-11-10', windowEnd: '2026-11-09' }, 'exam-backwards'],
    [{ appointmentOn: '2026-11-10', result: 'failed', resultOn: '2026-11-09' }, 'exam-backwards'],
    [{ result: 'failed', resultOn: '2026-11-09', retestFrom: '2026-11-08' }, 'exam-backwards'],
    [{ appliedOn: '1926-11-10' }, 'date-far-off'],
    [{ appointmentOn: '2062-11-10' }, 'date-far-off'],
    [{ appliedOn: '2026-11-23' }, 'exam-step-ahead'],
    [{ approvedOn: '2026-11-23' }, 'exam-step-ahead'],
    [{ resultOn: '2026-01-09' }, 'exam-no-result'],
    [{ result: 'passed', resultOn: '2031-11-09' }, 'exam-ahead'],
    [{ result: 'passed', appointmentOn: '2031-11-09' }, 'exam-ahead'],
  ])('refuses %j: %s', (fields, problem) => {
    expect(code(new MemoryStore(), add(fields))).toBe(problem);
  });

  it('names a date that is answered by its exam', () => {
    const store = new MemoryStore();
    const id = store.must(add({ approvedOn: '2026-11-01' }));
    const mark = { due: '2027-03-01', lead: 1, state: 'seen', until: null } as const;
    const done = store.dispatch({
      ...{ type: 'occurrence.mark', deadline: `exam-window:${id}` },
      ...mark,
    });
    expect(done.ok && done.value.did).toBe('Seen: a date of the CCS exam');
  });

  it('refuses by an edit what it refuses at once, and takes an edit back', () => {
    const store = new MemoryStore();
    const id = store.must(add({ appliedOn: '2026-01-10', note: 'first' }));
    const edit = (changes: CommandOf<'exam.edit'>['changes']) =>
      ({ type: 'exam.edit', id, changes }) as const;
    expect(code(store, edit({ approvedOn: '2026-01-09' }))).toBe('exam-backwards');
    store.must(edit({ approvedOn: '2026-01-11' }));
    expect(store.library.exams[id]).toMatchObject({ approvedOn: '2026-01-11', note: 'first' });
    store.must({ type: 'library.undo' });
    expect(store.library.exams[id]).toMatchObject({ approvedOn: null, note: 'first' });
    store.must({ type: 'exam.delete', id });
    expect(code(store, edit({ note: 'x' }))).toBe('not-there');
  });

  it('a step entered where the day had begun is no reason against another edit', () => {
    const store = new MemoryStore();
    const id = store.must(add({ appliedOn: '2026-11-22' }));
    store.today = '2026-11-21';
    const edit = (changes: CommandOf<'exam.edit'>['changes']) =>
      ({ type: 'exam.edit', id, changes }) as const;
    expect(code(store, edit({ note: 'flown west' }))).toBeNull();
    expect(code(store, edit({ appliedOn: '2026-11-23' }))).toBe('exam-step-ahead');
  });
});
