import { expect, test, vi } from 'vitest';
import { Actions, type Action } from './actions.svelte';

const action = (more: Partial<Action> & { id: string }): Action => ({
  name: more.id,
  group: 'Record',
  run: () => undefined,
  ...more,
});

test('the action of the open screen stands in for the general one until the screen closes', async () => {
  const actions = new Actions(() => 'linux');
  const general = vi.fn();
  const own = vi.fn();
  actions.add([action({ id: 'ceu.new', run: general })]);
  const takeAway = actions.add([action({ id: 'ceu.new', run: own })]);
  await actions.run('ceu.new');
  takeAway();
  await actions.run('ceu.new');
  expect([own.mock.calls.length, general.mock.calls.length]).toEqual([1, 1]);
});

test('what is not available is neither run nor found by its keys', async () => {
  const actions = new Actions(() => 'linux');
  const run = vi.fn();
  actions.add([action({ id: 'x', keys: ['Mod+Z'], isAvailable: () => false, run })]);
  const pressed = { key: 'z', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
  expect(await actions.run('x')).toBe(false);
  expect(actions.forKeys(pressed as KeyboardEvent)).toBeUndefined();
  expect(run).not.toHaveBeenCalled();
});
