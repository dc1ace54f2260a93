import { describe, expect, it } from 'vitest';
import { exampleLibrary } from './ceu/example-library.testing';
import { formatDay } from './dates';
import { emptyLibrary } from './library/defaults';
import type { Library } from './library/schema';
import { reference } from './reference';
import type { Reference } from './reference/schema';
import { todayOf as todayAt } from './today';

const data = reference();
/** The slice at noon of a day. */
const todayOf = (library: Library, today: string, reference: Reference) =>
  todayAt(
    library,
    { today, now: `${today}T17:00:00.000Z`, timeZone: 'America/New_York' },
    reference,
  );
const today = '2026-11-22';
const held: [string, string | null][] = [
  ['ccs', '2020-01-01'],
  ['cic', '2020-02-10'],
];
const ahima = { body: 'ahima', start: '2026-02-14', end: '2028-02-13' };
const ahimaId = 'ahima:2026-02-14';
const aapc = { body: 'aapc', start: '2026-03-01', end: '2028-02-29' };
const certificate = (activityId: string) => ({
  id: `evidence:${activityId}`,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  activityId,
  sha256: '0'.repeat(64),
  name: 'certificate.pdf',
  bytes: 1,
  kind: 'pdf' as const,
});

describe('today, with nothing entered', () => {
  const slice = todayOf(emptyLibrary('one', '2026-11-22T12:00:00.000Z'), today, data);
  it('is calm and points to the next code-set date', () => {
    expect(slice).toMatchObject({
      date: today,
      headline: 'Nothing is due this week. The next code-set date is in 130 days.',
      standings: [],
      missing: [],
      counts: { activities: 0, missing: 0 },
    });
  });
  it('draws the fiscal year up to the next October 1', () => {
    expect(slice.year).toMatchObject({ start: '2026-10-01', end: '2027-09-30' });
    expect(slice.year.marks.map(({ date }) => date)).toEqual([
      '2026-10-01',
      '2026-11-16',
      '2027-04-01',
      '2027-04-14',
      '2027-06-12',
      '2027-08-01',
      '2027-10-01',
    ]);
  });
});

it('lists the six soonest dates', () => {
  const library = exampleLibrary({ held, cycles: [ahima, aapc] });
  library.settings.usesCpt = true;
  const { next } = todayOf(library, today, data);
  expect(next.map(({ date }) => date)).toEqual([
    '2027-01-01',
    // The dues of the year without units due.
    '2027-02-28',
    '2027-04-01',
    '2027-04-14',
    '2027-06-12',
    '2027-07-01',
  ]);
});

describe('the headline', () => {
  const headlineOn = (on: string, cycles = [ahima, aapc]) =>
    todayOf(exampleLibrary({ held, cycles }), on, data).headline;
  it('counts the next seven days, and preparation dates not', () => {
    expect(headlineOn('2028-02-06')).toBe(
      'Nothing is due this week. The next code-set date is in 55 days.',
    );
    expect(headlineOn('2028-02-07')).toBe(
      'One thing is due this week. The next code-set date is in 54 days.',
    );
    // The dues of the end of February were not answered.
    expect(headlineOn('2027-06-12')).toMatch(
      /^One thing is overdue\. Nothing else is due this week\./,
    );
    expect(headlineOn('2027-09-30', [{ ...ahima, end: '2027-10-03' }])).toBe(
      'Two things are due this week. One thing is missing. The next code-set date is tomorrow.',
    );
    expect(headlineOn('2027-10-01')).toBe(
      'One thing is due this week. The next code-set date is today.',
    );
  });

  it('begins with a cycle that ended and was not answered', () => {
    const ended = { ...ahima, end: '2026-11-30' };
    expect(headlineOn('2026-12-10', [ended])).toMatch(
      /^AHIMA cycle ended 10 days ago\. Nothing else is due this week\./,
    );
    // The cycle and the dues of its last year.
    const withDues = [{ ...aapc, start: '2024-12-01', end: '2026-11-30' }];
    expect(headlineOn('2026-12-10', withDues)).toMatch(/^Two things are overdue\./);
    expect(headlineOn('2026-12-10', [...withDues, ended])).toMatch(/^Three things are overdue\./);
  });
});

