import { expect, test } from 'vitest';
import { MemoryStore } from '../library/store.testing';
import { reference } from '../reference';
import { bodiesEver, claimableBodies } from './claimable';
import { claimId } from './claim-id';
import type { ClaimDraft } from './commands';

const claim: ClaimDraft = {
  ...{ body: 'guild', units: 100, state: 'earned', marks: {}, holdings: [], cycleId: null },
};
const activity = {
  ...{ title: 'Event', completedOn: '2026-05-04', hours: 100, sponsor: '', indexNumber: '' },
  note: '',
};

/** A body that only a cycle names, as libraries of early versions have them. */
function guild() {
  const store = new MemoryStore();
  const cycle = store.must({
    ...{ type: 'cycle.add', body: 'guild', start: '2026-01-01', end: '2026-12-31' },
    ...{ openingUnits: 0, openingMarked: {}, note: '' },
  });
  return { store, cycle };
}

test('a body is known by what names it, until that lies in the trash', () => {
  const { store, cycle } = guild();
  const known = reference().bodies.map(({ id }) => id);
  expect(claimableBodies(store.library, store.reference)).toEqual([...known, 'guild']);
  store.must({ type: 'cycle.delete', id: cycle });
  expect(claimableBodies(store.library, store.reference)).toEqual(known);
  expect(bodiesEver(store.library, store.reference)).toEqual([...known, 'guild']);
});

test('nothing new is claimed at a body that is gone; what was claimed there can still be mended', () => {
  const { store, cycle } = guild();
  const id = store.must({ type: 'activity.log', ...activity, claims: [claim] });
  store.must({ type: 'cycle.delete', id: cycle });
  expect(store.problem({ type: 'activity.log', ...activity, claims: [claim] })).toBe('not-there');
  store.must({ type: 'activity.edit', id, changes: { title: 'Mended' }, claims: [claim] });
  store.must({ type: 'activity.edit', id, changes: { completedOn: '2026-05-05' } });
  expect(store.library.claims[claimId(id, 'guild')]).toMatchObject({ units: 100 });
  expect(store.library.claims[claimId(id, 'guild')]).not.toHaveProperty('deletedAt');
});
