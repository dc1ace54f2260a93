import { describe, expect, it } from 'vitest';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import type { ClaimRule, Reference } from '../reference/schema';
import { exampleLibrary, type ExampleClaim } from './example-library.testing';
import { adjustmentId, cycleEndId } from '../deadlines/ids';
import { standing } from './full-standing';
import { endRecordInWords } from './rule-words';
import { costInWords } from './cost';
import type { Activity } from './schema';
import { hoursRules, proposedUnits, unitsFromHours } from './hours';

const data = reference();
const today = '2026-11-22';
const aapcId = 'aapc:2026-03-01';
const ahimaId = 'ahima:2026-01-01';
const cycles = [
  { body: 'aapc', start: '2024-03-01', end: '2026-02-28' },
  { body: 'aapc', start: '2026-03-01', end: '2028-02-29' },
  { body: 'ahima', start: '2026-01-01', end: '2027-12-31' },
];
const held: [string, string][] = [
  ['ccs', '2020-01-01'],
  ['cic', '2026-02-01'],
];
const approved = (on: string, more: Partial<ExampleClaim> = {}): ExampleClaim => ({
  ...{ body: 'aapc', units: 100, on, marks: { 'aapc-approved': true } },
  ...more,
});
const libraryWith = (claims: ExampleClaim[]) => exampleLibrary({ held, cycles, claims });

function full(library: Library, id = aapcId, on = today) {
  const cycle = library.cycles[id];
  if (!cycle) throw new Error(`no cycle ${id}`);
  return standing({ cycle, library, reference: data }, on);
}

describe('why a claim counts or not', () => {
  const saidOf = (claim: ExampleClaim, others: ExampleClaim[] = []) => {
    const { claims } = full(libraryWith([claim, ...others]));
    const [one] = claims.filter((said) => said.claim.id === 'claim:0');
    return one ? [one.counts, one.reasons.join(' ')] : null;
  };
  it.each<[string, ExampleClaim, string, RegExp]>([
    ['earned', approved('2026-06-01'), 'yes', /^It counts\.$/],
    [
      'not answered',
      approved('2026-06-01', { marks: {} }),
      'yes',
      /^Not answered yet: Is it approved.*\? If the answer is no, it does not count\. Until then it counts\.$/,
    ],
    ['planned', approved('2026-06-01', { state: 'planned' }), 'planned', /^Planned only/],
    ['ahead', approved('2026-12-01'), 'planned', /Dec 1, 2026, is still to come/],
    ['rejected', approved('2026-06-01', { state: 'rejected' }), 'no', /^AAPC rejected it/],
    [
      'not approved',
      approved('2026-06-01', { marks: { 'aapc-approved': false } }),
      'no',
      /^Answered with no: Is it approved/,
    ],
    ['outside', approved('2028-03-01'), 'no', /lies in no AAPC cycle/],
    [
      'put elsewhere',
      approved('2026-02-10', { cycleId: aapcId }),
      'yes',
      /^Of the month before this cycle/,
    ],
  ])('%s', (_, claim, counts, words) => {
    expect(saidOf(claim)).toEqual([counts, expect.stringMatching(words)]);
  });

  it('before certification, in the cycle of its day', () => {
    const { claims, earned } = full(libraryWith([approved('2026-01-31')]), 'aapc:2024-03-01');
    expect(claims[0]).toMatchObject({ counts: 'no' });
    expect(claims[0]?.reasons[0]).toMatch(/before you held any AAPC credential.*Feb 1, 2026/);
    expect(earned).toBe(0);
  });

  it('put into the next cycle: said in the cycle of its day', () => {
    const library = libraryWith([approved('2026-02-10', { cycleId: aapcId })]);
    const { claims, earned } = full(library, 'aapc:2024-03-01');
    expect(claims).toMatchObject([{ counts: 'no' }]);
    expect(claims[0]?.reasons).toEqual([
      'You put it into the cycle from Mar 1, 2026 to Feb 29, 2028.',
    ]);
    expect(earned).toBe(0);
  });

  it('names the rules that a claim helps with', () => {
    const marks = { 'ahima-source': true, 'hiim-domain': false };
    const library = libraryWith([{ body: 'ahima', units: 100, on: '2026-06-01', marks }]);
    expect(full(library, ahimaId).claims[0]?.toward).toEqual(['From AHIMA sources']);
  });
});

