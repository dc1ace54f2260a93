import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleLibrary } from '../ceu/example-library.testing';
import { addDays } from '../dates';
import { reference } from '../reference';
import { occurrenceId } from './ids';
import type { Deadline } from './deadline';
import { occurrencesDue, type DueOccurrence } from './occurrences';
import { deadlinesOf } from './rules';
import type { Occurrence } from './schema';

const data = reference();
const today = '2026-11-22';
const now = '2026-11-22T15:00:00.000Z';
const timeZone = 'America/New_York';
/** The present, or another day, or another instant. */
const at = (day = today, instant = now) => ({ today: day, now: instant, timeZone });

describe('deadlinesOf', () => {
  const library = exampleLibrary({
    held: [
      ['ccs', '2020-01-01'],
      ['rhit', '2020-01-01'],
      ['cic', '2020-02-10'],
      ['ccds', '2025-06-30'],
    ],
    cycles: [
      { body: 'ahima', start: '2026-02-14', end: '2028-02-13' },
      { body: 'aapc', start: '2024-03-01', end: '2026-02-28' },
      { body: 'aapc', start: '2026-03-01', end: '2028-02-29' },
      { body: 'acdis', start: '2025-06-30', end: '2027-06-29' },
    ],
  });
  const deadlines = deadlinesOf(library, { today, timeZone: 'UTC' }, data);
  const byId = (id: string) => deadlines.find((deadline) => deadline.id === id);

  it('has the end of each cycle that is not over', () => {
    expect(byId('cycle-end:ahima:2026-02-14')).toMatchObject({
      kind: 'cycle-end',
      date: '2028-02-13',
      title: 'AHIMA cycle ends',
      detail: 'CCS and RHIT: the last day on which a unit counts.',
      leads: [180, 90, 30, 7, 1],
      isNoticed: true,
      open: { screen: 'ceus', id: 'ahima:2026-02-14' },
    });
    expect(byId('cycle-end:aapc:2024-03-01')).toBeUndefined();
    expect(
      deadlinesOf(library, { today: '2026-02-28', timeZone: 'UTC' }, data).some(
        ({ date }) => date === '2026-02-28',
      ),
    ).toBe(true);
  });

  it('has the day from which a cycle can be submitted', () => {
    expect(byId('window-opens:aapc:2026-03-01')).toMatchObject({ date: '2028-01-29', leads: [0] });
    expect(byId('window-opens:acdis:2025-06-30')).toMatchObject({
      date: '2027-05-01',
      detail: 'CCDS: 60 days before the due date.',
    });
    expect(byId('window-opens:ahima:2026-02-14')).toBeUndefined();
  });

  it('has the code-set dates of twelve months, in order', () => {
    const codeSets = deadlines.filter(({ id }) => id.startsWith('code-set:'));
    expect(codeSets.map(({ date, title }) => `${date} ${title}`)).toEqual([
      '2027-03-09 Spring meeting of the ICD-10 Coordination and Maintenance Committee',
      '2027-04-01 ICD-10-CM and ICD-10-PCS mid-year update takes effect',
      '2027-04-14 Proposed inpatient rule for FY2028',
      '2027-06-12 FY2028 code files are expected',
      '2027-07-21 FY2028 Official Guidelines are expected',
      '2027-08-01 Final inpatient rule for FY2028',
      '2027-09-10 Fall meeting of the ICD-10 Coordination and Maintenance Committee',
      '2027-10-01 FY2028 ICD-10-CM and ICD-10-PCS take effect',
      '2027-10-02 Correction notices for FY2028 are possible',
      '2027-11-16 April 2028 codes are expected',
    ]);
    expect(byId('code-set:october:2027')).toMatchObject({
      kind: 'code-set',
      leads: [30, 7, 0],
      isNoticed: true,
      isApproximate: false,
    });
    expect(byId('code-set:files:2027')).toMatchObject({
      kind: 'preparation',
      leads: [0],
      isNoticed: false,
      isApproximate: true,
    });
  });

  it('has those of CPT only when the user says so', () => {
    const withCpt = { ...library, settings: { ...library.settings, usesCpt: true } };
    const added = deadlinesOf(withCpt, { today, timeZone: 'UTC' }, data).filter(
      ({ id }) => !byId(id),
    );
    expect(added.map(({ date, id }) => `${date} ${id}`)).toEqual([
      '2027-01-01 code-set:cpt-january:2027',
      '2027-01-01 code-set:ioce-january:2027',
      '2027-04-01 code-set:hcpcs-april:2027',
      '2027-04-01 code-set:ioce-april:2027',
      '2027-07-01 code-set:cpt-july:2027',
      '2027-07-01 code-set:ioce-july:2027',
      '2027-09-11 code-set:cpt-published:2027',
      '2027-10-01 code-set:hcpcs-october:2027',
      '2027-10-01 code-set:ioce-october:2027',
    ]);
    // Each quarter is a line on its day; what a year turns on is told before.
    const told = added.map(({ id, leads, isNoticed }) => [id.split(':')[1], leads, isNoticed]);
    expect(told).toContainEqual(['cpt-january', [30, 7, 0], true]);
    expect(told).toContainEqual(['hcpcs-april', [0], false]);
    expect(told).toContainEqual(['ioce-october', [0], false]);
  });

  it('is sorted, has no id twice, and a source for everything', () => {
    const dates = deadlines.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(deadlines.map(({ id }) => id)).size).toBe(deadlines.length);
    for (const { id, source } of deadlines) {
      expect(source, id).not.toBeNull();
      expect(id.length).toBeLessThanOrEqual(120);
    }
  });

  it('leaves out cycles in the trash and of bodies that are no longer held', () => {
    const changed = structuredClone(library);
    changed.cycles['ahima:2026-02-14']!.deletedAt = now;
    changed.holdings['cic']!.deletedAt = now;
    const bodies = deadlinesOf(changed, { today, timeZone: 'UTC' }, data).filter(({ id }) =>
      id.startsWith('cycle-end'),
    );
    expect(bodies.map(({ title }) => title)).toEqual(['ACDIS cycle ends']);
  });

  it('sends whoever’s cycle is over to the body', () => {
    const past = deadlinesOf(library, { today: '2026-03-02', timeZone: 'UTC' }, data, {
      from: '2026-02-01',
    });
    const end = past.find(({ id }) => id === 'cycle-end:aapc:2024-03-01');
    expect(end?.detail).toBe('CIC: the cycle is over. Check with AAPC what can still be done.');
  });

  it('can look back, for what passed unseen', () => {
    const past = deadlinesOf(library, { today: '2026-10-03', timeZone: 'UTC' }, data, {
      from: '2026-09-03',
    });
    expect(past.slice(0, 3).map(({ id, date }) => `${date} ${id}`)).toEqual([
      '2026-09-10 code-set:committee-fall:2026',
      '2026-10-01 code-set:october:2026',
      '2026-10-02 code-set:corrections:2026',
    ]);
    expect(past.some(({ id }) => id === 'code-set:october:2027')).toBe(true);
    expect(occurrencesDue(past, {}, at('2026-10-01'))).toMatchObject([
      { id: 'code-set:committee-fall:2026|2026-09-10|0', lead: 0, daysLeft: -21 },
      { id: 'code-set:october:2026|2026-10-01|0', lead: 0, daysLeft: 0 },
    ]);
  });
});

