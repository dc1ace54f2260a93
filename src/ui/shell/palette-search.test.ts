import { expect, test } from 'vitest';
import type { Action } from '../../state/actions.svelte';
import { findActions } from './palette-search';

const action = (name: string, words = ''): Action => ({
  id: name,
  name,
  words,
  group: 'Go to',
  run: () => undefined,
});
const all = [
  action('Today', 'home'),
  action('CEUs', 'units renewal ledger'),
  action('Log an activity', 'new ceu'),
  action('Calendar', 'deadlines'),
  action('Theme: dark', 'colours'),
];
const names = (typed: string) => findActions(typed, all).map(({ name }) => name);

test('nothing typed shows all, in the order given', () => {
  expect(names('  ')).toEqual(all.map(({ name }) => name));
});

test('the beginning of a name comes before other words for something else', () => {
  expect(names('ceu')).toEqual(['CEUs', 'Log an activity']);
});

test('words are found in any order, and each must be found', () => {
  expect(names('dark theme')).toEqual(['Theme: dark']);
  expect(names('dark today')).toEqual([]);
});

test('other words and left out letters find it too', () => {
  expect(names('renewal')).toEqual(['CEUs']);
  expect(names('lgact')).toEqual(['Log an activity']);
  expect(names('clndr')).toEqual(['Calendar']);
});
