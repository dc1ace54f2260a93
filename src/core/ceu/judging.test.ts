import { describe, expect, it } from 'vitest';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import type { Reference } from '../reference/schema';
import { exampleLibrary, type ExampleClaim } from './example-library.testing';
import { changeInWords, ownWords } from './rule-words';
import { standingOf, standingsOf } from './rules';
import type { ClaimState, Override } from './schema';
import type { RuleStanding, Standing } from './standing';

const data = reference();
const today = '2026-11-22';

function standing(library: Library, cycleId: string, by: Reference = data): Standing {
  const cycle = library.cycles[cycleId];
  if (!cycle) throw new Error(`no cycle ${cycleId}`);
  return standingOf({ cycle, library, today, reference: by });
}

function rule({ rules }: Standing, id: string): RuleStanding {
  const found = rules.find((one) => one.rule === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
}

const stamp = '2026-01-01T00:00:00.000Z';
function withWord(library: Library, cycleId: string, id: string, word: Partial<Override>): Library {
  const override: Override = {
    ...{ id: 'word', createdAt: stamp, updatedAt: stamp, cycleId, rule: id, note: '' },
    ...{ units: null, applies: null, reason: 'own', standardUnits: null },
    ...word,
  };
  return { ...library, overrides: { word: override } };
}

const inDomain = (units: number, isAhima: boolean): ExampleClaim => ({
  ...{ body: 'ahima', units, on: '2026-06-01' },
  marks: { 'ahima-source': isAhima, 'hiim-domain': true },
});

describe('a cycle that began before a rule', () => {
  const older = 'ahima:2024-12-01';
  const library = (claims: ExampleClaim[]) =>
    exampleLibrary({
      held: [['ccs', '2020-01-01']],
      cycles: [{ body: 'ahima', start: '2024-12-01', end: '2026-11-30' }],
      claims,
    });

  it('says that it was not found, shows both counts, and is complete only by the stricter', () => {
    const without = standing(library([inDomain(2000, false)]), older);
    expect(rule(without, 'total').state).toBe('met');
    expect(rule(without, 'ahima-share')).toMatchObject({
      ...{ state: 'cannot-tell', need: 800, have: 0, lacking: 800 },
      choice: { isOpen: true, ifApplies: 800, ifNot: 0 },
    });
    expect(rule(without, 'ahima-share').because).toContain(
      'We could not find how AHIMA treats this cycle. If the rule applies, 8 are needed; if not, none.',
    );
    expect(without.state).toBe('cannot-tell');
    const both = standing(library([inDomain(1200, false), inDomain(800, true)]), older);
    expect(both.state).toBe('met');
  });

  it('goes by the user’s choice, with its note', () => {
    const claims = library([inDomain(2000, false)]);
    const decided = (applies: boolean) =>
      standing(withWord(claims, older, 'ahima-share', { applies, note: 'AHIMA wrote so' }), older);
    expect(rule(decided(false), 'ahima-share')).toMatchObject({
      ...{ state: 'met', need: 0, standardNeed: 800, lacking: 0 },
      choice: { isOpen: false },
      because: 'You decided that the rule does not apply to this cycle.',
    });
    expect(decided(false).state).toBe('met');
    expect(rule(decided(true), 'ahima-share')).toMatchObject({ state: 'not-met', need: 800 });
    expect(ownWords(rule(decided(false), 'ahima-share'))).toEqual([
      'Standard figure 8. You decided that this rule does not apply to the cycle: AHIMA wrote so',
    ]);
  });

  it('is no choice where the rule was there already', () => {
    const later = exampleLibrary({
      held: [['ccs', '2020-01-01']],
      cycles: [{ body: 'ahima', start: '2025-01-01', end: '2026-12-31' }],
      claims: [inDomain(2000, false)],
    });
    const id = 'ahima:2025-01-01';
    expect(rule(standing(later, id), 'ahima-share')).toMatchObject({
      ...{ state: 'not-met', choice: null, isCheck: false },
    });
    const denied = withWord(later, id, 'ahima-share', { applies: false });
    expect(rule(standing(denied, id), 'ahima-share').state).toBe('not-met');
  });
});

describe('a check to make', () => {
  it('never turns a ledger red by itself: no rule that an old page alone supports', () => {
    const held: [string, string][] = ['circc', 'cpma', 'cpco', 'cdeo', 'cppm', 'ccvtc'].map(
      (id) => [id, '2020-01-01'],
    );
    const library = exampleLibrary({
      held,
      cycles: [{ body: 'aapc', start: '2026-03-01', end: '2028-02-29' }],
      claims: [{ body: 'aapc', units: 5200, on: '2026-06-01', marks: { 'aapc-approved': true } }],
    });
    const topics = data.marks.filter(({ id }) => id.startsWith('topic-'));
    for (const { id } of topics) library.claims['claim:0']!.marks[id] = false;
    const result = standing(library, 'aapc:2026-03-01');
    expect(result.state).toBe('cannot-tell');
    for (const one of result.rules.filter(({ isCheck }) => isCheck)) {
      expect(one.state).toBe('cannot-tell');
      expect(one.because).toMatch(/could not confirm.*Check with AAPC/);
    }
    expect(result.rules.filter(({ isCheck }) => isCheck)).toHaveLength(6);
  });
});

describe('the user’s own figure', () => {
  const id = 'aapc:2026-03-01';
  const library = exampleLibrary({
    held: [['cic', '2026-03-01']],
    cycles: [{ body: 'aapc', start: '2026-03-01', end: '2028-02-29' }],
  });
  it('says its reason: pro-rated, or a leave', () => {
    const own = (reason: Override['reason'], note = '') =>
      ownWords(
        rule(standing(withWord(library, id, 'total', { units: 2800, reason, note }), id), 'total'),
      );
    expect(own('proration', 'CEU Tracker')).toEqual([
      'Standard figure 36; yours, 28: pro-rated, CEU Tracker',
    ]);
    expect(own('leave')).toEqual(['Standard figure 36; yours, 28: leave granted']);
    expect(own('own')).toEqual(['Standard figure 36; yours, 28']);
  });
  it('says when the standard figure has become another since', () => {
    const seen = withWord(library, id, 'total', { units: 2800, standardUnits: 3600 });
    expect(rule(standing(seen, id), 'total')).toMatchObject({ need: 2800, standardWas: null });
    const updated: Reference = {
      ...data,
      ruleSets: data.ruleSets.map((set) => ({
        ...set,
        rules: set.rules.map((one) =>
          one.kind === 'total-by-count' ? { ...one, ladder: [3800] } : one,
        ),
      })),
    };
    const after = rule(standing(seen, id, updated), 'total');
    expect(after).toMatchObject({ need: 2800, standardNeed: 3800, standardWas: 3600 });
    expect(ownWords(after)[1]).toBe('The standard figure was 36 when you set yours; it is 38 now.');
  });
});

describe('a cycle for which nothing is asked', () => {
  const id = 'aapc:2026-03-01';
  const of = (units: number, isApproved?: boolean) =>
    standing(
      withWord(
        exampleLibrary({
          held: [['cic', '2020-01-01']],
          cycles: [{ body: 'aapc', start: '2026-03-01', end: '2028-02-29' }],
          claims: [
            {
              ...{ body: 'aapc', units, on: '2026-06-01' },
              marks: isApproved === undefined ? {} : { 'aapc-approved': isApproved },
            },
          ],
        }),
        id,
        'total',
        { units: 0, reason: 'leave' },
      ),
      id,
    ).state;
  it('is met with nothing earned, and a unit that is not answered is still asked about', () => {
    expect(of(0)).toBe('met');
    expect(of(100, true)).toBe('met');
    expect(of(100, false)).toBe('met');
    expect(of(100)).toBe('cannot-tell');
  });
});

describe('a credential inside a cycle', () => {
  const id = 'ahima:2026-01-01';
  const of = (ccsEnded: string | null, rhitSince: string, units: number) => {
    const library = exampleLibrary({
      held: [
        ['ccs', '2020-01-01'],
        ['rhit', rhitSince],
      ],
      cycles: [{ body: 'ahima', start: '2026-01-01', end: '2027-12-31' }],
      claims: [inDomain(units, true)],
    });
    library.holdings['ccs']!.endedOn = ccsEnded;
    return library;
  };

  it('added: the total before and after, with the rule’s sentence', () => {
    const result = standing(of(null, '2026-05-01', 1999), id);
    expect(result.changes).toEqual([
      {
        ...{ on: '2026-05-01', credential: 'RHIT', isAdded: true, before: 2000, after: 3000 },
        says: rule(result, 'total').says,
      },
    ]);
    const words = changeInWords(result.changes[0]!, 'AHIMA');
    expect(words).toMatch(
      /^From May 1, 2026 RHIT was added: 20 before, 30 after\. 20 units for CCA/,
    );
    expect(words).toMatch(/How AHIMA treats a change inside a cycle we could not find/);
    expect(rule(result, 'total')).toMatchObject({ need: 3000, state: 'not-met' });
    expect(rule(standing(of(null, '2026-05-01', 2000), id), 'total').state).toBe('cannot-tell');
    expect(rule(standing(of(null, '2026-05-01', 3000), id), 'total').state).toBe('met');
  });

  it('given up: the higher total is asked for, the lower alone finds against the user', () => {
    const result = standing(of('2026-08-31', '2020-01-01', 2500), id);
    expect(result.changes).toMatchObject([
      { on: '2026-09-01', credential: 'CCS', isAdded: false, before: 3000, after: 2000 },
    ]);
    expect(rule(result, 'total')).toMatchObject({ need: 3000, state: 'cannot-tell' });
    expect(rule(standing(of('2026-08-31', '2020-01-01', 1900), id), 'total').state).toBe('not-met');
  });

  it('earned after another was given up: the two are never added up, and both days are said', () => {
    const one = standing(of('2026-03-31', '2026-06-01', 1999), id);
    expect(one.required).toBe(2000);
    expect(rule(one, 'total').because).toBe(
      '20 for RHIT, the most asked for on any one day of this cycle.',
    );
    expect(one.changes.map((change) => changeInWords(change, 'AHIMA').split('. ')[0])).toEqual([
      'From Apr 1, 2026 CCS is no longer held: 20 before, nothing after',
      'From Jun 1, 2026 RHIT was added: nothing before, 20 after',
    ]);
    // Nothing was held in between, so that nothing is surely asked for.
    expect(rule(one, 'total').state).toBe('cannot-tell');
    expect(rule(one, 'ahima-share').need).toBe(800);
    const next = standing(of('2026-03-31', '2026-04-01', 1999), id);
    expect(next).toMatchObject({ required: 2000, changes: [] });
    expect(rule(next, 'total').state).toBe('not-met');
    expect(standing(of('2026-06-01', '2026-06-01', 0), id).required).toBe(3000);
  });

  it('given up: its subject is still asked for, as a check that finds nothing against the user', () => {
    const aapc = 'aapc:2026-03-01';
    const binding = {
      ...data,
      ruleSets: data.ruleSets.map((set) => ({
        ...set,
        rules: set.rules.map((one) => ({ ...one, isBinding: true })),
      })),
    };
    const library = exampleLibrary({
      held: [
        ['cic', '2020-01-01'],
        ['cpma', '2020-01-01'],
      ],
      cycles: [{ body: 'aapc', start: '2026-03-01', end: '2028-02-29' }],
    });
    const minimum = () => rule(standing(library, aapc, binding), 'minimum-cpma');
    expect(minimum()).toMatchObject({ need: 1600, state: 'not-met', isCheck: false });
    library.holdings['cpma']!.endedOn = '2026-09-01';
    expect(minimum()).toMatchObject({
      ...{ need: 1600, state: 'cannot-tell', isCheck: true },
      because:
        'CPMA is not held to the end of the cycle; whether AAPC still asks for its units was not found.',
    });
    library.holdings['cpma']!.endedOn = '2028-02-29';
    expect(minimum().state).toBe('not-met');
  });

  it('given up before the cycle, or with it, changes nothing inside', () => {
    expect(standing(of('2025-12-31', '2020-01-01', 0), id)).toMatchObject({
      ...{ required: 2000, credentials: ['RHIT'], changes: [] },
    });
    expect(standing(of('2027-12-31', '2020-01-01', 0), id)).toMatchObject({
      ...{ required: 3000, changes: [] },
    });
  });

  it('that is given up ends the standings of its body, when it was the last', () => {
    const library = of('2026-08-31', '2020-01-01', 0);
    expect(standingsOf(library, today, data)).toHaveLength(1);
    library.holdings['rhit']!.endedOn = today;
    expect(standingsOf(library, today, data)).toHaveLength(1);
    library.holdings['rhit']!.endedOn = '2026-11-21';
    expect(standingsOf(library, today, data)).toHaveLength(0);
  });
});

describe('a unit for one specialty and the total', () => {
  const id = 'aapc:2026-03-01';
  const both = { 'aapc-approved': true, 'topic-auditing': true, 'topic-compliance': true };
  const of = (holdings: string[], state: ClaimState = 'earned') =>
    standing(
      exampleLibrary({
        held: [
          ['cic', '2020-01-01'],
          ['cpma', '2020-01-01'],
          ['cpco', '2020-01-01'],
        ],
        cycles: [{ body: 'aapc', start: '2026-03-01', end: '2028-02-29' }],
        claims: [{ body: 'aapc', units: 1600, on: '2026-06-01', marks: both, holdings, state }],
      }),
      id,
    );
  const states = (result: Standing) =>
    ['total', 'minimum-cpma', 'minimum-cpco'].map((one) => [
      rule(result, one).have,
      rule(result, one).unsure,
    ]);
  it('waits for the choice where it could be for two', () => {
    expect(states(of([]))).toEqual([
      [1600, 0],
      [0, 1600],
      [0, 1600],
    ]);
  });
  it('says that it waits for the choice, not that a question is open', () => {
    const waiting = rule(of([]), 'minimum-cpma');
    expect(waiting.toChoose).toBe(1600);
    expect(waiting.because).toContain(
      'Not chosen: 16 units, which count for one credential only. Choose at each claim for which.',
    );
    expect(waiting.because).not.toContain('Not answered');
    expect(rule(of(['cpma']), 'minimum-cpma')).toMatchObject({ toChoose: 0, state: 'met' });
    expect(rule(of(['cpma']), 'minimum-cpco')).toMatchObject({ toChoose: 0, lacking: 1600 });
  });
  it('is not planned for two either, before it is chosen', () => {
    expect(rule(of([], 'planned'), 'minimum-cpma').planned).toBe(0);
    expect(rule(of(['cpma'], 'planned'), 'minimum-cpma').planned).toBe(1600);
  });
  it('is for the one that it names, and still for the total', () => {
    expect(states(of(['cpma']))).toEqual([
      [1600, 0],
      [1600, 0],
      [0, 0],
    ]);
    expect(states(of(['cic', 'cpco']))).toEqual([
      [1600, 0],
      [0, 0],
      [1600, 0],
    ]);
  });
});
