import { checkRestored } from '../ceu/checks';
import { failed, ok, type Result } from '../result';
import type { Context, Done } from './apply';
import { collections } from './collections';
import type { OneOf } from './command';
import type { CommandOf, libraryCommands } from './commands';
import type { LibraryDraft } from './draft';
import type { Id, RecordBase } from './fields';
import type { Library } from './schema';

/** Carries a command about the settings or the trash out on the draft; undo and redo are not its matter. */
export function applyLibrary(
  draft: LibraryDraft,
  command: OneOf<typeof libraryCommands>,
  context: Context,
): Result<Done> {
  switch (command.type) {
    case 'settings.change':
      draft.editSettings((settings) => {
        for (const [key, value] of Object.entries(command.changes)) {
          if (value !== undefined) Object.assign(settings, { [key]: value });
        }
      });
      return ok({ id: null });
    case 'trash.restore':
      return restore(draft, command, context);
    case 'trash.purge':
      return purge(draft, command, context);
    case 'library.undo':
      return failed('nothing-to-undo');
    case 'library.redo':
      return failed('nothing-to-redo');
  }
}

/** What was deleted by one command carries one instant, so it comes back together. */
function restore(
  draft: LibraryDraft,
  { collection, id }: CommandOf<'trash.restore'>,
  context: Context,
): Result<Done> {
  const deletedAt = draft.get(collection, id)?.deletedAt;
  if (deletedAt === undefined) return failed('not-there', { what: 'record' });
  const wrong = checkRestored(draft.before, collection, id, context);
  if (wrong) return wrong;
  for (const name of collections) {
    for (const record of Object.values<RecordBase>(draft.before[name])) {
      const belongs = record.id === id || belongsTo(record, id);
      if (!belongs || record.deletedAt !== deletedAt) continue;
      draft.edit(name, record.id, (restored: RecordBase) => {
        delete restored.deletedAt;
        restored.updatedAt = context.now;
      });
    }
  }
  return ok({ id });
}

function belongsTo(record: object, owner: Id): boolean {
  const { activityId, cycleId, programId } = record as {
    activityId?: Id;
    cycleId?: Id | null;
    programId?: Id;
  };
  // A claim's cycleId is only a preference; an override's is its owner, and an override has no activity.
  return (
    activityId === owner || programId === owner || (activityId === undefined && cycleId === owner)
  );
}

/** A body whose cycles, claims or exams are still there: without it they could not be read. */
function isNamed({ bodies, holdings, cycles, claims, exams }: Library, id: Id): boolean {
  const own = bodies[id]?.credentials ?? {};
  return (
    Object.values(exams).some(({ credential }) => Object.hasOwn(own, credential)) ||
    [holdings, cycles, claims].some((records) =>
      Object.values<{ body: string }>(records).some(({ body }) => body === id),
    )
  );
}

function purge(
  draft: LibraryDraft,
  { before }: CommandOf<'trash.purge'>,
  { now }: Context,
): Result<Done> {
  for (const name of collections) {
    for (const { id, deletedAt } of Object.values<RecordBase>(draft.before[name])) {
      if (deletedAt === undefined || deletedAt >= before) continue;
      if (name === 'bodies' && isNamed(draft.before, id)) continue;
      draft.drop(name, id);
      draft.put('tombstones', { id, collection: name, purgedAt: now });
    }
  }
  return ok({ id: null });
}