const base: Deadline = {
  id: 'one',
  kind: 'cycle-end',
  date: '2026-12-22',
  title: 'One',
  detail: '',
  leads: [180, 90, 30, 7, 1],
  isNoticed: true,
  isApproximate: false,
  isMinor: false,
  knownSince: '2020-01-01T12:00:00.000Z',
  open: { screen: 'ceus', id: null },
  source: null,
};

function mark(
  { deadline, lead }: Pick<DueOccurrence, 'deadline' | 'lead'>,
  state: Occurrence['state'],
  until: string | null = null,
): Record<string, Occurrence> {
  const id = occurrenceId(deadline.id, deadline.date, lead);
  const times = { createdAt: now, updatedAt: now };
  return { [id]: { id, ...times, deadline: deadline.id, due: deadline.date, lead, state, until } };
}

describe('occurrencesDue', () => {
  const dueOn = (date: string, marks: Record<string, Occurrence> = {}, instant = now) =>
    occurrencesDue([{ ...base, date }], marks, at(today, instant)).map(({ lead }) => lead);

  it.each([
    ['2027-12-22', []],
    ['2027-05-22', []],
    ['2027-05-21', [180]],
    ['2026-12-22', [30]],
    ['2026-12-21', [30]],
    ['2026-11-29', [7]],
    ['2026-11-23', [1]],
    ['2026-11-22', [1]],
    ['2026-11-20', [-1]],
  ])('of a cycle that ends on %s: %j', (date, leads) => {
    expect(dueOn(date)).toEqual(leads);
  });

  it('are not listed again once seen, until the next lead comes', () => {
    const seen = mark({ deadline: base, lead: 30 }, 'seen');
    expect(dueOn('2026-12-22', seen)).toEqual([]);
    expect(occurrencesDue([base], seen, at('2026-12-15')).map(({ lead }) => lead)).toEqual([7]);
  });

  it.each(['done', 'not-relevant'] as const)('are over for that date once it is %s', (state) => {
    const over = mark({ deadline: base, lead: 30 }, state);
    expect(dueOn('2026-12-22', over)).toEqual([]);
    expect(occurrencesDue([base], over, at('2026-12-15'))).toEqual([]);
    expect(dueOn('2026-12-20', over)).toEqual([30]);
  });

  it('return when what they were put off to has come', () => {
    const putOff = mark({ deadline: base, lead: 30 }, 'put-off', '2026-11-22T15:00:00Z');
    expect(dueOn('2026-12-22', putOff, '2026-11-22T14:59:59.999Z')).toEqual([]);
    expect(dueOn('2026-12-22', putOff, '2026-11-22T15:00:00.000Z')).toEqual([30]);
    expect(dueOn('2026-12-22', putOff, '2026-11-22T15:00:00.500Z')).toEqual([30]);
    expect(dueOn('2026-12-22', mark({ deadline: base, lead: 30 }, 'put-off'))).toEqual([30]);
  });

  it('return when the mark was undone', () => {
    const marks = mark({ deadline: base, lead: 30 }, 'done');
    Object.values(marks)[0]!.deletedAt = now;
    expect(dueOn('2026-12-22', marks)).toEqual([30]);
  });

  it('of a deadline that moved are others, and those of the old date are superseded', () => {
    const done = mark({ deadline: base, lead: 30 }, 'done');
    expect(dueOn('2026-12-20', done)).toEqual([30]);
  });
});

