import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leave, noTrail, step, type Trail } from './trail';

test('back and forward lead over the same spots, and a new way forgets what lay ahead', () => {
  const trail = leave(leave(noTrail as Trail<string>, 'a'), 'b');
  const back = step(trail, 'back', 'c');
  expect(back).toEqual({ spot: 'b', trail: { behind: ['a'], ahead: ['c'] } });
  const again = step(back?.trail ?? noTrail, 'forward', 'b');
  expect(again).toEqual({ spot: 'c', trail });
  expect(leave(back?.trail ?? noTrail, 'b').ahead).toEqual([]);
  expect(step(noTrail as Trail<string>, 'back', 'a')).toBeNull();
  expect(step(trail, 'forward', 'c')).toBeNull();
});

test('it behaves like a list with a finger on it, and never grows without end', () => {
  const acts = fc.array(fc.oneof(fc.nat(), fc.constantFrom('back', 'forward')), { maxLength: 200 });
  fc.assert(
    fc.property(acts, (list) => {
      let model = [-1];
      let finger = 0;
      let here = -1;
      let trail: Trail<number> = noTrail;
      for (const act of list) {
        if (typeof act === 'number') {
          trail = leave(trail, here);
          here = act;
          model = [...model.slice(0, finger + 1), act];
          // Fifty lie behind at most.
          model = model.slice(-51);
          finger = model.length - 1;
        } else {
          const moved = step(trail, act, here);
          const to = finger + (act === 'back' ? -1 : 1);
          expect(moved?.spot).toBe(model[to]);
          if (moved) [here, trail, finger] = [moved.spot, moved.trail, to];
        }
        expect(here).toBe(model[finger]);
        expect(trail.behind.length + trail.ahead.length).toBeLessThanOrEqual(50);
      }
    }),
  );
});
