import { describe, expect, it } from 'vitest';
import { isDay } from '../dates';
import { bodyOf, credentialOf, markOf, reference, ruleSetFor } from './index';
import { Reference, type Source } from './schema';

const data = reference();
const rules = data.ruleSets.flatMap((set) => set.rules.map((rule) => ({ set, rule })));

describe('the reference data', () => {
  it('parses once', () => {
    expect(reference()).toBe(data);
    expect(Reference.safeParse(data).success).toBe(true);
  });

  it('has no id twice', () => {
    for (const list of [
      data.bodies,
      data.credentials,
      data.marks,
      data.ruleSets,
      data.codeSetDates,
    ]) {
      const ids = list.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    for (const set of data.ruleSets) {
      const ids = set.rules.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('refers only to what is there', () => {
    for (const { body } of [...data.credentials, ...data.marks, ...data.ruleSets]) {
      expect(bodyOf(body, data), body).not.toBeNull();
    }
    for (const { set, rule } of rules) {
      if ('mark' in rule) expect(markOf(rule.mark, data)?.body, rule.mark).toBe(set.body);
      const named =
        rule.kind === 'minimum'
          ? Object.keys(rule.perCredential)
          : rule.kind === 'total-highest-plus'
            ? [...Object.keys(rule.base), ...Object.entries(rule.replaces).flat()]
            : [];
      for (const id of named) expect(credentialOf(id, data)?.body, id).toBe(set.body);
    }
  });

  it('says of sitting an exam only what a source says, for each body', () => {
    expect(data.exams.map(({ body }) => body)).toEqual(data.bodies.map(({ id }) => id));
    const rules = data.exams.flatMap(({ where, window, extension, reschedule, refund, retest }) =>
      [where, window, extension, reschedule, refund, ...retest].filter((rule) => rule !== null),
    );
    for (const { says, source } of [...rules, ...data.dateSuggestions]) {
      expect(says).toMatch(/\.$/);
      expect(isDay(source.checkedOn), source.title).toBe(true);
      // Other addresses are never opened.
      if (source.url !== null) expect(source.url).toMatch(/^https:/);
    }
    // Facts.md, 2c and 2e: nothing was found of these two.
    for (const body of ['aapc', 'acdis']) {
      const { window, extension, reschedule, refund, retest } =
        data.exams.find((one) => one.body === body) ?? {};
      expect([window, extension, reschedule, refund, retest]).toEqual([null, null, null, null, []]);
    }
  });

  it('asks about every mark, and gives each body one total and a figure for each credential', () => {
    const asked = new Set(rules.flatMap(({ rule }) => ('mark' in rule ? [rule.mark] : [])));
    expect(data.marks.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
    for (const set of data.ruleSets) {
      const totals = set.rules.filter(({ kind }) => kind.startsWith('total-'));
      expect(totals).toHaveLength(1);
      const [total] = totals;
      if (total?.kind !== 'total-highest-plus') continue;
      const ids = data.credentials.filter(({ body }) => body === set.body).map(({ id }) => id);
      expect(Object.keys(total.base).sort()).toEqual(ids.sort());
    }
  });

  it('says for everything where it comes from, by https, and when it was checked', () => {
    const sources: Source[] = [
      ...data.marks.flatMap(({ families = [] }) => families),
      ...data.ruleSets.flatMap((set) => [set.claimRules, set.late, set.fees, set.known].flat()),
      ...data.bodies,
      ...data.credentials,
      ...data.codeSetDates,
      ...data.ruleSets.map(({ cycle }) => cycle),
      ...rules.map(({ rule }) => rule),
    ].map(({ source }) => source);
    for (const source of sources) {
      expect(source.title).not.toBe('');
      if (source.url !== null) expect(source.url).toMatch(/^https:\/\//);
      else expect(source.note, source.title).toBeTruthy();
      expect(isDay(source.checkedOn)).toBe(true);
      if (source.confidence !== 'official') expect(source.note, source.title).toBeTruthy();
    }
  });

  it('lets nothing but totals bind that an old page alone supports', () => {
    for (const { rule } of rules) {
      if (rule.source.confidence === 'official' || rule.kind.startsWith('total-')) continue;
      expect(rule.isBinding, rule.id).toBe(false);
    }
    for (const { id, source, isBinding } of data.ruleSets.flatMap((set) => set.claimRules)) {
      expect(isBinding, id).toBe(source.confidence === 'official');
    }
  });
});

describe('the figures', () => {
  const rule = (body: string, id: string) =>
    ruleSetFor(body, '2026-01-01', data)?.rules.find((one) => one.id === id);

  it('of AHIMA', () => {
    expect(rule('ahima', 'total')).toMatchObject({
      base: {
        cca: 2000,
        ccs: 2000,
        'ccs-p': 2000,
        rhit: 2000,
        rhia: 3000,
        chps: 3000,
        chda: 3000,
        cdip: 3000,
      },
      extra: 1000,
      cap: 5000,
      replaces: { rhia: 'rhit' },
    });
    expect(rule('ahima', 'ahima-share')).toMatchObject({
      percent: 40,
      ofEarned: false,
      effectiveFrom: '2025-01-01',
      isBinding: true,
    });
    expect(rule('ahima', 'hiim-share')).toMatchObject({
      percent: 80,
      ofEarned: true,
      isBinding: false,
    });
    expect(ruleSetFor('ahima', '2026-01-01', data)?.cycle).toMatchObject({
      months: 24,
      anchor: 'exam-passed',
      canPlaceLastMonth: false,
    });
  });
  it('of AAPC', () => {
    expect(rule('aapc', 'total')).toMatchObject({ ladder: [3600, 4000, 4400, 4800, 5200] });
    expect(rule('aapc', 'approved')).toMatchObject({ kind: 'every', isBinding: true });
    for (const credential of ['circc', 'cpma', 'cpco', 'cdeo', 'cppm']) {
      expect(rule('aapc', `minimum-${credential}`)).toMatchObject({
        perCredential: { [credential]: 1600 },
      });
    }
    expect(ruleSetFor('aapc', '2026-01-01', data)?.cycle).toMatchObject({
      months: 24,
      anchor: 'month-parity',
      canPlaceLastMonth: true,
      opensBefore: { months: 1 },
    });
  });
  it('of ACDIS', () => {
    expect(rule('acdis', 'total')).toMatchObject({ units: 3000 });
    expect(ruleSetFor('acdis', '2026-01-01', data)?.cycle).toMatchObject({
      months: 24,
      anchor: 'anniversary',
      dueOn: 'day-after',
      opensBefore: { days: 60 },
    });
  });
  it('of the code-set year', () => {
    const days = Object.fromEntries(
      data.codeSetDates.map(({ id, month, day }) => [id, `${month}/${day}`]),
    );
    expect(days).toEqual({
      october: '10/1',
      april: '4/1',
      'cpt-january': '1/1',
      'cpt-july': '7/1',
      'hcpcs-april': '4/1',
      'hcpcs-october': '10/1',
      'proposed-rule': '4/14',
      files: '6/12',
      'final-rule': '8/1',
      'cpt-published': '9/11',
      'april-announced': '11/16',
      guidelines: '7/21',
      corrections: '10/2',
      'committee-spring': '3/9',
      'committee-fall': '9/10',
      'ioce-january': '1/1',
      'ioce-april': '4/1',
      'ioce-july': '7/1',
      'ioce-october': '10/1',
    });
    for (const date of data.codeSetDates) {
      expect(date.needsCpt, date.id).toBe(/cpt|hcpcs|ioce/.test(date.id));
      // Whatever is only expected is never said to be on a day.
      expect(date.isApproximate, date.id).toBe(date.weight === 'preparation');
    }
  });
});

describe('ruleSetFor', () => {
  it('takes the newest set that was in force when the cycle began', () => {
    const [set] = data.ruleSets;
    if (!set) throw new Error('no rule set');
    const later = { ...set, id: 'later', from: '2030-01-01' };
    const changed = { ...data, ruleSets: [later, ...data.ruleSets] };
    expect(ruleSetFor(set.body, '2029-12-31', changed)?.id).toBe(set.id);
    expect(ruleSetFor(set.body, '2030-01-01', changed)?.id).toBe('later');
    expect(ruleSetFor('nobody', '2030-01-01', changed)).toBeNull();
    const withoutOld = { ...data, ruleSets: [later] };
    expect(ruleSetFor(set.body, '2029-12-31', withoutOld)).toBeNull();
  });
});