describe('what was known when it came up', () => {
  const entered = (
    knownSince: string,
    date: string,
    on: string,
    { kind = 'own', zone = timeZone }: { kind?: Deadline['kind']; zone?: string } = {},
  ) => {
    const one: Deadline = { ...base, kind, date, leads: [7, 1, 0], knownSince };
    const moment = { today: on, now: `${on}T17:00:00.000Z`, timeZone: zone };
    return occurrencesDue([one], {}, moment).map(({ lead }) => lead);
  };

  it.each([
    ['the lead of the day itself', '2026-11-29', '2026-11-22', []],
    ['one that is days past', '2026-11-25', '2026-11-22', []],
    ['the next one is told', '2026-11-25', '2026-11-24', [1]],
    ['a lead of the day after is told', '2026-11-30', '2026-11-23', [7]],
  ] as const)('is no news: %s', (_, date, on, leads) => {
    expect(entered('2026-11-22T15:00:00.000Z', date, on)).toEqual(leads);
    expect(entered('2026-11-22T15:00:00.000Z', date, on, { kind: 'cycle-end' })).toEqual(leads);
  });

  it('but a date of the user’s own that passed since it was typed asks whether it was done', () => {
    const typed = '2026-11-22T15:00:00.000Z';
    expect(entered(typed, '2026-11-22', '2026-11-22')).toEqual([]);
    expect(entered(typed, '2026-11-22', '2026-11-23')).toEqual([0]);
    expect(entered(typed, '2026-11-22', '2026-11-23', { kind: 'code-set' })).toEqual([]);
    // It had passed already when it was typed: it was noted, not asked about.
    expect(entered(typed, '2026-11-20', '2026-12-20')).toEqual([]);
  });

  it('goes by the day on the user’s wall', () => {
    // 03:00 in UTC on the 23rd is still the 22nd in New York and long the 23rd in Auckland.
    const typed = '2026-11-23T03:00:00.000Z';
    expect(entered(typed, '2026-11-30', '2026-11-23')).toEqual([7]);
    expect(entered(typed, '2026-11-30', '2026-11-23', { zone: 'Pacific/Auckland' })).toEqual([]);
  });

  it('is told when it was put off, because that was asked for', () => {
    const one = { ...base, kind: 'own' as const, leads: [30], knownSince: now };
    const putOff = mark({ deadline: one, lead: 30 }, 'put-off', '2026-11-22T15:30:00Z');
    expect(occurrencesDue([one], {}, at())).toEqual([]);
    expect(occurrencesDue([one], putOff, at(today, '2026-11-22T15:30:00Z'))).toMatchObject([
      { lead: 30, returnedAt: '2026-11-22T15:30:00Z' },
    ]);
  });
});

