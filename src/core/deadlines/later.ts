import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from '../dates';
import type { Day, Instant, WallTime } from '../library/fields';
import { allLeads } from './leads';
import type { Deadline, Moment } from './deadline';
import { leadsInWords } from './words';

/** A time to which a reminder can be put off; the date itself stays where it is. */
export interface LaterChoice {
  label: string;
  until: Instant;
  /** Whether the date will have passed by then. */
  isTooLate: boolean;
}

/*
 * A reminder that is put off to another day comes at the hour from which the user wants notices (`at`), not always
 * at nine: who works evenings said so once. Only the words for tomorrow follow the hour.
 */

const partOfDay = (at: WallTime): string =>
  at < '12:00' ? 'morning' : at < '17:00' ? 'afternoon' : 'evening';

const daysLater = [
  { label: 'In 3 days', days: 3 },
  { label: 'Next week', days: 7 },
] as const;

/** A time of day where the user lives; where the clocks skip it, an hour after. */
function timeOf(day: Day, at: WallTime, timeZone: string): Instant {
  const plainTime = Temporal.PlainTime.from(at);
  return instantOf(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }));
}

function instantOf(time: { epochMilliseconds: number }): Instant {
  return new Date(time.epochMilliseconds).toISOString();
}

/** The day after, where the user lives, at the hour from which they want notices. */
export function tomorrowAt({ today, timeZone }: Moment, at: WallTime): Instant {
  return timeOf(addDays(today, 1), at, timeZone);
}

/** When a reminder of a date can come again: in an hour, tomorrow, in three days, in a week. */
export function laterChoices(
  date: Day,
  { now, today, timeZone }: Moment,
  at: WallTime,
): LaterChoice[] {
  const inAnHour = instantOf(Temporal.Instant.from(now).add({ hours: 1 }));
  const days = [{ label: `Tomorrow ${partOfDay(at)}`, days: 1 }, ...daysLater];
  return [
    { label: 'In 1 hour', until: inAnHour, isTooLate: date < today },
    ...days.map(({ label, days: ahead }) => {
      const day = addDays(today, ahead);
      return { label, until: timeOf(day, at, timeZone), isTooLate: date < day };
    }),
  ];
}

/** The day on which a date comes up next after today; null if it does not. */
export function nextReminderOn(deadline: Deadline, today: Day): Day | null {
  const daysLeft = daysBetween(today, deadline.date);
  const coming = allLeads(deadline).filter((lead) => lead < daysLeft);
  return coming.length === 0 ? null : addDays(deadline.date, -Math.max(...coming));
}

/**
 * The reminders that can still come: “Next reminder Nov 24, then the day before and on the day”; “Asked about on
 * Nov 25” where only the day after is left, on which it is asked what became of it. `show` writes the day; what has no
 * system notice is only in the list.
 */
export function remindersInWords(
  deadline: Deadline,
  today: Day,
  show: (day: Day) => string,
): string {
  const { date, leads, isNoticed, isApproximate } = deadline;
  if (allLeads(deadline).length === 0) return 'No reminder';
  if (isApproximate) return 'In the list about then';
  const next = nextReminderOn(deadline, today);
  if (next === null) return 'No further reminder';
  const lead = daysBetween(next, date);
  if (!leads.includes(lead)) return `Asked about on ${show(next)}`;
  const rest = leadsInWords(leads.filter((other) => other < lead));
  const first = `${isNoticed ? 'Next reminder' : 'In the list'} ${show(next)}`;
  return rest === '' ? first : `${first}, then ${rest}`;
}
