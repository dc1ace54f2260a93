import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { phrase } from '../library/describe';
import { LibraryDraft } from '../library/draft';
import { MemoryStore } from '../library/store.testing';
import { reference, withBodies } from '../reference';
import { referenceOf } from '../reference/own-bodies';
import { BodyFile } from '../reference/schema';
import { cycleWarnings, proposeCycle } from './cycles';
import { standingOf } from './rules';
import type { Standing } from './standing';

const invented = {
  ...{ name: 'Guild (invented)', credentials: ['GCC', 'GCC-A'], months: 12, units: 1200 },
  note: 'In its letter',
};
const cycle = {
  ...{ start: '2026-01-01', end: '2026-12-31', openingUnits: 0, openingMarked: {} },
  note: '',
};

function withGuild(fields: Partial<typeof invented> = {}) {
  const store = new MemoryStore();
  const body = store.must({ type: 'body.add', ...invented, ...fields });
  const names = store.library.bodies[body]?.credentials ?? {};
  const credential = Object.keys(names)[0] ?? '';
  const hold = () =>
    store.must({ type: 'holding.add', credential, earnedOn: '2026-01-01', note: '', cycle });
  return { store, body, credential, hold };
}

describe('a body of one’s own', () => {
  it('is held, claimed at and counted like another', () => {
    const { store, body, hold } = withGuild();
    hold();
    const claim = { body, units: 450, marks: {}, holdings: [], cycleId: null };
    store.must({
      type: 'activity.log',
      ...{ title: 'A day', completedOn: '2026-05-05', hours: 450 },
      ...{ sponsor: '', indexNumber: '', note: '', claims: [{ ...claim, state: 'earned' }] },
    });
    const [held] = Object.values(store.library.cycles);
    const data = referenceOf(store.library);
    const question = { cycle: held!, library: store.library, today: store.today, reference: data };
    const { bodyName, credentials, required, earned, state } = standingOf(question);
    expect({ bodyName, credentials, required, earned, state }).toEqual({
      ...{ bodyName: 'Guild (invented)', credentials: ['GCC'], required: 1200, earned: 450 },
      state: 'not-met',
    });
  });

  it('without units cannot be told, and is never met', () => {
    const { store, hold } = withGuild();
    const [body] = Object.keys(store.library.bodies);
    store.must({ type: 'body.edit', id: body!, changes: { units: null } });
    hold();
    const [held] = Object.values(store.library.cycles);
    const data = referenceOf(store.library);
    const question = { cycle: held!, library: store.library, today: store.today, reference: data };
    expect(standingOf(question)).toMatchObject({ required: null, state: 'cannot-tell' });
  });

  it('is told by its names, not by ids', () => {
    const { store, credential, hold } = withGuild();
    const told = store.dispatch({
      type: 'holding.add',
      ...{ credential, earnedOn: null, note: '', cycle },
    });
    expect(told.ok && told.value.did).toBe('Added GCC');
    const undone = store.dispatch({ type: 'library.undo' });
    expect(undone.ok && undone.value.did).toBe('Undone: Added GCC');
    hold();
    const draft = new LibraryDraft(store.library);
    const live = Object.values(store.library.cycles).filter((one) => !one.deletedAt);
    const id = live[0]?.id ?? '';
    expect(phrase(draft, { type: 'cycle.delete', id })).toBe('Deleted the Guild (invented) cycle');
    const again = store.dispatch({
      type: 'holding.add',
      ...{ credential, earnedOn: null, note: '', cycle: null },
    });
    expect(!again.ok && again.problem.about).toEqual({ credential: 'GCC' });
  });

  it('is not deleted while a credential of it is there, and comes back with undo and from the trash', () => {
    const { store, body, credential, hold } = withGuild();
    const holding = hold();
    expect(store.problem({ type: 'body.delete', id: body })).toBe('body-in-use');
    store.must({ type: 'holding.delete', id: holding });
    store.must({ type: 'body.delete', id: body });
    expect(
      store.problem({ type: 'holding.add', credential, earnedOn: null, note: '', cycle: null }),
    ).toBe('unknown-credential');
    // The credential needs its body.
    const restore = { type: 'trash.restore', collection: 'holdings', id: holding } as const;
    expect(store.problem(restore)).toBe('not-there');
    store.must({ type: 'library.undo' });
    expect(store.library.bodies[body]?.deletedAt).toBeUndefined();
    store.must({ type: 'body.delete', id: body });
    store.must({ type: 'trash.restore', collection: 'bodies', id: body });
    store.must(restore);
    expect(store.library.holdings[holding]?.deletedAt).toBeUndefined();
  });

  it('outlives the purge while its cycles name it', () => {
    const { store, body, hold } = withGuild();
    const unused = store.must({ type: 'body.add', ...invented, name: 'Unused (invented)' });
    const holding = hold();
    store.must({ type: 'holding.delete', id: holding });
    store.must({ type: 'body.delete', id: body });
    store.must({ type: 'body.delete', id: unused });
    store.must({ type: 'trash.purge', before: '2027-01-01T00:00:00.000Z' });
    expect(Object.keys(store.library.bodies)).toEqual([body]);
  });

  it('keeps the ids of credentials that are renamed, and those that are held', () => {
    const { store, body, credential, hold } = withGuild();
    hold();
    const edit = (names: [string | null, string][]) =>
      ({
        type: 'body.edit',
        id: body,
        changes: { credentials: names.map(([id, name]) => ({ id, name })) },
      }) as const;
    store.must(edit([[credential, 'GCC-R'], [null, 'New']])); // prettier-ignore
    const names = store.library.bodies[body]?.credentials ?? {};
    expect(names[credential]).toBe('GCC-R');
    expect(Object.values(names)).toEqual(['GCC-R', 'New']);
    expect(store.problem(edit([[null, 'Another']]))).toBe('body-in-use');
    expect(store.problem(edit([[credential, ' ']]))).toBe('name-empty');
  });

  it('may have a longer cycle than the bodies that are known', () => {
    const { store, body } = withGuild({ months: 120 });
    const long = { ...cycle, start: '2026-01-01', end: '2035-12-31' };
    expect(store.must({ type: 'cycle.add', body, ...long })).not.toBe('');
    expect(store.problem({ type: 'cycle.add', body: 'ahima', ...long })).toBe('date-far-off');
  });

  it('has its cycle proposed by its length, and no warning about the day it begins', () => {
    const { store, body } = withGuild({ months: 36 });
    const data = referenceOf(store.library);
    expect(proposeCycle(body, '2025-03-15', '2026-11-22', data)).toMatchObject({
      ...{ start: '2025-03-15', end: '2028-03-14' },
    });
    const dates = { start: '2026-01-01', end: '2028-12-31' };
    expect(cycleWarnings(dates, body, '2025-03-15', data)).toEqual([]);
    expect(cycleWarnings({ ...dates, end: '2027-12-31' }, body, null, data)).toHaveLength(1);
  });
});