describe('the same course', () => {
  const course = (
    on: string,
    activity: ExampleClaim['activity'] = {},
    more: Partial<ExampleClaim> = {},
  ) => approved(on, { activity: { title: 'Sepsis', ...activity }, ...more });
  const earned = (...claims: ExampleClaim[]) => full(libraryWith(claims)).earned;

  const index = (text: string) => ({ indexNumber: text });
  const total = (result: ReturnType<typeof full>) => {
    const found = result.rules.find(({ rule }) => rule === 'total');
    return [found?.have, found?.unsure, found?.doubted];
  };

  it('is told by its index number, however that is typed, and counts once', () => {
    expect(earned(course('2026-06-01', index('A1')), course('2026-07-01', index('A2')))).toBe(200);
    for (const typed of [' a1', 'A-1', 'a 1']) {
      const other = { title: 'Sepsis, again', indexNumber: typed };
      const both = [course('2026-07-01', other), course('2026-06-01', index('A1'))];
      const { claims, earned: counted } = full(libraryWith(both));
      expect(counted).toBe(100);
      expect(claims.map(({ counts }) => counts)).toEqual(['no', 'yes']);
      expect(claims[0]?.reasons[0]).toMatch(
        /^The same course is counted already: “Sepsis” of Jun 1, 2026/,
      );
    }
  });
  it('is our guess where the titles alone are the same: counted, and never surely', () => {
    const meetings = Array.from({ length: 12 }, (_, month) =>
      course(
        `2026-${String(month + 1).padStart(2, '0')}-10`,
        { title: ' Chapter  MEETING' },
        {
          units: 400,
        },
      ),
    );
    // Ten of 2026 from the first day of holding until today, of which one is surely no other.
    const result = full(libraryWith(meetings.slice(2, 11)));
    expect(total(result)).toEqual([3600, 3200, 3200]);
    const [rule] = result.rules;
    expect(rule).toMatchObject({ state: 'cannot-tell' });
    expect(rule?.because).toBe('36 for CIC. To check, as they may not count: 32 units.');
    expect(result.rules.find(({ rule: id }) => id === 'approved')?.state).toBe('met');
    expect(result.claims.map(({ counts }) => counts)).toEqual(Array(9).fill('yes'));
    expect(result.claims[1]?.reasons.join(' ')).toBe(
      'It may be the same course as “ Chapter  MEETING” of Mar 10, 2026, which counts once at AAPC. Enter the index numbers of both: with the same one it does not count. Until then it counts.',
    );
    // Too little even with all of them is surely too little.
    expect(full(libraryWith(meetings.slice(2, 9))).rules[0]?.state).toBe('not-met');
  });
  it('is in doubt only where an index number is missing', () => {
    const numbered = [course('2026-06-01', index('A1')), course('2026-07-01', index('A2'))];
    expect(total(full(libraryWith(numbered)))).toEqual([200, 0, 0]);
    expect(total(full(libraryWith([...numbered, course('2026-05-01')])))).toEqual([300, 100, 100]);
  });
  it('is told over two cycles too, and not at a body without such a rule', () => {
    const claims = [course('2026-02-10', index('A1')), course('2026-06-01', index('A1'))];
    expect(full(libraryWith(claims)).earned).toBe(0);
    expect(full(libraryWith(claims), 'aapc:2024-03-01').earned).toBe(100);
    const atAhima = [course('2026-02-10'), course('2026-06-01')].map((claim) => ({
      ...{ ...claim, body: 'ahima', marks: {} },
    }));
    expect(total(full(libraryWith(atAhima), ahimaId))).toEqual([200, 0, 0]);
  });
  it('counts where it was earned, and one that was rejected takes no place', () => {
    const planned = course('2026-05-01', index('A1'), { state: 'planned', units: 900 });
    expect(full(libraryWith([planned, course('2026-06-01', index('A1'))]))).toMatchObject({
      earned: 100,
      planned: 0,
    });
    const rejected = course('2026-05-01', index('A1'), { state: 'rejected' });
    expect(earned(rejected, course('2026-06-01', index('A1')))).toBe(100);
  });
  it('is never in doubt by what is only planned or ahead: that is in doubt by it', () => {
    const done = course('2026-05-01');
    for (const more of [{ state: 'planned' as const }, {}]) {
      const { claims, rules } = full(libraryWith([done, course('2027-05-01', index('A1'), more)]));
      expect(rules[0]).toMatchObject({ have: 100, doubted: 0 });
      const [first, second] = claims.map(({ reasons }) => reasons.join(' '));
      expect(first).toBe('It counts.');
      expect(second).toMatch(/may be the same course as “Sepsis” of May 1, 2026/);
    }
    // Two that are to come: the number tells which is in doubt, as among what is earned.
    const both = [course('2027-04-01'), course('2027-05-01', index('A1'))];
    const said = full(libraryWith(both)).claims.map(({ reasons }) => reasons.join(' '));
    expect(said[0]).toMatch(/same course as “Sepsis” of May 1, 2027/);
    expect(said[1]).not.toMatch(/same course/);
  });
  it('is in no doubt once the body has accepted it, and takes the place of what it has not', () => {
    const accepted = (activity = {}) => course('2026-07-01', activity, { state: 'accepted' });
    expect(total(full(libraryWith([accepted(), accepted()])))).toEqual([200, 0, 0]);
    const { claims } = full(libraryWith([course('2026-06-01', index('A1')), accepted()]));
    expect(claims.map(({ reasons }) => reasons.join(' '))).toEqual([
      expect.stringMatching(/same course as “Sepsis” of Jul 1, 2026/),
      'It counts.',
    ]);
    // It can be one of those with numbers of their own, and no more.
    const numbers = ['A1', 'A2', 'A3'].map((text) => course('2026-06-01', index(text)));
    expect(total(full(libraryWith([...numbers, accepted()])))).toEqual([400, 100, 100]);
    const same = full(libraryWith([course('2026-06-01', index('A1')), accepted(index('A1'))]));
    expect(same.claims.map(({ counts }) => counts)).toEqual(['no', 'yes']);
  });
  it('is not told by what is no number', () => {
    for (const typed of ['N/A', 'none', 'pending']) {
      const both = [
        course('2026-06-01', index(typed)),
        course('2026-07-01', { title: 'Audits', ...index(typed) }),
      ];
      expect(total(full(libraryWith(both)))).toEqual([200, 0, 0]);
      // Nor does it tell two of one title apart.
      const twice = [course('2026-06-01', index(typed)), course('2026-07-01', index('A1'))];
      expect(total(full(libraryWith(twice)))).toEqual([200, 100, 100]);
    }
  });
});

