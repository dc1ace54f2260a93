import type { PreparationState } from '../code-sets/preparation-schema';
import { claimId } from '../ceu/claim-id';
import type { OccurrenceState } from '../deadlines/schema';
import type { Command } from './commands';
import type { Records } from './draft';
import type { Id } from './fields';
import {
  bodyOfCycle,
  calledBody,
  calledCredential,
  credentialName,
  datedName,
  frontOf,
  inShort,
  nameOf,
  quoteOf,
  settingKeys,
  settingNames,
  titleOf,
} from './record-names';
import type { Settings } from './schema';

const markWords: Record<OccurrenceState, string> = {
  seen: 'Seen',
  'put-off': 'Put off',
  done: 'Done',
  'not-relevant': 'Not relevant',
};
const preparationWords: Record<PreparationState, string> = {
  open: 'Opened a task of the preparation again',
  done: 'Done: a task of the preparation',
  'not-relevant': 'Not relevant: a task of the preparation',
};

function counted(ids: readonly Id[], one: string, many: string): string {
  const { size } = new Set(ids);
  return `${size} ${size === 1 ? one : many}`;
}

/** Whether the change brought a record or took it away. */
function isTurned(records: Records, collection: 'activities' | 'claims', id: Id): boolean {
  const isThere = (record?: { deletedAt?: string | undefined }) =>
    record !== undefined && record.deletedAt === undefined;
  return isThere(records.before[collection][id]) !== isThere(records.get(collection, id));
}

