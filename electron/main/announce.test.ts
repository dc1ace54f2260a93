import { expect, test } from 'vitest';
import type { Patch } from '../../src/core/library/journal';
import { announce } from './announce';

const change = (patches: Patch[]) => ({
  revision: 7,
  patches,
  did: 'Imported rows',
  undoable: true,
  redoable: false,
});
const patch = (collection: string, id: number): Patch => ({
  op: 'add',
  path: [collection, `${id}`],
  value: {},
});

test('500 patches are sent as they are', () => {
  const patches = Array.from({ length: 500 }, (_, at) => patch('claims', at));
  expect(announce(change(patches))).toEqual({
    kind: 'changed',
    revision: 7,
    patches,
    did: 'Imported rows',
    undoable: true,
  });
});

test('more than that name the subjects to read again', () => {
  const patches = Array.from({ length: 501 }, (_, at) =>
    patch(at % 2 ? 'claims' : at % 4 ? 'activities' : 'tombstones', at),
  );
  expect(announce(change(patches))).toEqual({
    kind: 'reload',
    revision: 7,
    subjects: ['activities', 'claims'],
  });
});
