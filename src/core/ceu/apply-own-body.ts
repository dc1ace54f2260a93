import type { Context, Done } from '../library/apply';
import type { OneOf } from '../library/command';
import type { LibraryDraft } from '../library/draft';
import type { Id } from '../library/fields';
import { live } from '../library/live';
import { remove } from '../library/remove';
import { failed, ok, type Result } from '../result';
import type { ownBodyCommands } from './own-body-commands';

/**
 * Carries a command about a body of the user's own out on the draft; `name-empty` without a name or a credential,
 * `body-in-use` where a credential that is held would go with it.
 */
export function applyOwnBody(
  draft: LibraryDraft,
  command: OneOf<typeof ownBodyCommands>,
  { now, newId }: Context,
): Result<Done> {
  switch (command.type) {
    case 'body.add': {
      const { type: _type, credentials: names, ...fields } = command;
      const name = fields.name.trim();
      if (name === '') return failed('name-empty', { what: 'body' });
      const id = newId();
      const wanted = names.map((one) => ({ id: null, name: one }));
      const credentials = credentialsOf(wanted, {}, newId);
      if (isEmpty(credentials)) return failed('name-empty', { what: 'credential' });
      draft.put('bodies', { id, createdAt: now, updatedAt: now, ...fields, name, credentials });
      return ok({ id });
    }
    case 'body.edit': {
      const { id, changes } = command;
      const there = draft.live('bodies', id);
      if (!there) return failed('not-there', { what: 'body' });
      const name = changes.name?.trim();
      if (name === '') return failed('name-empty', { what: 'body' });
      const { credentials: wanted, ...fields } = changes;
      const credentials = wanted && credentialsOf(wanted, there.credentials, newId);
      if (credentials && isEmpty(credentials)) {
        return failed('name-empty', { what: 'credential' });
      }
      const goes = heldOf(draft, id).find(
        (credential) => credentials && !Object.hasOwn(credentials, credential),
      );
      if (goes !== undefined) return failed('body-in-use');
      draft.assign('bodies', id, { ...fields, name, credentials }, now);
      return ok({ id });
    }
    case 'body.delete':
      if (heldOf(draft, command.id).length > 0) return failed('body-in-use');
      return remove(draft, 'bodies', command.id, 'body', now);
  }
}

/** Credentials of the body that are entered, also those that were given up: their ledger stays; and of exams. */
function heldOf({ before }: LibraryDraft, id: Id): string[] {
  const own = before.bodies[id]?.credentials ?? {};
  return [
    ...live(before.holdings).filter(({ body }) => body === id),
    ...live(before.exams).filter(({ credential }) => Object.hasOwn(own, credential)),
  ].map(({ credential }) => credential);
}

type Names = Record<Id, string>;

/** Each name once; one that was there keeps its id, also under another name. */
function credentialsOf(
  wanted: readonly { id: Id | null; name: string }[],
  before: Names,
  newId: () => Id,
): Names {
  const credentials: Names = {};
  for (const { id, name: typed } of wanted) {
    const name = typed.trim();
    if (name === '' || Object.values(credentials).includes(name)) continue;
    const isThere = id !== null && Object.hasOwn(before, id) && !Object.hasOwn(credentials, id);
    credentials[isThere ? id : newId()] = name;
  }
  return credentials;
}

function isEmpty(credentials: Names): boolean {
  return Object.keys(credentials).length === 0;
}
