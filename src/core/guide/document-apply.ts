import type { Context, Done } from '../library/apply';
import type { Command, CommandOf, CommandType } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import { remove } from '../library/remove';
import { failed, ok, type Result } from '../result';

const types = [
  'document.add',
  'document.reread',
  'document.delete',
] as const satisfies CommandType[];
export type DocumentCommand = CommandOf<(typeof types)[number]>;

export function isDocumentCommand(command: Command): command is DocumentCommand {
  return (types as readonly string[]).includes(command.type);
}

/** Carries a command about the user's own texts out on the draft. Their files are not its matter. */
export function applyDocument(
  draft: LibraryDraft,
  command: DocumentCommand,
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
