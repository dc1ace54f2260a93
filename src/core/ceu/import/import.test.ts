import { describe, expect, test } from 'vitest';
import { live } from '../../library/schema';
import { MemoryStore } from '../../library/store.testing';
import { problemSentence } from '../../problems';
import { reference } from '../../reference';
import { exampleLibrary } from '../example-library.testing';
import { firstMapping, guessByNames, rememberedMapping } from './columns';
import { dateColumn } from './dates';
import { importCommand, previewImport } from './preview';
import type { ImportMapping, Mapping } from './schema';
import { mappingId, type ImportTable } from './table';

export function tableOfRows(rows: readonly (readonly string[])[]): ImportTable {
  const header = ['Date', 'Title', 'CEUs', 'Index number', 'Sponsor'];
  const about = { name: 'list.csv', from: 'csv', encoding: 'utf-8', separator: ',' } as const;
  return {
    ...{ ...about, header, hasHeader: true },
    rows: rows.map((cells, index) => ({ line: index + 2, cells })),
  };
}
const aapc: Mapping = {
  columns: ['completedOn', 'title', 'units', 'indexNumber', 'sponsor'],
  order: null,
  body: 'aapc',
  state: 'earned',
};

function preview(table: ImportTable, store = new MemoryStore(), mapping = aapc) {
  const world = { library: store.library, today: store.today, reference: reference() };
  return previewImport(table, mapping, world);
}

function run(table: ImportTable, store: MemoryStore, mapping = aapc) {
  const command = importCommand(table, mapping, preview(table, store, mapping));
  if (!command.ok) throw new Error(command.problem.code);
  store.must(command.value);
}

test.each([
  [
    ['Date', 'Title', 'CEUs'],
    ['completedOn', 'title', 'units'],
  ],
  [
    ['Issue Date', 'Completion Date', 'Course Name', 'Provider', 'CEUs Earned', 'Hours'],
    [null, 'completedOn', 'title', 'sponsor', 'units', 'hours'],
  ],
  [
    ['Index #', 'Event', 'Attended On', 'Credits', 'Status', 'Comments'],
    ['indexNumber', 'title', 'completedOn', 'units', 'state', 'note'],
  ],
  [
    ['A', 'B'],
    [null, null],
  ],
])('%j are read as %j', (header, fields) => {
  expect(guessByNames(header)).toEqual(fields);
});

describe('the order of the numbers is decided for a whole column', () => {
  test.each([
    ['shown', 'day-first', ['03/04/2026', '13/02/2026']],
    ['shown', 'month-first', ['03/04/2026', '02/13/2026']],
    ['named', null, ['2026-03-04', 'Mar 4, 2026', '05/05/2026']],
    ['open', null, ['03/04/2026', '05/06/2026']],
    ['open', null, ['03/04/2026', '13/02/2026', '02/13/2026']],
    ['open', null, ['03/04/2026', '02/30/2026']],
    ['open', null, ['03/04/2026', '31/04/2026', '02/30/2026']],
    ['shown', 'day-first', ['02/30/2026', '13/02/2026', '03/04/2026']],
  ])('%s: %s', (because, order, cells) => {
    expect(dateColumn(cells, null)).toMatchObject({ because, order });
  });

  test('what stays open is asked once, with both days, and nothing can be imported before', () => {
    const table = tableOfRows([
      ['03/04/2026', 'One', '1', '', ''],
      ['05/06/2026', 'Two', '1', '', ''],
    ]);
    const open = preview(table);
    expect(open.counts).toMatchObject({ undecided: 2, chosen: 0 });
    expect(open.dates.example).toEqual({
      text: '03/04/2026',
      monthFirst: '2026-03-04',
      dayFirst: '2026-04-03',
    });
    expect(importCommand(table, aapc, open)).toMatchObject({
      problem: { code: 'import-undecided' },
    });
    const asked = preview(table, undefined, { ...aapc, order: 'day-first' });
    expect(asked.rows.map(({ read }) => read?.completedOn)).toEqual(['2026-04-03', '2026-06-05']);
  });
});