describe('occurrencesDue, whatever happens', () => {
  const deadline = fc
    .record({
      days: fc.integer({ min: -40, max: 400 }),
      leads: fc.uniqueArray(fc.integer({ min: -30, max: 200 }), { maxLength: 6 }),
    })
    .map(({ days, leads }) => ({ ...base, date: addDays(today, days), leads }));
  const deadlines = fc
    .array(deadline, { maxLength: 12 })
    .map((list) => list.map((one, index) => ({ ...one, id: `deadline:${index}` })));

  it('lists each deadline at most once, at a lead that was reached and after which none was', () => {
    fc.assert(
      fc.property(deadlines, (list) => {
        const due = occurrencesDue(list, {}, at());
        expect(new Set(due.map(({ id }) => id)).size).toBe(due.length);
        expect(new Set(due.map((one) => one.deadline.id)).size).toBe(due.length);
        for (const {
          deadline: { date, leads },
          lead,
        } of due) {
          const isReached = (days: number) => addDays(date, -days) <= today;
          expect(isReached(lead)).toBe(true);
          expect(leads.filter((other) => other < lead).some(isReached)).toBe(false);
        }
      }),
    );
  });

  it('never lists again what is done, on any later day', () => {
    fc.assert(
      fc.property(deadlines, fc.nat(200), (list, later) => {
        const first = occurrencesDue(list, {}, at());
        const marks = Object.assign({}, ...first.map((one) => mark(one, 'done'))) as Record<
          string,
          Occurrence
        >;
        expect(occurrencesDue(list, marks, at())).toEqual([]);
        const ids = new Set(first.map(({ id }) => id));
        const after = occurrencesDue(list, marks, at(addDays(today, later)));
        expect(after.filter(({ id }) => ids.has(id))).toEqual([]);
      }),
    );
  });

  it('takes a moved deadline for another one', () => {
    fc.assert(
      fc.property(deadline, fc.integer({ min: 1, max: 300 }), (one, days) => {
        const [first] = occurrencesDue([one], {}, at());
        if (!first) return;
        const marks = mark(first, 'done');
        const moved = { ...one, date: addDays(one.date, -days) };
        const [again] = occurrencesDue([moved], marks, at());
        expect(again?.id).not.toBe(first.id);
        expect(again).toBeDefined();
      }),
    );
  });

  it('shows every lead once over the days, when each is seen as it comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 250 }), (ahead) => {
        const one = { ...base, date: addDays(today, ahead) };
        let marks: Record<string, Occurrence> = {};
        const shown: number[] = [];
        for (let day = 0; day <= ahead; day += 1) {
          for (const due of occurrencesDue([one], marks, at(addDays(today, day)))) {
            shown.push(due.lead);
            marks = { ...marks, ...mark(due, 'seen') };
          }
        }
        const newest = one.leads.filter((lead) => lead >= ahead).at(-1);
        const later = one.leads.filter((lead) => lead < ahead);
        expect(shown).toEqual([...(newest === undefined ? [] : [newest]), ...later]);
      }),
      { numRuns: 30 },
    );
  });
});
