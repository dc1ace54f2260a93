import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { unitsFromHours } from '../ceu/hours';
import { lateStages } from '../ceu/late';
import { standingOf } from '../ceu/rules';
import { exampleLibrary } from '../ceu/example-library.testing';
import { reference, ruleSetFor, withBodies } from './index';
import { BodyFile, type Confidence, type RuleSet } from './schema';

const data = reference();
const folder = join(import.meta.dirname, '../../../content/reference/bodies');

describe('the files of the bodies', () => {
  const files = readdirSync(folder).map(
    (name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown] as const,
  );
  // What ships is not parsed at start, so this is where it is.
  it.each(files)('%s fits the schema, and is read by the program', (name, file) => {
    const parsed = BodyFile.parse(file);
    expect(parsed).toEqual(file);
    expect(`${parsed.id}.json`).toBe(name);
    expect(data.bodies.map(({ id }) => id)).toContain(parsed.id);
  });
  it('refuse a field that no schema knows, a rule without a source, a date that is none', () => {
    const file = JSON.parse(readFileSync(join(folder, 'acdis.json'), 'utf8')) as BodyFile;
    expect(BodyFile.safeParse({ ...file, extra: 1 }).success).toBe(false);
    const [set] = file.ruleSets;
    const spoilt = (change: object) => ({
      ...file,
      ruleSets: [{ ...set, rules: [{ ...set!.rules[0], ...change }] }],
    });
    expect(BodyFile.safeParse(spoilt({})).success).toBe(true);
    expect(BodyFile.safeParse(spoilt({ source: undefined })).success).toBe(false);
    expect(BodyFile.safeParse(spoilt({ effectiveFrom: '2025-02-30' })).success).toBe(false);
    expect(BodyFile.safeParse(spoilt({ kind: 'total-by-moon' })).success).toBe(false);
  });
  it('leave what is there as it is when another is added', () => {
    const more = withBodies(data, []);
    expect(more).toEqual(data);
  });
});

function setOf(body: string): RuleSet {
  const set = ruleSetFor(body, '2026-01-01', data);
  if (!set) throw new Error(`no rules of ${body}`);
  return set;
}
const ahima = setOf('ahima');
const aapc = setOf('aapc');
const acdis = setOf('acdis');

/** One thing of a rule set by its id, in whatever list it stands. */
function thing(set: RuleSet, id: string) {
  const all = [...set.rules, ...set.claimRules, ...set.late, ...set.fees, ...set.known];
  const found = all.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}
const value = (set: RuleSet, id: string, key: string): unknown =>
  (thing(set, id) as unknown as Record<string, unknown>)[key];
const figure = (set: RuleSet, id: string, key: string) =>
  (value(set, id, 'figures') as Record<string, unknown>)[key];

const held = (body: string, credentials: string[], start = '2026-01-01', end = '2027-12-31') => {
  const library = exampleLibrary({
    held: credentials.map((id): [string, string] => [id, '2020-01-01']),
    cycles: [{ body, start, end }],
  });
  const cycle = library.cycles[`${body}:${start}`]!;
  return standingOf({ cycle, library, today: '2026-11-22', reference: data });
};
const required = (body: string, ...credentials: string[]) => held(body, credentials).required;
const share = (...credentials: string[]) =>
  held('ahima', credentials).rules.find(({ rule }) => rule === 'ahima-share')?.need;
const stage = (body: string, id: string) => {
  const { cycles } = exampleLibrary({
    cycles: [{ body, start: '2024-07-01', end: '2026-06-30' }],
  });
  const found = lateStages(cycles[`${body}:2024-07-01`]!, '2026-06-30', '2026-07-01', data);
  return found.find((one) => one.id === id);
};
const hours2014 = () => {
  const rule = thing(ahima, 'hours-2014');
  if (!('kind' in rule) || rule.kind !== 'hours-to-units') throw new Error('no rule for hours');
  return rule;
};

