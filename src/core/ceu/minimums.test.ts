import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../library/store.testing';
import type { CommandOf } from '../library/commands';
import { reference } from '../reference';
import { holdingsIn, placeClaims } from './counting';
import { ruleToSet } from './minimums';
import { topicChoices } from './one-topic';
import { standingOf, unansweredBy } from './rules';
import type { Standing } from './standing';

const data = reference();
const today = '2026-11-22';

const add = (name: string, credential = 'aapc-specialty'): CommandOf<'holding.add'> => ({
  ...{ type: 'holding.add', credential, name, earnedOn: '2020-01-01', note: '', cycle: null },
});

function holding(...names: string[]) {
  const store = new MemoryStore();
  const opening = { openingUnits: 0, openingMarked: {}, note: '' };
  const ids = names.map((name) => store.must(add(name)));
  const cycle = store.must({
    ...{ type: 'cycle.add', body: 'aapc', start: '2026-03-01', end: '2028-02-29', ...opening },
  });
  const log = (units: number, holdings: string[]) =>
    store.must({
      ...{ type: 'activity.log', title: `Course ${units}`, completedOn: '2026-06-01' },
      ...{ hours: units, sponsor: '', indexNumber: '', note: '' },
      claims: [
        {
          ...{ body: 'aapc', units, state: 'earned', holdings, cycleId: null },
          marks: { 'aapc-approved': true, 'topic-specialty': true },
        },
      ],
    });
  const now = () => {
    const library = store.library;
    return standingOf({ cycle: library.cycles[cycle]!, library, today, reference: data });
  };
  return { store, ids, log, now };
}
const minimums = ({ rules }: Standing) =>
  rules
    .filter(({ rule }) => rule.startsWith('minimum-'))
    .map(({ rule, title, need, have, unsure }) => [rule, title, need, have, unsure]);

