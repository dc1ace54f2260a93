import type { CommandOf } from '../library/commands';
import type { Day } from '../library/fields';
import { failed, ok, type Result } from '../result';
import { emptyRepeat, entryOfRepeat, repeatOf, type RepeatEntry } from './own-repeat';
import type { OwnDeadline } from './schema';

/** The days before a date that are offered. */
export const usualLeads = [30, 7, 1, 0] as const;
const defaultLeads = [7, 1, 0];
const mostLeads = 12;
const furthestLead = 400;

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

export function emptyOwnDate(): OwnDateEntry {
  return {
    ...{ title: '', date: null, note: '' },
    ...{ leads: [...defaultLeads], otherLeads: '', repeat: emptyRepeat() },
  };
}

/** The entry that shows a date as it is. */
export function entryOfOwnDate({ title, date, repeat, note, leads }: OwnDeadline): OwnDateEntry {
  const isUsual = (lead: number) => usualLeads.some((usual) => usual === lead);
  return {
    ...{ title, date, note },
    leads: leads.filter(isUsual),
    otherLeads: leads.filter((lead) => !isUsual(lead)).join(', '),
    repeat: entryOfRepeat(repeat),
  };
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
  const others = otherLeadsOf(entry);
  const leads = [...new Set([...entry.leads, ...(others ?? [])])];
  if (others === null || leads.length > mostLeads) {
    return failed('bad-leads', { text: entry.otherLeads.trim().slice(0, 60) });
  }
  const sorted = leads.sort((one, other) => other - one);
  return ok({
    ...{ title, date: entry.date, repeat: repeat.value },
    ...{ leads: sorted, note: entry.note },
  });
}

/** The further leads that were typed, positive before the date and negative after; null if they are none. */
export function otherLeadsOf({ otherLeads }: Pick<OwnDateEntry, 'otherLeads'>): number[] | null {
  const typed = otherLeads
    .replaceAll('−', '-')
    .split(/[\s,;]+/)
    .filter((text) => text !== '');
  const isLead = (text: string) =>
    /^-?\d{1,3}$/.test(text) && Math.abs(Number(text)) <= furthestLead;
  return typed.every(isLead) ? typed.map(Number) : null;
}