it.each([
  [0, 'Nothing is due this week. The next'],
  [1, 'Nothing is due this week. One thing is missing. The next'],
  [2, 'Nothing is due this week. Two things are missing. The next'],
  [7, 'Nothing is due this week. 7 things are missing. The next'],
])('the headline says that %d things are missing', (count, expected) => {
  const marks = { 'aapc-approved': true };
  const claims = Array.from({ length: count }, (_, index) => ({
    ...{ body: 'aapc', units: 100, on: '2026-06-01', marks, activityId: `activity:${index}` },
  }));
  const library = exampleLibrary({ held, cycles: [ahima, aapc], claims });
  for (const { activityId } of claims) library.evidence[activityId] = certificate(activityId);
  expect(todayOf(library, today, data).headline).toContain(expected);
});

describe('what came up', () => {
  const times = { createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' };
  const withDates = (...days: string[]) => {
    const library = emptyLibrary('one', '2026-01-01T00:00:00.000Z');
    for (const date of days) {
      const fields = { title: `Due ${date}`, date, repeat: null, note: '', leads: [7, 0] };
      library.deadlines[date] = { id: date, ...times, datedAt: times.createdAt, ...fields };
    }
    return library;
  };

  it('is listed apart from what comes, up to six, and counted in full', () => {
    const days = Array.from({ length: 9 }, (_, day) => `2027-01-1${day}`);
    const library = withDates(...days);
    for (const one of Object.values(library.deadlines)) one.leads = [90];
    const { reminders, counts, next } = todayOf(library, today, data);
    expect(reminders).toHaveLength(6);
    expect(counts.reminders).toBe(10);
    expect(next.some(({ kind }) => kind === 'own')).toBe(false);
  });

  it('is never left out when it is overdue, due within the week, or a cycle that ends within 30 days', () => {
    const days = Array.from({ length: 9 }, (_, day) => `2026-11-2${day}`);
    const library = withDates(...days);
    library.holdings = exampleLibrary({ held }).holdings;
    const cycles = [{ ...ahima, end: '2026-12-20' }];
    library.cycles = exampleLibrary({ held, cycles }).cycles;
    const titles = todayOf(library, today, data).reminders.map(({ deadline }) => deadline.title);
    expect(titles).toEqual([...days.map((day) => `Due ${day}`), 'AHIMA cycle ends']);
  });

  it('has what is due today before what has merely happened', () => {
    const first = todayOf(withDates(today), today, data).reminders.map(
      ({ deadline }) => deadline.id,
    );
    expect(first).toEqual([`own:${today}`, 'code-set:april-announced:2026']);
  });

  it.each([
    [['2026-11-25'], 'One thing is due this week. The next'],
    [['2026-11-21'], 'One thing is overdue. Nothing else is due this week. The next'],
    [['2026-11-20', '2026-11-21'], 'Two things are overdue. Nothing else is due this week. The'],
    [['2026-11-21', '2026-11-23'], 'One thing is overdue. One thing is due this week. The next'],
  ])('with dates on %j the headline begins: %s', (days, headline) => {
    expect(todayOf(withDates(...days), today, data).headline).toContain(headline);
  });

  it('can be put off to tomorrow morning, and it is said when what was put off comes again', () => {
    const library = withDates('2026-11-25');
    const id = 'own:2026-11-25|2026-11-25|7';
    const until = '2026-11-23T14:00:00.000Z';
    expect(todayOf(library, today, data)).toMatchObject({ later: until, returnsAt: null });
    library.occurrences[id] = {
      ...{ id, ...times, deadline: 'own:2026-11-25', due: '2026-11-25', lead: 7 },
      ...{ state: 'put-off', until },
    };
    expect(todayOf(library, today, data)).toMatchObject({ returnsAt: until });
  });
});

describe('what lacks', () => {
  const missing = (library: Parameters<typeof todayOf>[0]) => todayOf(library, today, data).missing;

  it('is a cycle for today, first of all, then a date', () => {
    const library = exampleLibrary({
      held: [
        ['ccs', '2020-01-01'],
        ['cic', null],
      ],
      cycles: [{ ...ahima, start: '2024-02-14', end: '2026-02-13' }, aapc],
    });
    expect(missing(library)).toMatchObject([
      {
        id: 'no-cycle:ahima',
        title: 'AHIMA has no cycle for today',
        open: { screen: 'ceus', id: null },
      },
      { id: 'no-date:cic', title: 'CIC has no date', open: { screen: 'ceus', id: 'cic' } },
    ]);
    expect(missing(library)[0]?.detail).toMatch(/CEU Center/);
  });

  it('is proof of earned claims, and an index number where the body goes by it', () => {
    const library = exampleLibrary({
      held,
      cycles: [ahima, aapc],
      claims: [
        { body: 'ahima', units: 150, on: '2026-06-01', activityId: 'webinar', marks: {} },
        {
          body: 'aapc',
          units: 150,
          on: '2026-06-01',
          activityId: 'webinar',
          marks: { 'aapc-approved': true },
        },
      ],
    });
    const marks = { 'ahima-source': true, 'hiim-domain': true };
    library.claims['claim:0']!.marks = marks;
    expect(missing(library)).toMatchObject([
      {
        id: 'no-certificate:webinar',
        title: 'Certificate missing: Event 0',
        detail: 'Claimed at AAPC and AHIMA, which may ask for it.',
        open: { screen: 'ceus', id: 'webinar' },
      },
      { id: 'no-index:claim:1', title: 'Index number missing: Event 0' },
    ]);
    library.evidence['e'] = certificate('webinar');
    library.activities['webinar']!.indexNumber = 'ABC123';
    expect(missing(library)).toEqual([]);
    library.evidence['e'].deletedAt = '2026-07-01T00:00:00Z';
    expect(missing(library).map(({ id }) => id)).toEqual(['no-certificate:webinar']);
    for (const claim of Object.values(library.claims)) claim.state = 'reported';
    expect(missing(library)).toEqual([]);
  });

  it('is nothing of cycles that are over', () => {
    const library = exampleLibrary({
      held,
      cycles: [{ ...aapc, start: '2024-03-01', end: '2026-02-28' }, aapc, ahima],
      claims: [{ body: 'aapc', units: 150, on: '2025-06-01' }],
    });
    expect(missing(library)).toEqual([]);
  });

  it('is an answer to a rule’s question', () => {
    const library = exampleLibrary({
      held,
      cycles: [{ ...ahima, openingUnits: 500 }, aapc],
    });
    expect(missing(library)).toMatchObject([
      {
        id: 'not-answered:ahima:2026-02-14',
        title: 'Not answered: the AHIMA opening balance',
        detail: 'How many of its 5 units count: From an AHIMA source and In the HIIM domains?',
        open: { screen: 'ceus', id: 'ahima:2026-02-14' },
      },
    ]);
  });

  it('is one lack for an activity with several questions, also at two bodies', () => {
    const library = exampleLibrary({
      held,
      cycles: [ahima, aapc],
      claims: [
        { body: 'ahima', units: 100, on: '2026-06-01', activityId: 'webinar' },
        { body: 'aapc', units: 100, on: '2026-06-01', activityId: 'webinar' },
      ],
    });
    library.evidence['e'] = certificate('webinar');
    library.activities['webinar']!.indexNumber = 'ABC123';
    expect(missing(library)).toEqual([
      {
        id: 'not-answered:webinar',
        title: 'Not answered: Event 0',
        detail:
          'Did it come from AHIMA, HCPro or your state association? Is its subject within health information and informatics management? Is it approved by AAPC, with an index number?',
        open: { screen: 'ceus', id: 'webinar' },
      },
    ]);
  });

  it('is the credential that a claim of two topics counts for', () => {
    const both = { 'aapc-approved': true, 'topic-auditing': true, 'topic-compliance': true };
    const library = exampleLibrary({
      held: [
        ['cpma', '2020-01-01'],
        ['cpco', '2020-01-01'],
      ],
      cycles: [aapc],
      claims: [{ body: 'aapc', units: 400, on: '2026-06-01', marks: both, activityId: 'webinar' }],
    });
    library.evidence['e'] = certificate('webinar');
    library.activities['webinar']!.indexNumber = 'ABC123';
    expect(missing(library)).toMatchObject([
      { id: 'not-answered:webinar', detail: 'Does it count for CPMA or for CPCO?' },
    ]);
    library.claims['claim:0']!.holdings = ['cpco'];
    expect(missing(library)).toEqual([]);
  });

  it('asks nothing of what lies ahead, nor of what is logged only', () => {
    const library = exampleLibrary({
      held,
      cycles: [ahima, aapc],
      claims: [
        { body: 'ahima', units: 100, on: '2026-11-23' },
        { body: 'aapc', units: 100, on: '2026-11-23', state: 'reported' },
        { body: 'aapc', units: 100, on: '2026-06-01', marks: { 'aapc-approved': false } },
      ],
    });
    expect(missing(library)).toEqual([]);
  });

  it('of more than two certificates is one, which opens the most urgent', () => {
    const certificatesOf = (count: number) => {
      const claims = Array.from({ length: count }, (_, index) => ({
        body: 'ahima',
        units: 100,
        on: `2026-06-0${9 - index}`,
        marks: { 'ahima-source': true, 'hiim-domain': true },
      }));
      return missing(exampleLibrary({ held, cycles: [ahima, aapc], claims }));
    };
    expect(certificatesOf(2).map(({ id }) => id)).toEqual([
      'no-certificate:activity:0',
      'no-certificate:activity:1',
    ]);
    expect(certificatesOf(4)).toEqual([
      {
        id: 'no-certificates',
        title: '4 certificates are missing',
        detail: '“Event 3”, “Event 2” and 2 more.',
        open: { screen: 'ceus', id: 'activity:3' },
      },
    ]);
  });

  it('is asked for up to the last day of the cycle, and not once a rule is met anyway', () => {
    const library = exampleLibrary({
      held,
      cycles: [{ ...ahima, openingUnits: 2000, openingMarked: { 'ahima-source': 800 } }, aapc],
      claims: [{ body: 'ahima', units: 100, on: '2026-06-01', marks: { 'hiim-domain': true } }],
    });
    const idsOn = (day: string) => todayOf(library, day, data).missing.map(({ id }) => id);
    expect(idsOn('2028-02-13')).toEqual(['no-certificate:activity:0', `not-answered:${ahimaId}`]);
    expect(idsOn('2028-02-14')).toEqual(['no-cycle:ahima']);
  });

  it('is as urgent as the first of its cycles to end', () => {
    const library = exampleLibrary({
      held,
      cycles: [ahima, aapc],
      claims: [
        { body: 'ahima', units: 100, on: '2026-06-01', activityId: 'webinar' },
        { body: 'aapc', units: 100, on: '2026-06-01', activityId: 'webinar' },
        { body: 'aapc', units: 100, on: '2026-06-01', activityId: 'another' },
      ],
    });
    const certificates = missing(library).filter(({ id }) => id.startsWith('no-certificate'));
    expect(certificates.map(({ open }) => open.id)).toEqual(['webinar', 'another']);
  });

  it('is shown up to eight, and counted in full', () => {
    const claims = Array.from({ length: 20 }, () => ({
      body: 'aapc',
      units: 100,
      on: '2026-06-01',
      marks: { 'aapc-approved': true },
    }));
    const slice = todayOf(exampleLibrary({ held, cycles: [ahima, aapc], claims }), today, data);
    expect(slice.missing).toHaveLength(8);
    expect(slice.counts).toMatchObject({ activities: 20, missing: 21 });
  });
});

const someLibrary = exampleLibrary({
  held,
  cycles: [ahima, aapc],
  claims: [{ body: 'ahima', units: 100, on: '2026-03-08' }],
});

it('is the same whatever time zone the machine is in', () => {
  const zone = process.env['TZ'];
  const slices = ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'].map((name) => {
    process.env['TZ'] = name;
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(
      { 'Pacific/Kiritimati': -840, 'America/Los_Angeles': 480 }[name] ?? 0,
    );
    return [todayOf(someLibrary, '2026-03-08', data), formatDay('2026-03-08', 'en-US', 'medium')];
  });
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(slices[1]).toEqual(slices[0]);
  expect(slices[2]).toEqual(slices[0]);
});

it('survives the way between processes', () => {
  const slice = todayOf(someLibrary, today, data);
  expect(structuredClone(slice)).toEqual(slice);
  expect(JSON.parse(JSON.stringify(slice))).toEqual(slice);
});

describe('the preparation', () => {
  const begun = (on: string) => emptyLibrary('one', `${on}T12:00:00.000Z`);
  it.each([
    ['2026-11-22', '2026-11-22', 'Preparing for April 2027: 0 of 5 done', false],
    ['2026-05-01', '2026-10-01', 'Left of the preparation for FY2027: 5 of 5', true],
  ])('of a library begun on %s is told on %s as %j', (on, day, says, isOverdue) => {
    expect(todayOf(begun(on), day, data).preparation).toEqual({ says, isOverdue });
  });
  it('is not told while none runs', () => {
    expect(todayOf(begun('2026-05-01'), '2026-06-11', data).preparation).toBeNull();
  });
});