describe('specialties that the reference does not name', () => {
  it('are held under several names, each once', () => {
    const { store, ids } = holding('CGSC', 'COBGC');
    expect(store.dispatch(add(' cgsc'))).toMatchObject({
      problem: { code: 'already-held', about: { credential: 'cgsc' } },
    });
    const rename = (name: string) =>
      store.dispatch({ type: 'holding.edit', id: ids[1]!, changes: { name } });
    expect(rename('CGSC')).toMatchObject({ problem: { code: 'already-held' } });
    expect(rename('CEMC')).toMatchObject({ ok: true });
    store.must({ type: 'holding.edit', id: ids[0]!, changes: { endedOn: '2026-06-30' } });
    expect(store.dispatch(add('CGSC'))).toMatchObject({ ok: true });
    // Others have their own name, whatever is sent.
    const cic = store.must(add('Mine', 'cic'));
    expect(store.library.holdings[cic]?.name).toBe('');
    expect(store.dispatch(add('Another', 'cic'))).toMatchObject({ ok: false });
  });

  it('climb the ladder and ask 8 units each', () => {
    expect(holding('CGSC').now()).toMatchObject({ required: 3600, credentials: ['CGSC'] });
    const { ids, now } = holding('CEMC', 'CGSC', 'COBGC');
    expect(now()).toMatchObject({ required: 4400, credentials: ['CEMC', 'CGSC', 'COBGC'] });
    expect(minimums(now()).map(([rule, title, need]) => [rule, title, need])).toEqual(
      ids.map((id, at) => [
        `minimum-aapc-specialty:${id}`,
        `Units for ${['CEMC', 'CGSC', 'COBGC'][at]}`,
        800,
      ]),
    );
    expect(minimums(holding('CGSC').now()).map(([rule]) => rule)).toEqual([
      'minimum-aapc-specialty',
    ]);
  });

  it('count a unit for the one that it names, and wait for the choice else', () => {
    const { ids, log, now } = holding('CGSC', 'COBGC');
    log(800, [ids[0]!]);
    log(300, []);
    expect(minimums(now()).map(([, , , have, unsure]) => [have, unsure])).toEqual([
      [800, 300],
      [0, 300],
    ]);
    expect(now().earned).toBe(1100);
  });

  it('are offered for a choice by their names, as soon as there are several', () => {
    const choicesOf = (...names: string[]) => {
      const { store, log } = holding(...names);
      log(300, []);
      const [claim] = Object.values(store.library.claims);
      return topicChoices(claim!, '2026-06-01', store.library, data).map(
        ({ credentials, holdings }) => [credentials, holdings.length],
      );
    };
    expect(choicesOf('CGSC')).toEqual([]);
    expect(choicesOf('CGSC', 'COBGC')).toEqual([
      [['CGSC'], 1],
      [['COBGC'], 1],
    ]);
  });

  it('take a figure of the user for one of them alone', () => {
    const { store, ids, now } = holding('CGSC', 'COBGC');
    const [cycleId] = Object.keys(store.library.cycles);
    const rule = `minimum-aapc-specialty:${ids[1]}`;
    store.must({ type: 'override.set', cycleId: cycleId!, rule, units: 400, note: '' });
    expect(minimums(now()).map(([, , need]) => need)).toEqual([800, 400]);
  });

  it('go on with what was put to one that is not held any more', () => {
    const { store, ids, log, now } = holding('CGSC', 'COBGC');
    log(800, [ids[0]!]);
    const cycle = Object.values(store.library.cycles)[0]!;
    const unanswered = () => {
      const placed = placeClaims(store.library, [cycle], today, data).get(cycle.id) ?? [];
      const held = holdingsIn(cycle, store.library.holdings);
      const rule = data.ruleSets
        .flatMap(({ rules }) => rules)
        .find(({ id }) => id === 'minimum-aapc-specialty');
      if (rule?.kind !== 'minimum') throw new Error('no minimum');
      return unansweredBy({ ...rule, mark: 'topic-compliance' }, placed, held).length;
    };
    expect([minimums(now()).map(([, , , have]) => have), unanswered()]).toEqual([[800, 0], 1]);
    store.must({ type: 'holding.delete', id: ids[0]! });
    expect([minimums(now()).map(([, , , have]) => have), unanswered()]).toEqual([[800], 1]);
  });

  it('wait for the choice again where the one chosen is not held in the cycle', () => {
    const { store, ids, log, now } = holding('CEMC', 'CGSC', 'COBGC');
    log(800, [ids[0]!]);
    store.must({ type: 'holding.edit', id: ids[0]!, changes: { endedOn: '2026-02-28' } });
    expect(minimums(now()).map(([, , , have, unsure]) => [have, unsure])).toEqual([
      [0, 800],
      [0, 800],
    ]);
  });

  it('keep the figure of the first when there are several, and of the one that is left', () => {
    const { store, ids, now } = holding('CGSC');
    const [cycleId] = Object.keys(store.library.cycles);
    const set = (at: number, units: number) => {
      const found = now().rules.filter(({ rule }) => rule.startsWith('minimum-'))[at]!;
      const rule = ruleToSet(found);
      store.must({ type: 'override.set', cycleId: cycleId!, rule, units, note: '' });
    };
    const needs = () =>
      now()
        .rules.filter(({ rule }) => rule.startsWith('minimum-'))
        .map(({ title, need, override }) => [title, need, override !== null]);
    set(0, 400);
    // Entered later, and earned before the other.
    const later = store.must({ ...add('COBGC'), earnedOn: '2019-01-01' });
    expect(needs()).toEqual([
      ['Units for COBGC', 800, false],
      ['Units for CGSC', 400, true],
    ]);
    set(1, 500);
    set(0, 600);
    expect(needs().map(([, need]) => need)).toEqual([600, 500]);
    expect(Object.keys(store.library.overrides)).toHaveLength(2);
    store.must({ type: 'holding.delete', id: ids[0]! });
    expect(needs().map(([, need]) => need)).toEqual([600]);
    set(0, 700);
    expect(needs().map(([, need]) => need)).toEqual([700]);
    expect(Object.keys(store.library.overrides)).toHaveLength(2);
    store.must({ type: 'holding.delete', id: later });
    expect(needs()).toEqual([]);
  });
});
