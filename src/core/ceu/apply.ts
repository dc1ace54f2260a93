import type { Context, Done } from '../library/apply';
import { isOneOf, type OneOf } from '../library/command';
import type { LibraryDraft } from '../library/draft';
import type { Result } from '../result';
import { applyActivity } from './apply-activity';
import { applyCredential } from './apply-credential';
import { applyImport } from './apply-import';
import { applyMany } from './apply-many';
import { activityCommands, manyCommands, type ceuCommands } from './commands';

/** Carries a command of the CEU subject out on the draft, or says why it cannot be. */
export function applyCeu(
  draft: LibraryDraft,
  command: OneOf<typeof ceuCommands>,
  context: Context,
): Result<Done> {
  if (isOneOf(activityCommands, command)) return applyActivity(draft, command, context);
  if (isOneOf(manyCommands, command)) return applyMany(draft, command, context);
  if (command.type === 'activities.import') return applyImport(draft, command, context);
  return applyCredential(draft, command, context);
}
