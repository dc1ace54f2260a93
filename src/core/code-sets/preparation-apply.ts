import type { Context, Done } from '../library/apply';
import type { OneOf } from '../library/command';
import type { LibraryDraft } from '../library/draft';
import type { Day, Id } from '../library/fields';
import { remove } from '../library/remove';
import { failed, ok, type Result } from '../result';
import type { preparationCommands } from './preparation-commands';
import type { PreparationState } from './preparation-schema';

/** The id of the record of a task of the plan's own. */
export function preparationId(release: string, task: string): Id {
  return `preparation:${release}:${task}`;
}

/** Carries a command about the preparation for a code-set date out on the draft; `name-empty` without a title. */
export function applyPreparation(
  draft: LibraryDraft,
  command: OneOf<typeof preparationCommands>,
  { now, today, newId }: Context,
): Result<Done> {
  switch (command.type) {
    case 'preparation.add': {
      const title = command.title.trim();
      if (title === '') return failed('name-empty', { what: 'task' });
      const id = newId();
      const fields = { release: command.release, task: null, title };
      draft.put('preparations', {
        ...{ id, createdAt: now, updatedAt: now, ...fields },
        ...answered('open', today),
      });
      return ok({ id });
    }
    case 'preparation.answer': {
      const { release, task, state } = command;
      const id = preparationId(release, task);
      const createdAt = draft.get('preparations', id)?.createdAt ?? now;
      draft.put('preparations', {
        ...{ id, createdAt, updatedAt: now, release, task, title: '' },
        ...answered(state, today),
      });
      return ok({ id });
    }
    case 'preparation.edit': {
      const { id, changes } = command;
      const there = draft.live('preparations', id);
      if (!there) return failed('not-there', { what: 'task' });
      const title = changes.title?.trim();
      if (title === '' && there.task === null) return failed('name-empty', { what: 'task' });
      const state = changes.state && answered(changes.state, today);
      draft.assign('preparations', id, { title, ...state }, now);
      return ok({ id });
    }
    case 'preparation.delete':
      return remove(draft, 'preparations', command.id, 'task', now);
  }
}

function answered(state: PreparationState, today: Day) {
  return { state, doneOn: state === 'done' ? today : null };
}
