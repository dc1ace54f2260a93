import type { Context, Done } from '../library/apply';
import type { OneOf } from '../library/command';
import type { LibraryDraft } from '../library/draft';
import { remove } from '../library/remove';
import { tidyTags } from '../notes/tags';
import { failed, ok, type Result } from '../result';
import type { cardCommands } from './commands';

/** Carries a command about cards out on the draft; `card-empty` where the question has no words. */
export function applyCard(
  draft: LibraryDraft,
  command: OneOf<typeof cardCommands>,
  { now, newId }: Context,
): Result<Done> {
  switch (command.type) {
    case 'card.add': {
      const { back, source } = command;
      const front = command.front.trim();
      if (front === '') return failed('card-empty');
      const id = newId();
      const tags = tidyTags(command.tags);
      draft.put('cards', { id, createdAt: now, updatedAt: now, front, back, tags, source });
      return ok({ id });
    }
    case 'card.edit': {
      const { id, changes } = command;
      if (!draft.live('cards', id)) return failed('not-there', { what: 'card' });
      const front = changes.front?.trim();
      if (front === '') return failed('card-empty');
      const tags = changes.tags && tidyTags(changes.tags);
      draft.assign('cards', id, { ...changes, front, tags }, now);
      return ok({ id });
    }
    case 'card.delete':
      return remove(draft, 'cards', command.id, 'card', now);
  }
}
