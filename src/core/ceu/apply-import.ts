import type { Context, Done } from '../library/apply';
import type { CommandOf } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import type { Id } from '../library/fields';
import type { HistoryEntry } from '../library/journal';
import { failed, ok, type Result } from '../result';
import { checkClaims, putClaims } from './apply-activity';
import { checkDay } from './checks';
import { claimId } from './claim-id';
import type { ClaimDraft } from './commands';

/**
 * Adds the rows that are not there yet. One that is there is left as it is, whatever was changed in it since; one
 * in the trash comes back, as the row says it. Claims are added to activities that lack them. All or nothing: a row that cannot be refuses the whole.
 */
export function applyImport(
  draft: LibraryDraft,
  { rows, claims: added = [], mapping }: CommandOf<'activities.import'>,
  context: Context,
): Result<Done> {
  const { now, today, reference } = context;
  if (rows.length + added.length === 0) return failed('import-nothing');
  const history: HistoryEntry[] = [];
  for (const { id, claims, ...fields } of rows) {
    if (draft.live('activities', id)) continue;
    const title = fields.title.trim();
    if (title === '') return failed('title-empty');
    const wrong =
      checkDay(fields.completedOn, today) ??
      checkClaims(draft.before, claims, fields.completedOn, reference);
    if (wrong) return wrong;
    const createdAt = draft.get('activities', id)?.createdAt ?? now;
    draft.put('activities', { id, createdAt, updatedAt: now, cost: null, ...fields, title });
    const put = putClaims(draft, id, [], claims, fields.completedOn, context);
    if (!put.ok) return put;
    for (const entry of put.value.history ?? []) history.push(entry);
  }
  for (const { activityId, ...claim } of added) {
    const put = addClaim(draft, activityId, claim, context);
    if (!put.ok) return put;
    for (const entry of put.value.history ?? []) history.push(entry);
  }
  if (mapping) remember(draft, mapping, now);
  return ok({ id: null, history });
}

function addClaim(
  draft: LibraryDraft,
  activityId: Id,
  claim: ClaimDraft,
  context: Context,
): Result<Done> {
  const activity = draft.live('activities', activityId);
  if (!activity) return failed('not-there', { what: 'activity' });
  const { completedOn } = activity;
  if (draft.live('claims', claimId(activityId, claim.body))) return ok({ id: activityId });
  const wrong = checkClaims(draft.before, [claim], completedOn, context.reference);
  return wrong ?? putClaims(draft, activityId, [], [claim], completedOn, context);
}

type Used = NonNullable<CommandOf<'activities.import'>['mapping']>;

function remember(draft: LibraryDraft, { id, ...mapping }: Used, now: string): void {
  if (draft.live('importMappings', id)) {
    draft.assign('importMappings', id, mapping, now);
    return;
  }
  const createdAt = draft.get('importMappings', id)?.createdAt ?? now;
  draft.put('importMappings', { id, createdAt, updatedAt: now, ...mapping });
}