test.each([
  ['bad-date', ['02/30/2026', 'A', '1']],
  ['date-no-year', ['Oct 3', 'A', '1']],
  ['import-no-date', ['', 'A', '1']],
  ['date-far-off', ['2090-01-01', 'A', '1']],
  ['import-no-title', ['2026-01-01', ' ', '1']],
  ['import-no-units', ['2026-01-01', 'A', '']],
  ['bad-units', ['2026-01-01', 'A', 'one']],
  ['bad-units', ['2026-01-01', 'A', '1.333']],
  ['text-too-long', ['2026-01-01', 'A'.repeat(301), '1']],
  ['import-too-many-cells', ['2026-01-01', 'A', '1', '', '', 'more']],
])('%s is said at the row', (code, cells) => {
  const { rows } = preview(tableOfRows([cells]));
  expect(rows[0]).toMatchObject({ state: 'wrong', isChosen: false, line: 2, problem: { code } });
  const problem = rows[0]?.problem;
  expect(problem && problemSentence(problem).happened).not.toMatch(/\{|unknown/);
});

test('what was earned before the credential is said at the row, not by a refusal of all', () => {
  const store = new MemoryStore();
  store.must({
    type: 'holding.add',
    credential: 'cic',
    earnedOn: '2026-06-01',
    note: '',
    cycle: null,
  });
  const table = tableOfRows([
    ['2026-05-01', 'Before', '1', '', ''],
    ['2026-07-01', 'After', '1', '', ''],
  ]);
  const { rows } = preview(table, store);
  expect(rows[0]?.problem?.code).toBe('claim-before-holding');
  run(table, store);
  expect(live(store.library.activities).map(({ title }) => title)).toEqual(['After']);
});

describe('duplicates', () => {
  const library = exampleLibrary({
    claims: [
      {
        body: 'aapc',
        units: 100,
        on: '2026-01-01',
        activity: { title: 'Known', indexNumber: 'X-1' },
      },
      { body: 'ahima', units: 200, on: '2026-02-02', activity: { title: 'Elsewhere' } },
    ],
  });
  const world = { library, today: '2026-11-22', reference: reference() };
  test.each([
    [
      'the body and index number',
      ['2026-03-03', 'Other', '2', 'x-1 ', ''],
      'library',
      'index',
      false,
    ],
    ['title, day and units', ['2026-01-01', 'known', '1', '', ''], 'library', 'title', false],
    [
      'an activity that another body has',
      ['2026-02-02', 'Elsewhere', '2', '', ''],
      'library',
      'title',
      true,
    ],
  ])('%s', (_, cells, of, by, lacksClaim) => {
    const [row] = previewImport(tableOfRows([cells]), aapc, world).rows;
    expect(row).toMatchObject({
      state: lacksClaim ? 'claim' : 'duplicate',
      isChosen: false,
      duplicate: { of, by, lacksClaim },
    });
  });

  test('within the table, and taken all the same when the user says so', () => {
    const table = tableOfRows([
      ['2026-03-03', 'A', '1', 'N-1', ''],
      ['2026-03-03', 'A', '1', 'N-1', ''],
      ['2026-04-04', 'B', '1', 'N-1', ''],
      ['2026-04-04', 'C', '1', '', ''],
    ]);
    const store = new MemoryStore();
    const first = preview(table, store);
    expect(first.rows.map(({ state }) => state)).toEqual([
      'ready',
      'duplicate',
      'duplicate',
      'ready',
    ]);
    expect(first.rows[1]?.duplicate).toMatchObject({ of: 'table', row: 0 });
    const all = previewImport(
      table,
      aapc,
      { ...world, library: store.library },
      new Map([[1, true]]),
    );
    const command = importCommand(table, aapc, all);
    store.must(command.ok ? command.value : { type: 'library.undo' });
    expect(live(store.library.activities)).toHaveLength(3);
  });
});

test('a row whose activity was mended since is known again, and nothing is said to be imported', () => {
  const table = tableOfRows([
    ['2026-02-02', 'Sepsis, a typpo', '2', '', ''],
    ['2026-03-03', 'Another', '1', '', ''],
  ]);
  const store = new MemoryStore();
  const command = importCommand(table, aapc, preview(table, store));
  if (!command.ok) throw new Error('no command');
  const did = (done = store.dispatch(command.value)) => (done.ok ? done.value.did : done.problem);
  expect(did()).toBe('Imported 2 activities');
  const [first] = command.value.rows;
  store.must({ type: 'activity.edit', id: first!.id, changes: { title: 'Sepsis, mended' } });
  const again = preview(table, store);
  expect(again.counts).toMatchObject({ ready: 0, duplicate: 2, chosen: 0 });
  expect(again.rows.map(({ duplicate }) => duplicate)).toMatchObject([
    { by: 'import', title: 'Sepsis, mended', isChanged: true },
    { by: 'import', title: 'Another', isChanged: false },
  ]);
  const every = new Map([...table.rows.keys()].map((at) => [at, true]));
  const world = { library: store.library, today: store.today, reference: reference() };
  const taken = previewImport(table, aapc, world, every);
  expect(importCommand(table, aapc, taken)).toMatchObject({ problem: { code: 'import-nothing' } });
  // Where the rows come all the same, only what is new is counted, also when it is taken back.
  store.must({ type: 'activity.delete', id: command.value.rows[1]!.id });
  expect(did()).toBe('Imported 1 activity');
  expect(did(store.dispatch({ type: 'library.undo' }))).toBe('Undone: Imported 1 activity');
});

test('a row claimed nowhere, whose hours are other than its units, is known unchanged', () => {
  const table = tableOfRows([['2026-02-02', 'A talk of an hour and a quarter', '1', '1.25', '']]);
  const columns = [...aapc.columns];
  columns[3] = 'hours';
  const nowhere = { ...aapc, body: null, columns };
  const store = new MemoryStore();
  run(table, store, nowhere);
  expect(live(store.library.activities)).toMatchObject([{ hours: 125 }]);
  expect(preview(table, store, nowhere).rows[0]?.duplicate).toMatchObject({
    ...{ by: 'import', isChanged: false },
  });
});

describe('an activity that is there without the claim', () => {
  const store = () => {
    const one = new MemoryStore();
    one.must({
      type: 'activity.log',
      ...{ title: 'Elsewhere', completedOn: '2026-02-02', hours: 200, sponsor: '' },
      ...{ indexNumber: '', note: 'Kept', cost: null },
      claims: [
        { body: 'ahima', units: 200, state: 'accepted', marks: {}, holdings: [], cycleId: null },
      ],
    });
    return one;
  };
  const table = tableOfRows([
    ['2026-02-02', 'Elsewhere', '2', '', ''],
    ['2026-02-02', 'elsewhere', '2', '', ''],
    ['2026-04-04', 'New', '1', '', ''],
  ]);
  const shown = ({ library }: MemoryStore) => ({
    activities: live(library.activities).map(({ title, note }) => `${title} ${note}`),
    claims: live(library.claims).map(({ body, units, state }) => `${body} ${units} ${state}`),
  });
  const take = (one: MemoryStore, choices: [number, boolean][]) => {
    const read = previewImport(
      table,
      aapc,
      { library: one.library, today: one.today, reference: reference() },
      new Map(choices),
    );
    const command = importCommand(table, aapc, read);
    if (command.ok) one.must(command.value);
    return { read, command };
  };

  test('it is proposed once, and nothing is added without a yes', () => {
    const one = store();
    const { read } = take(one, []);
    expect(read.rows.map(({ state }) => state)).toEqual(['claim', 'duplicate', 'ready']);
    expect(read.counts).toMatchObject({ claim: 1, duplicate: 1, ready: 1, chosen: 1 });
    expect(shown(one).claims).toEqual(['ahima 200 accepted', 'aapc 100 earned']);
  });

  test('with a yes the claim goes to the activity that is there, and one undo takes all back', () => {
    const one = store();
    const before = shown(one);
    take(one, [[0, true]]);
    expect(shown(one)).toEqual({
      activities: ['Elsewhere Kept', 'New '],
      claims: ['ahima 200 accepted', 'aapc 100 earned', 'aapc 200 earned'],
    });
    expect(one.lines.at(-1)?.command.type).toBe('activities.import');
    // Imported again, it is all there.
    expect(take(one, []).read.counts).toMatchObject({ claim: 0, duplicate: 3, ready: 0 });
    one.must({ type: 'library.undo' });
    expect(shown(one)).toEqual(before);
  });

  test('only a claim is an import too, and what was claimed meanwhile stays', () => {
    const one = store();
    const { command } = take(one, [
      [0, true],
      [2, false],
    ]);
    expect(shown(one).activities).toHaveLength(1);
    expect(shown(one).claims).toHaveLength(2);
    const [claim] = live(one.library.claims).filter(({ body }) => body === 'aapc');
    one.must({ type: 'claims.edit', ids: [claim?.id ?? ''], state: 'accepted' });
    if (command.ok) one.must(command.value);
    expect(shown(one).claims).toContain('aapc 200 accepted');
  });

  test('the day of the activity decides whether it can be claimed', () => {
    const one = store();
    one.must({
      type: 'holding.add',
      ...{ credential: 'cic', earnedOn: '2026-06-01', note: '', cycle: null },
    });
    const { read } = take(one, []);
    expect(read.rows[0]).toMatchObject({
      state: 'wrong',
      problem: { code: 'claim-before-holding' },
    });
  });
});

test('the mapping is remembered for the next table with these columns, and undone with its import', () => {
  const store = new MemoryStore();
  const table = tableOfRows([['03/04/2026', 'A', '1', '', '']]);
  const mapping: Mapping = { ...aapc, order: 'day-first', state: 'reported' };
  run(table, store, mapping);
  expect(firstMapping(table, store.library.importMappings, ['ahima'])).toEqual(mapping);
  expect(store.library.importMappings[mappingId(table)]?.name).toBe('list.csv');
  store.must({ type: 'library.undo' });
  expect(firstMapping(table, store.library.importMappings, ['ahima'])).not.toEqual(mapping);
});

test('a column that is still to be named is said', () => {
  const table = tableOfRows([['2026-01-01', 'A', '1', '', '']]);
  const mapping: Mapping = { ...aapc, columns: ['completedOn', null, null, null, null] };
  const command = importCommand(table, mapping, preview(table, undefined, mapping));
  expect(command).toMatchObject({
    problem: { code: 'import-unmapped', about: { fields: 'title and the units' } },
  });
});

test('5,000 rows of which 200 are bad: those are told by line, the others are one step', () => {
  const bad = [
    ['02/30/2026', 'No such day', '1'],
    ['2026-01-01', '', '1'],
    ['2026-01-01', 'No number', 'many'],
    ['2026-01-01', 'Nothing counted', ''],
  ];
  const rows = Array.from({ length: 5000 }, (_, n) =>
    n % 25 === 7
      ? (bad[Math.floor(n / 25) % 4] ?? [])
      : [
          `2026-${String(1 + (n % 11)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
          `Course ${n}`,
          '1.25',
          `I-${n}`,
          'Sponsor',
        ],
  );
  const table = tableOfRows(rows);
  const store = new MemoryStore();
  const { counts, units, rows: read } = preview(table, store);
  expect(counts).toEqual({
    ready: 4800,
    claim: 0,
    duplicate: 0,
    wrong: 200,
    undecided: 0,
    chosen: 4800,
  });
  expect(units).toBe(4800 * 125);
  const wrong = read.filter(({ state }) => state === 'wrong');
  expect(wrong.slice(0, 4).map(({ line, problem }) => `${line} ${problem?.code}`)).toEqual([
    '9 bad-date',
    '34 import-no-title',
    '59 bad-units',
    '84 import-no-units',
  ]);
  run(table, store);
  expect(live(store.library.claims)).toHaveLength(4800);
  expect(store.lines).toHaveLength(1);
  expect(preview(table, store).counts).toMatchObject({ ready: 0, duplicate: 4800 });
  store.must({ type: 'library.undo' });
  expect(live(store.library.activities)).toEqual([]);
  expect(live(store.library.claims)).toEqual([]);
});

test('a table without names is read as the last one only where that fits its cells', () => {
  const unnamed = (rows: string[][]): ImportTable => ({
    ...{ name: 'pasted', from: 'paste', encoding: null, separator: null, hasHeader: false },
    header: rows[0]!.map((_, at) => `Column ${at + 1}`),
    rows: rows.map((cells, at) => ({ line: at + 1, cells })),
  });
  const used: ImportMapping = {
    ...{ id: '', createdAt: '', updatedAt: '', name: 'pasted', header: [] },
    columns: ['completedOn', 'title', 'sponsor', 'units'],
    ...{ order: null, body: 'ahima', state: 'reported' },
  };
  const alike = unnamed([['2026-02-02', 'Sepsis', 'Lakeview (invented)', '2']]);
  const other = unnamed([['Sepsis queries in short', '2', 'Lakeview', '2026-02-02']]);
  const remembered = { [mappingId(alike)]: used };
  expect(mappingId(other)).toBe(mappingId(alike));
  expect(rememberedMapping(alike, remembered)).toBe(used);
  expect(rememberedMapping(other, remembered)).toBeNull();
  expect(firstMapping(other, remembered, ['aapc'])).toMatchObject({
    columns: ['title', 'units', null, 'completedOn'],
    ...{ body: 'aapc', state: 'earned' },
  });
});