describe('the same event entered twice, where a unit renews one credential', () => {
  const event = (on: string, activity: Partial<Activity>, units = 1200): ExampleClaim => ({
    ...{ body: 'ahima', units, on, activity },
    marks: { 'ahima-source': true, 'hiim-domain': true },
  });
  const said = (...claims: ExampleClaim[]) => {
    const result = full(libraryWith(claims), ahimaId);
    const found = result.rules.find(({ rule }) => rule === 'total');
    return { result, found: [found?.have, found?.doubted, found?.state] };
  };

  it('is in doubt by an equal index number or title on one day', () => {
    const [one, two] = [{ title: 'Sepsis' }, { title: 'SEPSIS' }];
    expect(said(event('2026-06-01', one), event('2026-06-02', two)).found).toEqual([
      2400,
      0,
      'met',
    ]);
    const { result, found } = said(event('2026-06-01', one), event('2026-06-01', two));
    expect(found).toEqual([2400, 1200, 'cannot-tell']);
    const reasons = result.claims.flatMap((claim) => claim.reasons);
    expect(reasons.join(' ')).toMatch(
      /It may be the same event as “\w+” of Jun 1, 2026, entered twice; one unit renews one credential/,
    );
    const numbered = (title: string, indexNumber: string) => ({ title, indexNumber });
    expect(
      said(event('2026-06-01', numbered('A', 'X 1')), event('2026-06-01', numbered('B', 'x1')))
        .found,
    ).toEqual([2400, 1200, 'cannot-tell']);
    // A session that is held each month has one number, and is another event on another day.
    expect(
      said(event('2026-06-01', numbered('A', 'X 1')), event('2026-06-09', numbered('A', 'x1')))
        .found,
    ).toEqual([2400, 0, 'met']);
    expect(
      said(event('2026-06-01', numbered('A', 'X1')), event('2026-06-01', numbered('A', 'X2')))
        .found,
    ).toEqual([2400, 0, 'met']);
  });
});

