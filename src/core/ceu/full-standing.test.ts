import { describe, expect, it } from 'vitest';
import type { ClaimRule, Reference } from '../reference/schema';
import type { ExampleClaim } from './example-library.testing';
import { standing } from './full-standing';
import type { Activity } from './schema';
import {
  aapcId,
  ahimaId,
  approved,
  data,
  full,
  libraryWith,
  today,
} from './standing-example.testing';

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
