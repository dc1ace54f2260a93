import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from '../dates';
import type { Day, Instant } from '../library/fields';
import { allLeads } from './leads';
import type { Deadline, Moment } from './deadline';
import { leadsInWords } from './words';

/** In the morning a reminder finds people at their desks; a system notice is shown from then on. */
export const morning = '09:00';

/** A time to which a reminder can be put off; the date itself stays where it is. */
export interface LaterChoice {
  label: string;
  until: Instant;
  /** Whether the date will have passed by then. */
  isTooLate: boolean;
}

const daysLater = [
  { label: 'Tomorrow morning', days: 1 },
  { label: 'In 3 days', days: 3 },
  { label: 'Next week', days: 7 },
] as const;

/** Nine in the morning of a day where the user lives; where the clocks skip that hour, the hour after. */
function morningOf(day: Day, timeZone: string): Instant {
  const plainTime = Temporal.PlainTime.from(morning);
  return instantOf(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }));
}

function instantOf(time: { epochMilliseconds: number }): Instant {
  return new Date(time.epochMilliseconds).toISOString();
}

/** Nine in the morning of the day after, where the user lives. */
export function tomorrowMorning({ today, timeZone }: Moment): Instant {
  return morningOf(addDays(today, 1), timeZone);
}

/** When a reminder of a date can come again: in an hour, tomorrow morning, in three days, in a week. */
export function laterChoices(date: Day, { now, today, timeZone }: Moment): LaterChoice[] {
  const inAnHour = instantOf(Temporal.Instant.from(now).add({ hours: 1 }));
  return [
    { label: 'In 1 hour', until: inAnHour, isTooLate: date < today },
    ...daysLater.map(({ label, days }) => {
      const day = addDays(today, days);
      return { label, until: morningOf(day, timeZone), isTooLate: date < day };
    }),
  ];
}

/** The day on which a date comes up next after today; null if it does not. */
export function nextReminderOn(deadline: Deadline, today: Day): Day | null {
  const days = allLeads(deadline)
    .map((lead) => addDays(deadline.date, -lead))
    .filter((day) => day > today);
  return days.sort()[0] ?? null;
}

/**
 * The reminders that can still come: “Next reminder Nov 24, then the day before and on the day”. `show` writes the
 * day; what has no system notice is only in the list.
 */
export function remindersInWords(
  deadline: Deadline,
  today: Day,
  show: (day: Day) => string,
): string {
  const { date, leads, isNoticed, isApproximate } = deadline;
  if (leads.length === 0) return 'No reminder';
  if (isApproximate) return 'In the list about then';
  const next = nextReminderOn(deadline, today);
  if (next === null) return 'No further reminder';
  const rest = leadsInWords(leads.filter((lead) => lead < daysBetween(next, date)));
  const first = `${isNoticed ? 'Next reminder' : 'In the list'} ${show(next)}`;
  return rest === '' ? first : `${first}, then ${rest}`;
}