/**
 * Every number of the renewal rules, as compiled on 2026-11-22 from the pages named in each rule's source. The
 * first column says the section and the line of that list: AHIMA recertification, AAPC maintenance, ACDIS CCDS.
 */
const rows: [line: string, what: string, actual: () => unknown, expected: unknown][] = [
  ['AHIMA, Cycle', '2 years', () => ahima.cycle.months, 24],
  ['AHIMA, Cycle', 'from the day of the exam', () => ahima.cycle.anchor, 'exam-passed'],
  ['AHIMA, one credential', 'CCA 20', () => required('ahima', 'cca'), 2000],
  ['AHIMA, one credential', 'CCS 20', () => required('ahima', 'ccs'), 2000],
  ['AHIMA, one credential', 'CCS-P 20', () => required('ahima', 'ccs-p'), 2000],
  ['AHIMA, one credential', 'RHIT 20', () => required('ahima', 'rhit'), 2000],
  ['AHIMA, one credential', 'RHIA 30', () => required('ahima', 'rhia'), 3000],
  ['AHIMA, one credential', 'CHPS 30', () => required('ahima', 'chps'), 3000],
  ['AHIMA, one credential', 'CHDA 30', () => required('ahima', 'chda'), 3000],
  ['AHIMA, one credential', 'CDIP 30', () => required('ahima', 'cdip'), 3000],
  ['AHIMA, several', '+10 each', () => value(ahima, 'total', 'extra'), 1000],
  ['AHIMA, several', 'cap 50', () => value(ahima, 'total', 'cap'), 5000],
  ['AHIMA, several', 'CCS + CCS-P 30', () => required('ahima', 'ccs', 'ccs-p'), 3000],
  ['AHIMA, several', 'RHIT + CHPS 40', () => required('ahima', 'rhit', 'chps'), 4000],
  ['AHIMA, several', 'RHIA + CHDA 40', () => required('ahima', 'rhia', 'chda'), 4000],
  ['AHIMA, several', 'RHIA + CDIP 40', () => required('ahima', 'rhia', 'cdip'), 4000],
  ['AHIMA, several', 'three 50', () => required('ahima', 'rhia', 'ccs', 'ccs-p'), 5000],
  [
    'AHIMA, several',
    'never more than 50',
    () => required('ahima', 'rhia', 'ccs', 'ccs-p', 'cdip'),
    5000,
  ],
  ['AHIMA, several', 'not reusable', () => value(ahima, 'not-shared', 'kind'), 'one-credential'],
  ['AHIMA, RHIT then RHIA', 'RHIA alone', () => required('ahima', 'rhit', 'rhia'), 3000],
  ['AHIMA, 40%', '40', () => value(ahima, 'ahima-share', 'percent'), 40],
  [
    'AHIMA, 40%',
    'from 2025-01-01',
    () => value(ahima, 'ahima-share', 'effectiveFrom'),
    '2025-01-01',
  ],
  ['AHIMA, 40%', 'the other 60', () => figure(ahima, 'other-sources', 'percent'), 60],
  ['AHIMA, 40%', '8 of 20', () => share('ccs'), 800],
  ['AHIMA, 40%', '12 of 30', () => share('rhia'), 1200],
  ['AHIMA, 40%', '16 of 40', () => share('rhia', 'cdip'), 1600],
  ['AHIMA, 40%', '20 of 50', () => share('rhia', 'ccs', 'ccs-p'), 2000],
  ['AHIMA, 40% before 2025', 'not found', () => confidence(ahima, 'older-cycles'), 'not-found'],
  ['AHIMA, 80/20', '80', () => value(ahima, 'hiim-share', 'percent'), 80],
  ['AHIMA, 80/20', '20', () => figure(ahima, 'other-subjects', 'percent'), 20],
  ['AHIMA, 80/20', 'a check to make', () => value(ahima, 'hiim-share', 'isBinding'), false],
  [
    'AHIMA, self-review',
    'ended 2021-01-01',
    () => value(ahima, 'self-review', 'effectiveFrom'),
    '2021-01-01',
  ],
  ['AHIMA, self-review', '20 still due', () => figure(ahima, 'self-review', 'unitsStillDue'), 2000],
  ['AHIMA, self-review', 'two before', () => figure(ahima, 'self-review', 'reviewsBefore'), 2],
  ['AHIMA, self-review', '5 each', () => figure(ahima, 'self-review', 'unitsEachBefore'), 500],
  ['AHIMA, fee', '$218', () => value(ahima, 'renewal', 'cents'), 21_800],
  ['AHIMA, fee', '+$50', () => value(ahima, 'further', 'cents'), 5_000],
  ['AHIMA, fee', 'member $100', () => value(ahima, 'renewal', 'memberCents'), 10_000],
  [
    'AHIMA, grace',
    'none since 2021-01-01',
    () => value(ahima, 'inactive', 'effectiveFrom'),
    '2021-01-01',
  ],
  ['AHIMA, grace', 'inactive at once', () => stage('ahima', 'inactive')?.from, '2026-07-01'],
  ['AHIMA, grace', 'for 180 days', () => stage('ahima', 'inactive')?.until, '2026-12-27'],
  ['AHIMA, grace', 'then revoked', () => stage('ahima', 'revoked')?.from, '2026-12-28'],
  ['AHIMA, grace', 'appeal within 90 days', () => value(ahima, 'appeal', 'until'), { days: 90 }],
  ['AHIMA, grace', 'extension $50', () => value(ahima, 'extension', 'cents'), 5_000],
  ['AHIMA, audit', 'how long: not found', () => value(ahima, 'audit', 'figures'), {}],
  ['AHIMA, carry-over', 'secondary', () => confidence(ahima, 'carry-over'), 'secondary'],
  ['AHIMA, conversion', '60 min', () => hours2014().minutesPerUnit, 60],
  ['AHIMA, conversion', 'under 45 min nothing', () => hours2014().leastRemainder, 45],
  ['AHIMA, conversion', '2.5 h are 2', () => unitsFromHours(250, hours2014()).units, 200],
  ['AHIMA, conversion', 'as typed by default', () => unitsFromHours(250, null).units, 250],
  ['AHIMA, conversion', 'old', () => confidence(ahima, 'hours-2014'), 'official-old'],
  ['AAPC, CEUs', '1: 36', () => required('aapc', 'cic'), 3600],
  ['AAPC, CEUs', '2: 40', () => required('aapc', 'cic', 'cpc'), 4000],
  ['AAPC, CEUs', '3: 44', () => required('aapc', 'cic', 'cpc', 'coc'), 4400],
  ['AAPC, CEUs', '4: 48', () => required('aapc', 'cic', 'cpc', 'coc', 'crc'), 4800],
  ['AAPC, CEUs', '5: 52', () => required('aapc', 'cic', 'cpc', 'coc', 'crc', 'cpb'), 5200],
  [
    'AAPC, CEUs',
    'more: 52',
    () => required('aapc', 'cic', 'cpc', 'coc', 'crc', 'cpb', 'cpma'),
    5200,
  ],
  [
    'AAPC, CEUs',
    'before 2015',
    () => figure(aapc, 'old-ladder', 'ladder'),
    [3600, 4800, 6000, 7200, 8000],
  ],
  [
    'AAPC, minima',
    'CIRCC 16',
    () => value(aapc, 'minimum-circc', 'perCredential'),
    { circc: 1600 },
  ],
  ['AAPC, minima', 'CPMA 16', () => value(aapc, 'minimum-cpma', 'perCredential'), { cpma: 1600 }],
  ['AAPC, minima', 'CPCO 16', () => value(aapc, 'minimum-cpco', 'perCredential'), { cpco: 1600 }],
  ['AAPC, minima', 'CDEO 16', () => value(aapc, 'minimum-cdeo', 'perCredential'), { cdeo: 1600 }],
  ['AAPC, minima', 'CPPM 16', () => value(aapc, 'minimum-cppm', 'perCredential'), { cppm: 1600 }],
  [
    'AAPC, minima',
    '8 a specialty',
    () => value(aapc, 'minimum-ccvtc', 'perCredential'),
    { ccvtc: 800 },
  ],
  [
    'AAPC, minima',
    '8 for one that is not named',
    () => value(aapc, 'minimum-aapc-specialty', 'perCredential'),
    { 'aapc-specialty': 800 },
  ],
  [
    'AAPC, double counting',
    'since 2012-10-01',
    () => value(aapc, 'one-specialty', 'effectiveFrom'),
    '2012-10-01',
  ],
  ['AAPC, source', 'approved only', () => value(aapc, 'approved', 'kind'), 'every'],
  ['AAPC, source', 'once', () => value(aapc, 'same-course', 'kind'), 'once-per-course'],
  ['AAPC, carry-over', 'renewal month', () => aapc.cycle.canPlaceLastMonth, true],
  ['AAPC, carry-over', 'none', () => confidence(aapc, 'carry-over'), 'official'],
  ['AAPC, dating', 'not before', () => value(aapc, 'not-before', 'kind'), 'not-before-holding'],
  ['AAPC, submission', 'one month', () => aapc.cycle.opensBefore, { months: 1 }],
  ['AAPC, audit', '25%', () => figure(aapc, 'audit', 'percent'), 25],
  ['AAPC, proof', '30 days', () => figure(aapc, 'proof', 'days'), 30],
  ['AAPC, proof', '6 months', () => figure(aapc, 'proof', 'months'), 6],
  ['AAPC, extension', '$50', () => value(aapc, 'extension', 'cents'), 5_000],
  ['AAPC, due year', 'by parity', () => aapc.cycle.anchor, 'month-parity'],
  ['AAPC, due year', 'two years', () => aapc.cycle.months, 24],
  ['AAPC, dues', '$190, old', () => value(aapc, 'dues', 'cents'), 19_000],
  ['AAPC, dues', 'every year', () => value(aapc, 'dues', 'per'), 'year'],
  ['AAPC, dues', 'old', () => confidence(aapc, 'dues'), 'official-old'],
  ['AAPC, late', '10-day grace', () => stage('aapc', 'grace')?.until, '2026-07-10'],
  ['AAPC, late', 'another page: 30', () => stage('aapc', 'grace-help')?.until, '2026-07-30'],
  ['AAPC, late', '$50', () => stage('aapc', 'late-fee')?.cents, 5_000],
  ['AAPC, late', 'after the grace', () => stage('aapc', 'late-fee')?.from, '2026-07-11'],
  ['AAPC, late', 'cancelled at 90 days', () => stage('aapc', 'cancelled')?.from, '2026-09-28'],
  ['AAPC, reinstate', 'within 3 years', () => stage('aapc', 'reinstatement')?.until, '2029-06-30'],
  ['AAPC, reinstate', '$200', () => stage('aapc', 'reinstatement')?.cents, 20_000],
  ['AAPC, notices', 'units', () => figure(aapc, 'notices', 'units'), [90]],
  ['AAPC, notices', 'dues', () => figure(aapc, 'notices', 'dues'), [45, 15, -1, -30, -75, -90]],
  ['ACDIS', '2 years', () => acdis.cycle.months, 24],
  ['ACDIS', 'on the anniversary', () => acdis.cycle.anchor, 'anniversary'],
  ['ACDIS', '30', () => required('acdis', 'ccds'), 3000],
  ['ACDIS', '60 days early', () => acdis.cycle.opensBefore, { days: 60 }],
  ['ACDIS', 'before the due date', () => acdis.cycle.dueOn, 'day-after'],
  ['ACDIS', 'fee not found', () => value(acdis, 'renewal', 'cents'), null],
  ['ACDIS', 'grace not found', () => confidence(acdis, 'grace'), 'not-found'],
  ['ACDIS', 'no late stage', () => acdis.late, []],
];

function confidence(set: RuleSet, id: string): Confidence {
  return thing(set, id).source.confidence;
}

test.each(rows)('%s: %s', (_line, _what, actual, expected) => {
  expect(actual()).toEqual(expected);
});
