import { codeSetDatesBetween } from '../deadlines/code-set-year';
import { readDeadlineId } from '../deadlines/ids';
import { bodyOf, credentialOf } from '../reference';
import { referenceOf } from '../reference/own-bodies';
import type { Records } from './draft';
import type { Day, Id } from './fields';
import type { Patch } from './journal';
import type { Settings } from './schema';

/** A setting in a sentence: “Changed the theme”. */
export const settingNames: Record<keyof Settings, string> = {
  theme: 'the theme',
  isWelcomed: 'the first start',
  isToldWhenClosed: 'the reminders',
  usesCpt: 'whether outpatient dates are shown',
  sponsorAnswers: 'what a sponsor counts as',
  unitRounding: 'how hours become units',
  reminders: 'when reminders come',
};
export const settingKeys = Object.keys(settingNames) as (keyof Settings)[];

/** An activity by its title. */
export function titleOf(records: Records, id: Id): string {
  return records.get('activities', id)?.title ?? 'an activity';
}

/** A credential that is held, by the name the user gave it, else by its own. */
export function credentialName(records: Records, id: Id): string {
  const held = records.get('holdings', id);
  if (held === undefined) return 'a credential';
  return held.name === '' ? calledCredential(records, held.credential) : held.name;
}

/** The name of a credential; one that no longer has any is told by its kind. */
export function calledCredential(records: Records, credential: string): string {
  const known = credentialOf(credential, referenceOf(records.before));
  return known?.name ?? (isShort(credential) ? credential.toUpperCase() : 'a credential');
}

/** What stands before “cycle”: the name of a body. */
export function calledBody(records: Records, body: string): string {
  const known = bodyOf(body, referenceOf(records.before));
  return known?.name ?? (isShort(body) ? body.toUpperCase() : 'body’s');
}

/** Ids of the program's own data are short words; those of the user's are not for reading. */
function isShort(id: string): boolean {
  return id.length <= 12;
}

/** What a reminder is of, told from the id of its deadline: see `deadlinesOf`. */
export function datedName(records: Records, deadline: string, due: Day): string {
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

/** The first words of a passage, cut where a word ends. */
export function inShort(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  if (line.length <= 48) return `“${line}”`;
  return `“${line.slice(0, 48).replace(/ [^ ]*$/, '')} …”`;
}

/** A highlight by the first of its words. */
export function quoteOf(records: Records, id: Id): string {
  const quote = records.get('highlights', id)?.anchor.quote;
  return quote === undefined ? 'a passage' : inShort(quote);
}

/** A card by the first words of its question; empty for one that is not there. */
export function frontOf(records: Records, id: Id): string {
  const front = records.get('cards', id)?.front;
  return front === undefined ? '' : inShort(front);
}

/** The name of the body to which a cycle belongs. */
export function bodyOfCycle(records: Records, cycleId: Id): string {
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
