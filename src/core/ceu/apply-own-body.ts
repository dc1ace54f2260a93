import type { Context, Done } from '../library/apply';
import type { Command, CommandOf, CommandType } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import type { Id } from '../library/fields';
import { live } from '../library/live';
import { remove } from '../library/remove';
import { failed, ok, type Result } from '../result';

const types = ['body.add', 'body.edit', 'body.delete'] as const satisfies CommandType[];
export type OwnBodyCommand = CommandOf<(typeof types)[number]>;

export function isOwnBodyCommand(command: Command): command is OwnBodyCommand {
  return (types as readonly string[]).includes(command.type);
}

/** Carries a command about a body of the user's own out on the draft. */
export function applyOwnBody(
  draft: LibraryDraft,
  command: OwnBodyCommand,
  { now, newId }: Context,
): Result<Done> {
  switch (command.type) {
    case 'body.add': {
      const { type: _type, credentials: names, ...fields } = command;
      const name = fields.name.trim();
      if (name === '') return failed('name-empty', { what: 'body' });
      const id = newId();
      const credentials = named(names, {}, newId);
      draft.put('bodies', { id, createdAt: now, updatedAt: now, ...fields, name, credentials });
      return ok({ id });
    }
    case 'body.edit': {
      const { id, changes } = command;
      const there = draft.live('bodies', id);
      if (!there) return failed('not-there', { what: 'body' });
      const name = changes.name?.trim();
      if (name === '') return failed('name-empty', { what: 'body' });
      const { credentials: names, ...fields } = changes;
      const credentials = names && named(names, there.credentials, newId);
      draft.assign('bodies', id, { ...fields, name, credentials }, now);
      return ok({ id });
    }
    case 'body.delete': {
      const isUsed = live(draft.before.holdings).some(({ body }) => body === command.id);
      if (isUsed) return failed('body-in-use');
      return remove(draft, 'bodies', command.id, 'body', now);
    }
  }
}

/** Each name once, under the id it had. */
function named(
  names: readonly string[],
  before: Record<Id, string>,
  newId: () => Id,
): Record<Id, string> {
  const ids = new Map(Object.entries(before).map(([id, name]) => [name, id]));
  const wanted = new Set(names.map((name) => name.trim()).filter((name) => name !== ''));
  return Object.fromEntries([...wanted].map((name) => [ids.get(name) ?? newId(), name]));
}
