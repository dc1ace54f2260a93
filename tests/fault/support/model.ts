import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { LibraryStore } from '../../../electron/main/storage/types';
import type { Command } from '../../../src/core/library/commands';
import { logActivity, openStore, tempFolder } from './rig';

/** What a user, or fate, may do next; numbers choose among the records that are there. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('log'), text: fc.string({ maxLength: 20 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit'), at: fc.nat(), text: fc.string() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete'), at: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('save', 'crash', 'close', 'back up') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore'), at: fc.nat() }) },
) as fc.Arbitrary<{ do: string; at?: number; text?: string }>;

function commandOf(
  store: LibraryStore,
  { do: name, at = 0, text = '' }: { do: string; at?: number; text?: string },
): Command | null {
  const ids = Object.keys(store.library.activities);
  const id = ids[at % Math.max(ids.length, 1)] ?? 'none';
  if (name === 'log') {
    const claim = {
      body: 'ahima',
      units: 100,
      state: 'earned',
      marks: {},
      holdings: [],
      cycleId: null,
    };
    return logActivity(text || 'x', { claims: text.length % 2 ? [claim] : [] });
  }
  if (name === 'edit')
    return { type: 'activity.edit', id, changes: { title: text || 'y', note: text } };
  if (name === 'delete') return { type: 'activity.delete', id };
  if (name === 'undo') return { type: 'library.undo' };
  return name === 'redo' ? { type: 'library.redo' } : null;
}

/** All that a start must bring back as it was. */
const seen = (store: LibraryStore) => ({
  library: JSON.parse(JSON.stringify(store.library)) as unknown,
  ...{ revision: store.revision, undoable: store.undoable, redoable: store.redoable },
});

/** Whatever is done in whatever order, a library that is opened again is the one that was left. */
export async function checkModel(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const folder = tempFolder();
      let run = await openStore(folder);
      for (const next of steps) {
        const { store, clock, timers, program } = run;
        clock.advance(1000);
        const command = commandOf(store, next);
        const before = seen(store);
        if (command) {
          const answer = await store.dispatch(command);
          if (!answer.ok) expect(seen(store)).toEqual(before);
        } else if (next.do === 'save') timers.runDue();
        else if (next.do === 'back up') await store.backUp('asked');
        else if (next.do === 'restore') {
          const backups = await store.backups();
          const chosen = backups[(next.at ?? 0) % Math.max(backups.length, 1)];
          if (chosen) expect(await store.restore(chosen.name)).toMatchObject({ ok: true });
        } else {
          if (next.do === 'close') await store.close();
          program.kill();
          run = await openStore(folder, { clock, expectsLibrary: true });
          expect(seen(run.store)).toEqual(before);
        }
      }
      const last = seen(run.store);
      run.program.kill();
      const again = await openStore(folder, { clock: run.clock, expectsLibrary: true });
      expect(seen(again.store)).toEqual(last);
      again.program.kill();
    }),
    { numRuns },
  );
}
