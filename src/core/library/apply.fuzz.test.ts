import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aimed, commands } from './commands.testing';
import { parseLibrary } from './migrations';
import { parseCommand } from './parse-command';
import type { RecordBase } from './fields';
import { collections, live, type Library } from './schema';
import { MemoryStore, onDisk } from './store.testing';
import { applyPatchesInPlace, applyPatchesTo } from './patches';

function isTwice<T>(records: T[], key: (record: T) => string): boolean {
  return new Set(records.map(key)).size !== records.length;
}

/** What no command may break, whatever came before it. */
function brokenRules(library: Library): string[] {
  const broken: string[] = [];
  const activities = new Set(live(library.activities).map(({ id }) => id));
  const cycles = live(library.cycles);
  const claims = live(library.claims);
  const held = live(library.holdings).filter(({ endedOn }) => endedOn === null);
  if (isTwice(held, ({ credential }) => credential)) broken.push('held twice');
  for (const { units, applies } of live(library.overrides)) {
    if ((units === null) === (applies === null)) broken.push('a figure and a choice, or neither');
  }
  if (isTwice(claims, ({ activityId, body }) => `${activityId} ${body}`))
    broken.push('claimed twice');
  if (isTwice(live(library.overrides), ({ cycleId, rule }) => `${cycleId} ${rule}`)) {
    broken.push('two overrides of a rule');
  }
  for (const { activityId } of [...claims, ...live(library.evidence)]) {
    if (!activities.has(activityId)) broken.push('belongs to an activity that is gone');
  }
  const programs = new Set(live(library.programs).map(({ id }) => id));
  for (const { programId } of live(library.facts)) {
    if (!programs.has(programId)) broken.push('belongs to a program that is gone');
  }
  for (const { cycleId } of live(library.overrides)) {
    if (!cycles.some(({ id }) => id === cycleId)) broken.push('belongs to a cycle that is gone');
  }
  for (const { id } of collections.flatMap((name) => live<RecordBase>(library[name]))) {
    if (library.tombstones[id]) broken.push('there and gone');
  }
  for (const one of cycles) {
    if (one.end <= one.start) broken.push('a cycle backwards');
    for (const other of cycles) {
      const isOther = one.id < other.id && one.body === other.body;
      if (isOther && one.start <= other.end && other.start <= one.end) broken.push('overlap');
    }
  }
  return broken;
}

test(
  'whatever is commanded: an answer, a library that fits its schema, patches that say all of it',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(fc.array(commands(), { maxLength: 60, size: 'max' }), (list) => {
        const store = new MemoryStore();
        for (const raw of list) {
          const command = parseCommand(aimed(raw, store.library));
          if (!command.ok) continue;
          const before = store.library;
          const done = store.dispatch(command.value);
          if (!done.ok) {
            expect(store.library).toBe(before);
            continue;
          }
          const { library, patches, inverse, did } = done.value;
          expect(did).not.toBe('');
          expect(applyPatchesTo(before, onDisk(patches))).toStrictEqual(library);
          expect(applyPatchesTo(library, onDisk(inverse))).toStrictEqual(before);
          const inPlace = structuredClone(before);
          applyPatchesInPlace(inPlace, onDisk(patches));
          expect(inPlace).toStrictEqual(library);
          expect(onDisk(library)).toStrictEqual(library);
          expect(parseLibrary(library)).toStrictEqual(library);
          expect(brokenRules(library)).toEqual([]);
        }
      }),
      { numRuns: 80 },
    );
  },
);

test('whatever comes in, parsing answers and never throws', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (raw) => {
      const parsed = parseCommand(raw);
      expect(parsed.ok).toBe(false);
    }),
  );
  fc.assert(
    fc.property(
      commands(),
      fc.string(),
      fc.anything({ withBigInt: true }),
      (command, key, value) => {
        const field = Object.keys(command).includes(key)
          ? key
          : (Object.keys(command).at(-1) ?? '');
        parseCommand({ ...command, [field]: value });
      },
    ),
  );
});
