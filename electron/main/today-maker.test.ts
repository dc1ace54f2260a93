import { expect, test } from 'vitest';
import { emptyLibrary } from '../../src/core/library/defaults';
import { TodayMaker } from './today-maker';

function rig() {
  const state = { now: '2026-11-22T15:00:00.000Z' };
  const clock = { now: () => state.now, timeZone: () => 'America/New_York' };
  const library = emptyLibrary('l', state.now);
  return { state, library, maker: new TodayMaker(clock) };
}

test('what was made ahead is given once, and is what would be made now', () => {
  const { library, maker } = rig();
  maker.makeAhead({ library, revision: 1 });
  const first = maker.take({ library, revision: 1 });
  expect(first).toEqual(maker.make(library));
  expect(maker.take({ library, revision: 1 })).not.toBe(first);
});

test('a change, another library or time that passed make it anew', () => {
  const { library, maker, state } = rig();
  maker.makeAhead({ library, revision: 1 });
  library.settings.usesCpt = true;
  expect(maker.take({ library, revision: 2 })).toEqual(maker.make(library));
  maker.makeAhead({ library, revision: 2 });
  const other = structuredClone(library);
  other.settings.usesCpt = false;
  expect(maker.take({ library: other, revision: 2 })).toEqual(maker.make(other));
  maker.makeAhead({ library, revision: 2 });
  state.now = '2026-11-23T15:00:00.000Z';
  expect(maker.take({ library, revision: 2 }).date).toBe('2026-11-23');
});
