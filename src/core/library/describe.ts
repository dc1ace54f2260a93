import type { PreparationState } from '../code-sets/preparation-schema';
import { claimId } from '../ceu/claim-id';
import { codeSetDatesBetween } from '../deadlines/code-set-year';
import { readDeadlineId } from '../deadlines/ids';
import type { OccurrenceState } from '../deadlines/schema';
import { bodyOf, credentialOf } from '../reference';
import { referenceOf } from '../reference/own-bodies';
import type { Command } from './commands';
import type { Records } from './draft';
import type { Day, Id } from './fields';
import type { Patch } from './journal';
import type { Settings } from './schema';

/** A setting in a sentence: “Changed the theme”. */
const settingNames: Record<keyof Settings, string> = {
  theme: 'the theme',
  isWelcomed: 'the first start',
  isToldWhenClosed: 'the reminders',
  usesCpt: 'whether outpatient dates are shown',
  sponsorAnswers: 'what a sponsor counts as',
  unitRounding: 'how hours become units',
  reminders: 'when reminders come',
};
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
const settingKeys = Object.keys(settingNames) as (keyof Settings)[];

function titleOf(records: Records, id: Id): string {
  return records.get('activities', id)?.title ?? 'an activity';
}

function counted(ids: readonly Id[], one: string, many: string): string {
  const { size } = new Set(ids);
  return `${size} ${size === 1 ? one : many}`;
}

function credentialName(records: Records, id: Id): string {
  const held = records.get('holdings', id);
  if (held === undefined) return 'a credential';
  return held.name === '' ? calledCredential(records, held.credential) : held.name;
}

/** The name of a credential or a body; what no longer has one is told by its kind. */
function calledCredential(records: Records, credential: string): string {
  const known = credentialOf(credential, referenceOf(records.before));
  return known?.name ?? (isShort(credential) ? credential.toUpperCase() : 'a credential');
}

function calledBody(records: Records, body: string): string {
  const known = bodyOf(body, referenceOf(records.before));
  return known?.name ?? (isShort(body) ? body.toUpperCase() : 'body’s');
}

/** Whether the change brought a record or took it away. */
function isTurned(records: Records, collection: 'activities' | 'claims', id: Id): boolean {
  const isThere = (record?: { deletedAt?: string | undefined }) =>
    record !== undefined && record.deletedAt === undefined;
  return isThere(records.before[collection][id]) !== isThere(records.get(collection, id));
}

/** Ids of the program's own data are short words; those of the user's are not for reading. */
function isShort(id: string): boolean {
  return id.length <= 12;
}

/** What a reminder is of, told from the id of its deadline: see `deadlinesOf`. */
function datedName(records: Records, deadline: string, due: Day): string {
  const what = readDeadlineId(deadline);
  switch (what?.of) {
    case undefined:
      return 'a date';
    case 'own':
      return records.get('deadlines', what.date)?.title ?? 'a date';
    case 'cycle-end':
      return `${bodyOfCycle(records, what.cycle)} cycle end`.trim();
    case 'window-opens':
      return `${bodyOfCycle(records, what.cycle)} submission`.trim();
    case 'dues': {
      const { body, year } = what;
      return `${records.get('bodies', body)?.name ?? body.toUpperCase()} dues for ${year}`;
    }
    case 'late':
      return `what follows the ${bodyOfCycle(records, what.cycle)} cycle end`;
    case 'program': {
      const fact = records.get('facts', what.fact);
      const name = referenceOf(records.before).programFacts.find(
        (one) => one.id === fact?.fact,
      )?.name;
      return `${name ?? 'a date'}, ${nameOf(records, ['programs', fact?.programId ?? ''])}`;
    }
    case 'exam':
      return `a date of ${nameOf(records, ['exams', what.exam])}`;
    case 'code-set': {
      const id = what.date;
      // Its year stands in its id: the user may have confirmed another day than the one that is reckoned.
      const year = /:(\d{4})$/.exec(id)?.[1] ?? due.slice(0, 4);
      const whole = [`${year}-01-01`, `${year}-12-31`] as const;
      const dates = codeSetDatesBetween(...whole, true, referenceOf(records.before));
      return dates.find((date) => date.id === id)?.title ?? 'a date of the code sets';
    }
  }
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
  }
}

function changedSettings(changes: Partial<Record<keyof Settings, unknown>>): string {
  if (changes.isWelcomed === true) return 'Finished the first start';
  const [first, ...others] = settingKeys.filter((key) => changes[key] !== undefined);
  return `Changed ${first && others.length === 0 ? settingNames[first] : 'the settings'}`;
}

/** The first words of a passage, cut where a word ends. */
function inShort(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  if (line.length <= 48) return `“${line}”`;
  return `“${line.slice(0, 48).replace(/ [^ ]*$/, '')} …”`;
}

function quoteOf(records: Records, id: Id): string {
  const quote = records.get('highlights', id)?.anchor.quote;
  return quote === undefined ? 'a passage' : inShort(quote);
}

function frontOf(records: Records, id: Id): string {
  const front = records.get('cards', id)?.front;
  return front === undefined ? '' : inShort(front);
}

function bodyOfCycle(records: Records, cycleId: Id): string {
  return calledBody(records, records.get('cycles', cycleId)?.body ?? '');
}

/** A record's name for a sentence, from the first two steps of a path into the library. */
export function nameOf(records: Records, [collection, id]: Patch['path']): string {
  if (collection === 'settings') {
    const key = settingKeys.find((name) => name === id);
    return key ? settingNames[key] : 'a setting';
  }
  if (typeof id !== 'string') return 'a record';
  switch (collection) {
    case 'activities':
      return `“${titleOf(records, id)}”`;
    case 'claims':
      return `the claim of “${titleOf(records, records.get('claims', id)?.activityId ?? '')}”`;
    case 'evidence':
      return `the file “${records.get('evidence', id)?.name ?? id}”`;
    case 'holdings':
      return credentialName(records, id);
    case 'cycles':
      return `the ${bodyOfCycle(records, id)} cycle`;
    case 'adjustments': {
      const there = records.get('adjustments', id);
      return `what was recorded of ${there ? datedName(records, there.deadline, there.standard ?? '') : 'a date'}`;
    }
    case 'deadlines':
      return `“${records.get('deadlines', id)?.title ?? 'a date'}”`;
    case 'occurrences': {
      const there = records.get('occurrences', id);
      return there
        ? `the answer to “${datedName(records, there.deadline, there.due)}”`
        : 'an answer';
    }
    case 'exams':
      return `the ${calledCredential(records, records.get('exams', id)?.credential ?? '')} exam`;
    case 'preparations':
      return `“${records.get('preparations', id)?.title || 'a task of the preparation'}”`;
    case 'bodies':
      return `“${records.get('bodies', id)?.name ?? 'a body'}”`;
    case 'programs':
      return `“${records.get('programs', id)?.name ?? 'a program'}”`;
    case 'facts':
      return `a fact of “${records.get('programs', records.get('facts', id)?.programId ?? '')?.name ?? 'a program'}”`;
    case 'highlights':
      return `the highlight of ${quoteOf(records, id)}`;
    case 'bookmarks':
      return `the bookmark of “${records.get('bookmarks', id)?.title ?? 'a section'}”`;
    case 'cards':
      return `the card ${frontOf(records, id)}`;
    case 'importMappings':
      return `the columns of “${records.get('importMappings', id)?.name ?? 'a table'}”`;
    case 'documents':
      return `“${records.get('documents', id)?.title ?? 'a document'}”`;
    default:
      return 'a record';
  }
}