describe('a rule for claims', () => {
  const changed = (kind: ClaimRule['kind'], changes: Partial<ClaimRule>): Reference => ({
    ...data,
    ruleSets: data.ruleSets.map((set) => ({
      ...set,
      claimRules: set.claimRules.map((rule) =>
        rule.kind === kind ? ({ ...rule, ...changes } as ClaimRule) : rule,
      ),
    })),
  });
  const same = (on: string) => approved(on, { activity: { indexNumber: 'A1' } });
  const by = (by: Reference, claims: ExampleClaim[], id = aapcId) => {
    const library = libraryWith(claims);
    const result = standing({ cycle: library.cycles[id]!, library, reference: by }, today);
    return [result.earned, result.rules[0]?.doubted];
  };

  it('that does not bind puts units in doubt and leaves none out', () => {
    const twice = [same('2026-06-01'), same('2026-07-01')];
    expect(by(data, twice)).toEqual([100, 0]);
    expect(by(changed('once-per-course', { isBinding: false }), twice)).toEqual([200, 100]);
    const early = [approved('2026-01-31')];
    expect(by(data, early, 'aapc:2024-03-01')).toEqual([0, 0]);
    const loose = changed('not-before-holding', { isBinding: false });
    expect(by(loose, early, 'aapc:2024-03-01')).toEqual([100, 100]);
    const accepted = [approved('2026-01-31', { state: 'accepted' })];
    expect(by(loose, accepted, 'aapc:2024-03-01')).toEqual([100, 0]);
  });
  it('that binds leaves the same event out', () => {
    const events = (...days: string[]) =>
      days.map((on) => ({ body: 'ahima', units: 100, on, activity: { indexNumber: 'A1' } }));
    const binding = changed('one-credential', { isBinding: true });
    expect(by(binding, events('2026-06-01', '2026-06-01'), ahimaId)).toEqual([100, 0]);
    // An event is of one day: with the same number on another it is another.
    expect(by(binding, events('2026-06-01', '2026-06-02'), ahimaId)).toEqual([200, 0]);
  });
  it('from a day on is for the cycles that begin from it', () => {
    const twice = [same('2026-06-01'), same('2026-07-01')];
    expect(by(changed('once-per-course', { effectiveFrom: '2026-03-01' }), twice)[0]).toBe(100);
    expect(by(changed('once-per-course', { effectiveFrom: '2026-03-02' }), twice)[0]).toBe(200);
  });
});

describe('a sponsor of whom the body does not say', () => {
  const at = (sponsor: string, marks = {}): ExampleClaim => ({
    ...{ body: 'ahima', units: 300, on: '2026-06-01', marks, activity: { sponsor } },
  });
  const share = (claims: ExampleClaim[], answer?: boolean) => {
    const library = libraryWith(claims);
    if (answer !== undefined) library.settings.sponsorAnswers['ahima-source:acdis'] = answer;
    const { rules, sponsorQuestions } = full(library, ahimaId);
    const found = rules.find(({ rule }) => rule === 'ahima-share');
    return [found?.have, found?.unsure, sponsorQuestions.map((one) => one.claims.length)];
  };
  it('is asked about once, and the answer holds for all its claims', () => {
    const claims = [at('ACDIS'), at('An ACDIS chapter'), at('Another sponsor')];
    expect(share(claims)).toEqual([0, 900, [2]]);
    expect(share(claims, true)).toEqual([600, 300, [2]]);
    expect(share(claims, false)).toEqual([0, 300, [2]]);
  });
  it('does not go over what was answered for a claim, nor over another name', () => {
    expect(share([at('ACDIS', { 'ahima-source': false })], true)).toEqual([0, 0, [0]]);
    expect(share([at('Pacdist')], true)).toEqual([0, 300, [0]]);
    expect(share([at('Pacdist')])).toEqual([0, 300, []]);
  });
});

