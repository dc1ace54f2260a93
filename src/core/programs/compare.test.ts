import { expect, test } from 'vitest';
import { frozen } from '../library/store.testing';
import { reference } from '../reference';
import { compare, hiddenPartsInWords, isSameName } from './compare';
import { examplePrograms, included, isSo, leadsTo, money } from './example.testing';

const data = reference();
const today = '2026-11-22';

const library = frozen(
  examplePrograms(
    {
      first: {
        credential: leadsTo('ccs', 'cca'),
        'teaches-pcs': isSo(true),
        tuition: money(185_000),
        books: included,
        refund: { kind: 'text', text: 'Three  days' },
        pace: null,
      },
      second: {
        credential: leadsTo('cca', 'ccs'),
        'teaches-pcs': isSo(true),
        tuition: money(90_000),
        refund: { kind: 'text', text: 'three days ' },
      },
    },
    '2025-03-04',
  ),
);
const { columns, groups, isTotalDiffering } = compare(library, today, data);
const row = (id: string) => groups.flatMap(({ rows }) => rows).find(({ fact }) => fact.id === id)!;
const words = (id: string) => row(id).cells.map(({ words, state }) => [state, words]);

test('every fact stands in one group, in the order of the reference data', () => {
  expect(groups.map(({ name }) => name)).toEqual([
    ...['Leads to', 'Cost', 'Approval', 'Time', 'Practice', 'Terms'],
  ]);
  const shown = groups.flatMap(({ rows }) => rows.map(({ fact }) => fact.id));
  expect(shown.toSorted()).toEqual(data.programFacts.map(({ id }) => id).toSorted());
});

test('a column for each program, in the order of entry', () => {
  expect(columns.map(({ program, total }) => [program.name, total])).toEqual([
    ['first', 'at least $1,850'],
    ['second', 'at least $900'],
  ]);
  expect(isTotalDiffering).toBe(true);
});

test('a cell says what is known, what was not found and what was not looked for', () => {
  expect(words('tuition')).toEqual([
    ['known', '$1,850'],
    ['known', '$900'],
  ]);
  expect(words('books')).toEqual([
    ['known', 'part of the price'],
    ['open', 'not looked for yet'],
  ]);
  expect(words('pace')).toEqual([
    ['not-found', 'not found'],
    ['open', 'not looked for yet'],
  ]);
});

test('what was said more than a year ago says so', () => {
  expect(row('tuition').cells.map(({ age }) => age)).toEqual([
    'from Mar 2025: check',
    'from Mar 2025: check',
  ]);
  expect(row('books').cells[1]).toMatchObject({ age: null, fact: null });
  const fresh = compare(library, '2026-03-04', data);
  expect(fresh.groups[1]?.rows[0]?.cells[0]?.age).toBeNull();
});

test.each([
  ['tuition', true],
  ['books', true],
  ['teaches-pcs', false],
  ['credential', false],
  ['refund', false],
  ['pace', false],
  ['transfer', false],
])('%s: whether the programs differ is %s', (id, isDiffering) => {
  expect(row(id).isDiffering).toBe(isDiffering);
});

test('one program differs from none, and none make no columns', () => {
  const one = compare(examplePrograms({ only: { tuition: money(5) } }), today, data);
  expect(one.groups.flatMap(({ rows }) => rows).some(({ isDiffering }) => isDiffering)).toBe(false);
  expect(compare(examplePrograms({}), today, data).columns).toEqual([]);
});

test('what lies in the trash is not compared', () => {
  const deletedAt = '2026-02-01T00:00:00.000Z';
  const { programs, facts } = examplePrograms({ a: { tuition: money(5) }, b: {} });
  programs['b']!.deletedAt = deletedAt;
  facts['fact:a:tuition']!.deletedAt = deletedAt;
  const now = compare({ programs, facts }, today, data);
  expect(now.columns.map(({ total }) => total)).toEqual(['not known']);
  expect(now.groups[1]?.rows[0]?.cells.map(({ state }) => state)).toEqual(['open']);
});

test('what only the totals count is said where only what differs is shown', () => {
  expect(hiddenPartsInWords({ groups })).toBe(
    '4 parts of the cost not known of any program: Registration, Exam fee, Membership, Other costs',
  );
  const costs = data.programFacts.filter(({ kind }) => kind === 'money');
  const full = Object.fromEntries(costs.map(({ id }) => [id, money(1)]));
  expect(hiddenPartsInWords(compare(examplePrograms({ full, none: {} }), today, data))).toBeNull();
  const { membership: _, ...others } = full;
  const one = compare(
    examplePrograms({ a: { ...others, membership: null }, b: others }),
    today,
    data,
  );
  expect(hiddenPartsInWords(one)).toBe('1 part of the cost not known of any program: Membership');
});

test('programs of one name are told apart by their providers, else by their order', () => {
  const named = examplePrograms({ a: {}, b: {}, c: {}, d: {}, e: {} });
  const name = (id: string, called: string, provider: string) =>
    Object.assign(named.programs[id]!, { name: called, provider });
  name('a', 'Evening course', 'A college');
  name('b', 'evening  course ', 'A school');
  name('c', 'Evening course', 'A school');
  name('d', 'Evening course', '');
  expect(compare(named, today, data).columns.map(({ label }) => label)).toEqual([
    'Evening course, A college',
    'evening  course , A school (1)',
    'Evening course, A school (2)',
    'Evening course',
    'e',
  ]);
  expect(isSameName('', ' ')).toBe(false);
});
