import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Library } from '../../library/schema';
import { live } from '../../library/schema';
import { MemoryStore } from '../../library/store.testing';
import { reference } from '../../reference';
import { formatUnits } from '../../units';
import { importCommand, previewImport } from './preview';
import type { Mapping } from './schema';
import type { ImportTable } from './table';

const mapping: Mapping = {
  columns: ['completedOn', 'title', 'units', 'indexNumber', 'body'],
  order: 'month-first',
  body: null,
  state: 'earned',
};

// Few of each, so that rows repeat each other in part and in whole.
const row = fc
  .record({
    day: fc.constantFrom('2026-03-04', '05/06/2026', '13/02/2026', '02/30/2026', '2027-05-05'),
    title: fc.constantFrom('Sepsis', 'sepsis ', 'Malnutrition', ''),
    units: fc.oneof(fc.integer({ min: 0, max: 500 }).map(formatUnits), fc.constant('x')),
    indexNumber: fc.constantFrom('', '', 'A-1', 'B-2'),
    body: fc.constantFrom('', 'ahima', 'AAPC', 'nobody'),
  })
  .map(({ day, title, units, indexNumber, body }) => [day, title, units, indexNumber, body]);
const rows = fc.array(row, { maxLength: 30 });

function tableOf(list: readonly (readonly string[])[]): ImportTable {
  return {
    name: 'list.csv',
    from: 'csv',
    header: ['Date', 'Title', 'CEUs', 'Index', 'Body'],
    hasHeader: true,
    rows: list.map((cells, index) => ({ line: index + 2, cells })),
    encoding: 'utf-8',
    separator: ',',
  };
}

function previewed(table: ImportTable, store: MemoryStore, takesAll = false) {
  const world = { library: store.library, today: store.today, reference: reference() };
  const choices = new Map(takesAll ? table.rows.map((_, at) => [at, true]) : []);
  return previewImport(table, mapping, world, choices);
}

/** Imports what is chosen, duplicates too where all is taken; whether there was anything. */
function run(table: ImportTable, store: MemoryStore, takesAll = false): boolean {
  const command = importCommand(table, mapping, previewed(table, store, takesAll));
  if (command.ok) store.must(command.value);
  else expect(command.problem.code).toBe('import-nothing');
  return command.ok;
}

/** What counts, without the times of the records. */
function shown({ activities, claims }: Library) {
  const plain = (records: Record<string, object>) =>
    live(records as Library['claims'])
      .map(({ createdAt: _, updatedAt: __, ...fields }) => JSON.stringify(fields))
      .sort();
  return [plain(activities), plain(claims)];
}

const unitsOf = (library: Library) =>
  live(library.claims).reduce((sum, { units }) => sum + units, 0);

test('imported twice is imported once, also where every row is taken on purpose', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (list, takesAll) => {
      const store = new MemoryStore();
      run(tableOf(list), store, takesAll);
      const once = shown(store.library);
      run(tableOf(list), store, takesAll);
      expect(shown(store.library)).toEqual(once);
    }),
  );
});

test('imported, edited by hand and imported again: nothing is new, nothing is written, edits stay', () => {
  const edit = fc.record({
    nth: fc.nat({ max: 9 }),
    title: fc.constantFrom('Mended', 'Sepsis', 'Malnutrition'),
    completedOn: fc.constantFrom('2026-03-04', '2026-07-07'),
    isDeleted: fc.boolean(),
  });
  fc.assert(
    fc.property(rows, fc.array(edit, { maxLength: 6 }), (list, edits) => {
      const store = new MemoryStore();
      run(tableOf(list), store, true);
      const imported = new Set(Object.keys(store.library.activities));
      for (const { nth, isDeleted, ...changes } of edits) {
        const ids = live(store.library.activities).map(({ id }) => id);
        const id = ids[nth % Math.max(1, ids.length)];
        if (id === undefined) continue;
        if (isDeleted) store.must({ type: 'activity.delete', id });
        else store.dispatch({ type: 'activity.edit', id, changes });
      }
      const before = shown(store.library);
      const wasThere = new Set(live(store.library.activities).map(({ id }) => id));
      const again = previewed(tableOf(list), store, true);
      for (const { id, state, isChosen, duplicate } of again.rows) {
        if (id === null || !wasThere.has(id)) continue;
        expect(duplicate).toMatchObject({ of: 'library', by: 'import', activityId: id });
        expect(['duplicate', 'claim']).toContain(state);
        if (state === 'duplicate') expect(isChosen).toBe(false);
      }
      // What was deleted comes back when it is taken; the others stay as they were.
      run(tableOf(list), store, false);
      expect(imported).toEqual(new Set(Object.keys(store.library.activities)));
      const after = new Set(shown(store.library).flat());
      for (const record of before.flat()) expect(after).toContain(record);
    }),
  );
});

test('the order of the rows does not matter', () => {
  const shuffled = rows.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      const [one, two] = [new MemoryStore(), new MemoryStore()];
      run(tableOf(list), one, true);
      run(tableOf(other), two, true);
      expect(shown(two.library)).toEqual(shown(one.library));
    }),
  );
});

test('no unit is lost or made: what the preview says is what the library holds', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (list, takesAll) => {
      const store = new MemoryStore();
      const preview = previewed(tableOf(list), store, takesAll);
      const chosen = preview.rows.filter(({ isChosen }) => isChosen);
      const claimed = chosen.reduce(
        (sum, { read }) => sum + (read && read.body !== null ? read.units : 0),
        0,
      );
      run(tableOf(list), store, takesAll);
      expect(unitsOf(store.library)).toBe(claimed);
      expect(preview.rows).toHaveLength(list.length);
    }),
  );
});

test('undo takes all of it back, redo and a second import bring the same again', () => {
  fc.assert(
    fc.property(rows, rows, (before, list) => {
      const store = new MemoryStore();
      run(tableOf(before), store);
      const was = shown(store.library);
      if (!run(tableOf(list), store)) return;
      const then = shown(store.library);
      const isChanged = JSON.stringify(was) !== JSON.stringify(then);
      if (!isChanged) return;
      store.must({ type: 'library.undo' });
      expect(shown(store.library)).toEqual(was);
      store.must({ type: 'library.redo' });
      expect(shown(store.library)).toEqual(then);
      store.must({ type: 'library.undo' });
      run(tableOf(list), store);
      expect(shown(store.library)).toEqual(then);
    }),
  );
});

test('claims go to what is there: taken twice is taken once, and no activity is made of them', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const store = new MemoryStore();
      run(
        tableOf(list.map(([day = '', title = '', units = '']) => [day, title, units, '', ''])),
        store,
        // A row that repeats another is there as well: taken only later, it would be an activity of its own.
        true,
      );
      const activities = live(store.library.activities).length;
      const claimed = tableOf(list.map((cells) => cells.with(3, '').with(4, 'ahima')));
      run(claimed, store, true);
      expect(live(store.library.activities)).toHaveLength(activities);
      const once = shown(store.library);
      run(claimed, store, true);
      expect(shown(store.library)).toEqual(once);
    }),
  );
});