describe('pace and forecast', () => {
  it('take what counted in the last 180 days, in whatever cycle', () => {
    const { pace, forecast } = full(
      libraryWith([
        approved('2026-05-26'),
        approved('2026-05-27', { units: 300 }),
        approved('2026-11-22', { units: 600 }),
        approved('2026-10-01', { units: 700, state: 'planned' }),
      ]),
    );
    expect(pace).toEqual({ from: '2026-05-27', units: 900, activities: 2, per30Days: 150 });
    // 36 needed, 10 there: 26 at 9 in 180 days are 520 days.
    expect(forecast).toMatchObject({ on: '2028-04-25', isInTime: false });
    expect(forecast.says).toMatch(/only after the cycle ends/);
  });
  it.each([
    ['nothing', [], /^No activities counted in the last 180 days/],
    ['one activity', [approved('2026-06-01')], /^Only one activity counted/],
    ['nothing lacking', [approved('2026-06-01', { units: 3600 })], /^The total is reached/],
  ])('give no day for %s, and say so', (_, claims, words) => {
    const { forecast } = full(libraryWith(claims));
    expect(forecast).toMatchObject({ on: null, isInTime: null });
    expect(forecast.says).toMatch(words);
  });
  it('of a cycle that has not begun count from its first day', () => {
    const library = libraryWith([
      approved('2025-11-01', { units: 900 }),
      approved('2025-11-02', { units: 900 }),
    ]);
    library.holdings['cic']!.earnedOn = '2024-03-01';
    const { forecast } = full(library, aapcId, '2026-01-10');
    // 36 needed at 18 in 180 days: 360 days from Mar 1, 2026.
    expect(forecast).toMatchObject({ on: '2027-02-24', isInTime: true });
  });
  it('of a cycle that is over give no day', () => {
    const { forecast } = full(libraryWith([]), 'aapc:2024-03-01');
    expect(forecast.says).toBe('The cycle is over.');
  });
});

describe('cost', () => {
  const paid = (on: string, cost: number | null, more: Partial<ExampleClaim> = {}) =>
    approved(on, { activity: { cost }, ...more });
  it('so far is what was entered, at least, while one is not known', () => {
    const { soFar, toCome } = full(
      libraryWith([
        paid('2026-06-01', 4_950),
        paid('2026-06-02', 1_000, { state: 'rejected' }),
        paid('2026-06-03', 0),
        paid('2026-12-01', 2_500),
      ]),
    ).cost;
    expect(soFar).toEqual({ cents: 5_950, unknown: 0 });
    expect(toCome).toEqual({ cents: 2_500 + 2 * 19_000, unknown: 0 });
    const some = full(libraryWith([paid('2026-06-01', 100), paid('2026-06-02', null)])).cost.soFar;
    expect(some).toEqual({ cents: 100, unknown: 1 });
    expect(costInWords(some)).toBe('at least $1');
    expect(costInWords({ cents: 0, unknown: 2 })).toBe('not known');
  });
  it('to come has the fees of the body, by what is held', () => {
    const three = exampleLibrary({
      held: ['ccs', 'ccs-p', 'cdip'].map((id) => [id, '2020-01-01']),
      cycles,
    });
    const { fees, toCome, ifNeeded } = full(three, ahimaId).cost;
    expect(
      fees.map(({ id, times, cents, memberCents }) => [id, times, cents, memberCents]),
    ).toEqual([
      ['renewal', 1, 21_800, 10_000],
      ['further', 2, 10_000, null],
    ]);
    expect(toCome).toEqual({ cents: 31_800, unknown: 0 });
    expect(ifNeeded.map(({ id, cents }) => [id, cents])).toEqual([['extension', 5_000]]);
  });
  it('to come counts the credentials held at once, not one after the other', () => {
    const library = exampleLibrary({
      held: [
        ['ccs', '2020-01-01'],
        ['ccs-p', '2026-06-01'],
      ],
      cycles,
    });
    library.holdings['ccs']!.endedOn = '2026-03-31';
    expect(full(library, ahimaId).cost.toCome.cents).toBe(21_800);
    library.holdings['ccs']!.endedOn = '2026-06-01';
    expect(full(library, ahimaId).cost.toCome.cents).toBe(26_800);
  });
  const duesOf = (start: string, end: string, on = start) => {
    const library = exampleLibrary({
      held: [['cic', start]],
      cycles: [{ body: 'aapc', start, end }],
    });
    const { cost } = full(library, `aapc:${start}`, on);
    return [cost.fees.map(({ times }) => times), cost.toCome.cents];
  };
  it.each([
    // Certified eleven days before the day of the year: the first may be asked for in a year.
    ['2025-03-20', '2027-03-31', 2],
    ['2025-04-01', '2027-03-31', 2],
    ['2026-03-20', '2027-03-31', 1],
    ['2026-03-01', '2028-02-29', 2],
    // A pro-rated cycle ends with a renewal, for which dues are due.
    ['2026-06-10', '2027-03-31', 1],
    ['2026-04-15', '2028-05-31', 2],
  ])('dues of a cycle from %s to %s are surely asked for %d times', (start, end, times) => {
    expect(duesOf(start, end)).toEqual([[times], times * 19_000]);
  });
  it('of dues ends with the last credential, as the deadlines of dues do', () => {
    const library = exampleLibrary({
      held: [['cic', '2020-03-01']],
      cycles: [{ body: 'aapc', start: '2026-03-01', end: '2028-02-29' }],
    });
    const timesOn = (endedOn: string | null) => {
      library.holdings['cic']!.endedOn = endedOn;
      return full(library).cost.fees.map(({ times }) => times);
    };
    expect(timesOn(null)).toEqual([2]);
    expect(timesOn('2027-02-28')).toEqual([1]);
    expect(timesOn('2027-02-27')).toEqual([]);
  });
  it('of dues says what was not found of the first year, and nothing of later cycles', () => {
    const says = (start: string, end: string, held: string) => {
      const before = { body: 'aapc', start: '2023-04-01', end: '2025-03-31' };
      const library = exampleLibrary({
        held: [['cic', held]],
        cycles: [...(held < start ? [before] : []), { body: 'aapc', start, end }],
      });
      return full(library, `aapc:${start}`).cost.fees[0]?.says;
    };
    expect(says('2025-03-20', '2027-03-31', '2025-03-20')).toMatch(/first year too was not found/);
    expect(says('2025-04-01', '2027-03-31', '2023-04-01')).not.toMatch(/first year/);
  });
  it('of a cycle that is over has no fee to come, unless it was extended', () => {
    expect(duesOf('2024-03-01', '2026-02-28', '2026-02-28')[1]).toBe(2 * 19_000);
    expect(duesOf('2024-03-01', '2026-02-28', '2026-03-01')[1]).toBe(0);
    const library = unfinished();
    extend(library, 'aapc:2024-03-01', '2026-05-31');
    expect(full(library, 'aapc:2024-03-01', '2026-05-31').cost.toCome.cents).toBe(2 * 19_000);
  });
  it('a fee that was not found is unknown, and a replaced credential costs nothing', () => {
    const ccds = exampleLibrary({
      held: [['ccds', '2025-06-30']],
      cycles: [{ body: 'acdis', start: '2025-06-30', end: '2027-06-29' }],
    });
    expect(costInWords(full(ccds, 'acdis:2025-06-30').cost.toCome)).toBe('not known');
    const replaced = exampleLibrary({
      held: ['rhit', 'rhia'].map((id) => [id, '2020-01-01']),
      cycles,
    });
    expect(full(replaced, ahimaId).cost.toCome.cents).toBe(21_800);
  });
});