const fourthBody: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../tests/data/fourth-body.json'), 'utf8'),
);

/** The fourth body of the rules’ tests with its total alone, under these names. */
function fileWith(id: string, credential: string, units: number): BodyFile {
  const file = BodyFile.parse(fourthBody);
  const [set] = file.ruleSets;
  const rules = set!.rules.flatMap((rule) =>
    rule.kind === 'total-fixed' ? [{ ...rule, units }] : [],
  );
  return {
    ...file,
    id,
    credentials: [{ ...file.credentials[0]!, id: credential }],
    marks: [],
    ruleSets: [{ ...set!, rules, claimRules: [] }],
  };
}

/** All of a standing but its words and sources. */
function figures({ required, earned, planned, remaining, state, daysLeft, ...of }: Standing) {
  const rules = of.rules.map(({ need, have, unsure, planned: ahead, lacking, state: one }) => {
    return { need, have, unsure, ahead, lacking, one };
  });
  return { required, earned, planned, remaining, state, daysLeft, rules, of: of.credentials };
}

it('a body of one’s own stands as the same body in a file would', () => {
  const states = ['planned', 'earned', 'reported', 'accepted', 'rejected'] as const;
  const day = fc.nat(500).map((days) => {
    const at = Date.UTC(2025, 9, 1) + days * 86_400_000;
    return new Date(at).toISOString().slice(0, 10);
  });
  const claims = fc.array(
    fc.record({ units: fc.nat(900), state: fc.constantFrom(...states), completedOn: day }),
    { maxLength: 12 },
  );
  let met = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), claims, (units, logged) => {
      const { store, body, credential, hold } = withGuild({ units });
      hold();
      for (const { completedOn, ...claim } of logged) {
        store.must({
          type: 'activity.log',
          ...{ title: 'A day', completedOn, hours: 100, sponsor: '' },
          ...{ indexNumber: '', note: '' },
          claims: [{ body, ...claim, marks: {}, holdings: [], cycleId: null }],
        });
      }
      const asFile = withBodies(reference(), [fileWith(body, credential, units)]);
      const [one] = Object.values(store.library.cycles);
      const ask = (data: typeof asFile): Standing =>
        standingOf({ cycle: one!, library: store.library, today: store.today, reference: data });
      const own = ask(referenceOf(store.library));
      expect(figures(own)).toEqual(figures(ask(asFile)));
      expect(own.required).toBe(units);
      if (own.state === 'met') met += 1;
    }),
    { numRuns: 60 },
  );
  expect(met).toBeGreaterThan(0);
});
