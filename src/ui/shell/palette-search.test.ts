import { expect, test } from 'vitest';
import { find, type Findable } from './palette-search';

const action = (name: string, words = ''): Findable => ({ name, words, group: 'Go to' });
const all = [
  action('Today', 'home'),
  action('CEUs', 'units renewal ledger'),
  action('Log an activity', 'new ceu'),
  action('Calendar', 'deadlines'),
  action('Theme: dark', 'colours'),
];
const names = (typed: string) => find(typed, all).map(({ name }) => name);

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

test('a title is found by its words, not by letters that happen to be in it', () => {
  const title = { name: 'Root operations in PCS', group: 'Activity', isTitle: true };
  expect(find('operations pcs', [title])).toEqual([title]);
  expect(find('oper', [title])).toEqual([title]);
  expect(find('rtops', [title])).toEqual([]);
});