/** What a command did, in a phrase that can follow “Undone:”. Looked up after the change was made. */
export function phrase(records: Records, command: Command): string {
  switch (command.type) {
    case 'holding.add':
      return `Added ${command.name || calledCredential(records, command.credential)}`;
    case 'holding.edit':
      return `Changed ${credentialName(records, command.id)}`;
    case 'holding.delete':
      return `Deleted ${credentialName(records, command.id)}`;
    case 'cycle.add':
      return `Added a ${calledBody(records, command.body)} cycle`;
    case 'cycle.edit':
      return `Changed the ${bodyOfCycle(records, command.id)} cycle`;
    case 'cycle.delete':
      return `Deleted the ${bodyOfCycle(records, command.id)} cycle`;
    case 'cycle.close':
      return `Closed the ${bodyOfCycle(records, command.id)} cycle`;
    case 'cycle.reopen':
      return `Opened the ${bodyOfCycle(records, command.id)} cycle again`;
    case 'override.set':
      return 'Adjusted a requirement';
    case 'override.choose':
      return `Decided that a rule ${command.applies ? 'applies' : 'does not apply'}`;
    case 'override.clear':
      return 'Went back to the standard requirement';
    case 'activities.import': {
      const many = (count: number, one: string, several: string) =>
        `${count.toLocaleString('en-US')} ${count === 1 ? one : several}`;
      // What was there already is left as it is: counted is what came, or went with an undo.
      const rows = command.rows.filter(({ id }) => isTurned(records, 'activities', id)).length;
      const claims = (command.claims ?? []).filter(({ activityId, body }) =>
        isTurned(records, 'claims', claimId(activityId, body)),
      ).length;
      const imported = `Imported ${many(rows, 'activity', 'activities')}`;
      if (claims === 0) return imported;
      const added = many(claims, 'claim', 'claims');
      return rows === 0 ? `Added ${added} by import` : `${imported}, added ${added}`;
    }
    case 'activity.log':
      return `Logged ${command.title.trim()}`;
    case 'activity.edit':
      return `Changed ${titleOf(records, command.id)}`;
    case 'activity.add-to-note':
      return `Added words to the note of “${titleOf(records, command.id)}”`;
    case 'activity.delete':
      return `Deleted ${titleOf(records, command.id)}`;
    case 'activities.edit':
      return `Changed ${counted(command.ids, 'activity', 'activities')}`;
    case 'activities.delete':
      return `Deleted ${counted(command.ids, 'activity', 'activities')}`;
    case 'claims.edit': {
      const claims = counted(command.ids, 'claim', 'claims');
      if (command.state) return `Marked ${claims} as ${command.state}`;
      return command.holdings ? `Chose a credential for ${claims}` : `Answered for ${claims}`;
    }
    case 'claim.report': {
      const activity = records.get('claims', command.id)?.activityId;
      return `Reported ${activity ? titleOf(records, activity) : 'a claim'}`;
    }
    case 'evidence.attach':
      return `Attached ${command.name}`;
    case 'evidence.detach':
      return `Removed ${records.get('evidence', command.id)?.name ?? 'a certificate'}`;
    case 'settings.change':
      return changedSettings(command.changes);
    case 'occurrence.mark':
      return `${markWords[command.state]}: ${datedName(records, command.deadline, command.due)}`;
    case 'occurrence.clear':
      return 'Brought a reminder back';
    case 'deadline.add':
      return `Added ${command.title.trim()}`;
    case 'deadline.edit':
      return `Changed ${nameOf(records, ['deadlines', command.id])}`;
    case 'deadline.delete':
      return `Deleted ${nameOf(records, ['deadlines', command.id])}`;
    case 'adjustment.move':
      return `Recorded the day: ${datedName(records, command.deadline, command.standard)}`;
    case 'adjustment.clear':
      return 'Went back to the date as it is reckoned';
    case 'adjustment.remind':
      return 'Changed the reminders of a date';
    case 'exam.add':
      return `Added the ${calledCredential(records, command.credential)} exam`;
    case 'exam.edit':
      return `Changed ${nameOf(records, ['exams', command.id])}`;
    case 'exam.delete':
      return `Deleted ${nameOf(records, ['exams', command.id])}`;
    case 'preparation.add':
      return `Added ${command.title.trim()}`;
    case 'preparation.answer':
      return preparationWords[command.state];
    case 'preparation.edit':
      return `Changed ${nameOf(records, ['preparations', command.id])}`;
    case 'preparation.delete':
      return `Deleted ${nameOf(records, ['preparations', command.id])}`;
    case 'body.add':
      return `Added ${command.name.trim()}`;
    case 'body.edit':
      return `Changed ${nameOf(records, ['bodies', command.id])}`;
    case 'body.delete':
      return `Deleted ${nameOf(records, ['bodies', command.id])}`;
    case 'program.add':
      return `Added ${command.name.trim()}`;
    case 'program.edit':
      return `Changed ${nameOf(records, ['programs', command.id])}`;
    case 'program.delete':
      return `Deleted ${nameOf(records, ['programs', command.id])}`;
    case 'fact.set':
      return `Noted a fact of ${nameOf(records, ['programs', command.programId])}`;
    case 'fact.clear':
      return 'Removed a fact';
    case 'highlight.add':
      return `Highlighted ${inShort(command.anchor.quote)}`;
    case 'highlight.edit':
      return `Changed the highlight of ${quoteOf(records, command.id)}`;
    case 'highlight.delete':
      return `Deleted the highlight of ${quoteOf(records, command.id)}`;
    case 'bookmark.add':
      return `Bookmarked “${command.title}”`;
    case 'bookmark.delete':
      return `Deleted ${nameOf(records, ['bookmarks', command.id])}`;
    case 'card.add':
      return `Made the card ${inShort(command.front)}`;
    case 'card.edit':
      return `Changed the card ${frontOf(records, command.id)}`;
    case 'card.delete':
      return `Deleted the card ${frontOf(records, command.id)}`;
    case 'document.add':
      return `Added “${command.title}”`;
    case 'document.reread':
      return `Read “${command.title}” again`;
    case 'document.delete':
      return `Deleted ${nameOf(records, ['documents', command.id])}`;
    case 'notes.import':
      return 'Imported notes';
    case 'trash.restore':
      return `Restored ${nameOf(records, [command.collection, command.id])}`;
    case 'trash.purge':
      return 'Emptied the trash of what was deleted long ago';
    case 'library.undo':
      return 'Undo';
    case 'library.redo':
      return 'Redo';
    default:
      // A line that an earlier version wrote can hold a command that this one no longer has.
      return 'A change';
  }
}

function changedSettings(changes: Partial<Record<keyof Settings, unknown>>): string {
  if (changes.isWelcomed === true) return 'Finished the first start';
  const [first, ...others] = settingKeys.filter((key) => changes[key] !== undefined);
  return `Changed ${first && others.length === 0 ? settingNames[first] : 'the settings'}`;
}