/** What was held in a cycle of which none follows. */
const unfinished = (claims: ExampleClaim[] = []) =>
  exampleLibrary({ held: [['cic', '2024-01-01']], cycles: cycles.slice(0, 1), claims });

function extend(library: Library, cycle: string, movedTo: string) {
  const at = '2026-02-20T15:00:00.000Z';
  const deadline = cycleEndId(cycle);
  const record = {
    ...{ id: adjustmentId(deadline), createdAt: at, updatedAt: at, deadline },
    ...{ movedTo, why: 'extension' as const, standard: '2026-02-28' },
    ...{ datedAt: at, leads: null, note: 'ticket 12' },
  };
  library.adjustments[record.id] = record;
  return record;
}

describe('after the end', () => {
  it('stages are shown with a check to make, and none before', () => {
    const library = unfinished();
    expect(full(library, 'aapc:2024-03-01', '2026-02-28').late).toEqual([]);
    const late = full(library, 'aapc:2024-03-01', '2026-03-05').late;
    expect(late.filter(({ isNow }) => isNow).map(({ id }) => id)).toEqual(['grace', 'grace-help']);
    for (const { check } of late) expect(check).toBe('Check with AAPC.');
    const later = full(library, 'aapc:2024-03-01', '2026-06-01').late;
    expect(later.filter(({ isNow }) => isNow).map(({ id }) => id)).toEqual([
      'cancelled',
      'reinstatement',
    ]);
  });
  it('an extension that the user recorded moves the days and says so, and adds no unit', () => {
    const id = 'aapc:2024-03-01';
    const library = unfinished([approved('2026-03-05')]);
    const record = extend(library, id, '2026-05-31');
    const during = full(library, id, '2026-05-31');
    expect(during).toMatchObject({ endsOn: '2026-05-31', daysLeft: 0, earned: 0, late: [] });
    expect(endRecordInWords(during)).toBe(
      'AAPC granted an extension to May 31, 2026, as you recorded (ticket 12). Ask AAPC whether units after Feb 28, 2026 count; here they do not.',
    );
    const late = full(library, id, '2026-06-01').late;
    expect(late[0]).toMatchObject({ from: '2026-06-01', isNow: true });
    library.adjustments[record.id] = { ...record, deletedAt: record.createdAt };
    const undone = full(library, id, '2026-05-31');
    expect(undone).toMatchObject({ endsOn: '2026-02-28', endRecord: null });
    expect(endRecordInWords(undone)).toBe('');
    expect(undone.late.length).toBeGreaterThan(0);
  });
  it('no stage is said of a cycle that is closed, renewed, answered or of nothing held', () => {
    const id = 'aapc:2024-03-01';
    const late = (change: (library: Library) => void) => {
      const library = unfinished();
      change(library);
      return full(library, id, '2026-06-05').late.length;
    };
    expect(late(() => {})).toBeGreaterThan(0);
    expect(late(({ cycles: there }) => (there[id]!.closedOn = '2026-03-02'))).toBe(0);
    expect(late((library) => (library.holdings['cic']!.endedOn = '2024-02-01'))).toBe(0);
    const next = { start: '2026-03-01', end: '2028-02-29' };
    const renew = (library: Library) =>
      (library.cycles['next'] = { ...library.cycles[id]!, ...next, id: 'next' });
    expect(late(renew)).toBe(0);
    for (const state of ['done', 'not-relevant'] as const) {
      const answer = (library: Library, due: string) => {
        const deadline = cycleEndId(id);
        const mark = { deadline, due, lead: -1, state, until: null };
        const times = { createdAt: `${due}T00:00:00Z`, updatedAt: `${due}T00:00:00Z` };
        library.occurrences['answer'] = { id: 'answer', ...times, ...mark };
      };
      expect(late((library) => answer(library, '2026-02-28'))).toBe(0);
      // The answer was given to a day that no longer holds.
      const moved = (library: Library) => {
        answer(library, '2026-02-28');
        extend(library, id, '2026-05-31');
      };
      expect(late(moved)).toBeGreaterThan(0);
    }
    // A cycle that began before the extension ended ran beside it and renewed nothing.
    const beside = (library: Library) => {
      renew(library);
      extend(library, id, '2026-05-31');
    };
    expect(late(beside)).toBeGreaterThan(0);
  });
  it('grant nothing: the standing is the same with and without them', () => {
    const library = libraryWith([approved('2026-03-05')]);
    expect(full(library, 'aapc:2024-03-01', '2026-03-05').earned).toBe(0);
  });
});

