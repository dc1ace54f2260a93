import type { Context, Done } from '../library/apply';
import type { OneOf } from '../library/command';
import type { LibraryDraft } from '../library/draft';
import { remove } from '../library/remove';
import { failed, ok, type Result } from '../result';
import type { documentCommands } from './document-commands';

/** Carries a command about the user's own texts out on the draft. Their files are not its matter. */
export function applyDocument(
  draft: LibraryDraft,
  command: OneOf<typeof documentCommands>,
  { now }: Context,
): Result<Done> {
  switch (command.type) {
    case 'document.add': {
      const { type: _, ...fields } = command;
      // The same text said twice, such as after an answer that was lost.
      if (draft.live('documents', fields.id)) return ok({ id: fields.id });
      draft.put('documents', { createdAt: now, updatedAt: now, ...fields });
      return ok({ id: fields.id });
    }
    case 'document.reread': {
      const { id, title, sha256, bytes } = command;
      if (!draft.live('documents', id)) return failed('not-there', { what: 'document' });
      draft.assign('documents', id, { title, sha256, bytes }, now);
      return ok({ id });
    }
    case 'document.delete':
      return remove(draft, 'documents', command.id, 'document', now);
  }
}
