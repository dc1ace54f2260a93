import type { CommandOf } from '../library/commands';
import type { Day } from '../library/fields';
import { failed, ok, type Result } from '../result';
import { choiceOfLeads, leadsOfChoice } from './lead-choice';
import { leadsByKind } from './leads';
import { emptyRepeat, entryOfRepeat, repeatOf, type RepeatEntry } from './own-repeat';
import type { OwnDeadline } from './schema';

/** A date of the user's own while it is typed: null where what was typed is empty or not understood. */
export interface OwnDateEntry {
  title: string;
  date: Day | null;
  /** Of the usual ones, those that are wanted. */
  leads: number[];
  /** Further ones as they are typed: `45, 14`, and `-30` for 30 days after. */
  otherLeads: string;
  repeat: RepeatEntry;
  note: string;
}

/** An empty form, with the days that the user wants for their own dates. */
export function emptyOwnDate(wanted: readonly number[] = leadsByKind.own): OwnDateEntry {
  return { title: '', date: null, note: '', ...choiceOfLeads(wanted), repeat: emptyRepeat() };
}

/** The entry that shows a date as it is. */
export function entryOfOwnDate({ title, date, repeat, note, leads }: OwnDeadline): OwnDateEntry {
  return { ...{ title, date, note }, ...choiceOfLeads(leads), repeat: entryOfRepeat(repeat) };
}

/**
 * The fields of the command that an entry stands for, or the first thing that is wrong with it: name-empty,
 * no-date, bad-repeat, repeat-ends, bad-leads.
 */
export function ownDateOf(entry: OwnDateEntry): Result<Omit<CommandOf<'deadline.add'>, 'type'>> {
  const title = entry.title.trim();
  if (title === '') return failed('name-empty', { what: 'date' });
  if (entry.date === null) return failed('no-date');
  const repeat = repeatOf(entry.repeat, entry.date);
  if (!repeat.ok) return repeat;
  const leads = leadsOfChoice(entry);
  if (!leads.ok) return leads;
  return ok({
    ...{ title, date: entry.date, repeat: repeat.value },
    ...{ leads: leads.value, note: entry.note },
  });
}