describe('hours to units by the rule of 2014', () => {
  const rule = data.ruleSets
    .flatMap((set) => set.claimRules)
    .find((one) => one.id === 'hours-2014');
  if (rule?.kind !== 'hours-to-units') throw new Error('no rule for hours');
  it.each([
    [0, 0],
    [50, 0],
    [74, 0],
    [75, 75],
    [100, 100],
    [174, 100],
    [175, 175],
    [250, 200],
    [800, 800],
  ])('%d hundredths of an hour are %d', (hours, units) => {
    expect(unitsFromHours(hours, rule).units).toBe(units);
  });
  it('says what was not found of a greater remainder', () => {
    expect(unitsFromHours(175, rule).because).toMatch(
      /45 minutes or more earns was not found; 0\.75 is left/,
    );
  });
  it('is proposed only where it was chosen and says another number', () => {
    const rules = hoursRules('ahima', today, data);
    const said = (hours: number | null, units: number | null, chosen?: string) =>
      proposedUnits({ hours, units }, chosen, rules)?.units ?? null;
    expect(said(250, null, 'hours-2014')).toBe(200);
    expect(said(250, 200, 'hours-2014')).toBeNull();
    expect(said(200, null, 'hours-2014')).toBeNull();
    expect(said(null, null, 'hours-2014')).toBeNull();
    expect(said(250, null)).toBeNull();
    expect(said(250, null, 'gone')).toBeNull();
    expect(hoursRules('aapc', today, data)).toEqual([]);
  });
});
