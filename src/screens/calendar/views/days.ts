import { tick } from 'svelte';
import type { GridDay } from '../../../core/deadlines/month-grid';
import { partOfMonth } from '../../../core/deadlines/words';
import type { SpanDate } from '../../../core/deadlines/span';
import type { CalendarViews } from '../../../state/calendar-views.svelte';
import { showDay } from '../../../ui/locale';

/** A week as wall calendars in the United States begin it. */
export const weekdays = [
  ...['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
] as const;

/** As it is read aloud: “Thursday, October 1, 2026: FY2027 ICD-10-CM and ICD-10-PCS take effect”. */
export function nameOf({ day, dates }: GridDay): string {
  const titles = dates.map(({ deadline, isDone }) => `${deadline.title}${isDone ? ', done' : ''}`);
  return [showDay(day, 'full'), ...(titles.length > 0 ? [titles.join('; ')] : [])].join(': ');
}

/** When, within a month that is named above: the figure of the day, or about when: “mid”. */
export function whenInMonth({ deadline: { date, isApproximate } }: SpanDate): string {
  return isApproximate ? partOfMonth(date).toLowerCase() : String(Number(date.slice(8)));
}

/** Moves by the keys of a calendar; the day it leads to has the focus, also when the page turns for it. */
export async function pressDay(views: CalendarViews, event: KeyboardEvent): Promise<void> {
  if (!views.press(event)) return;
  event.preventDefault();
  await focusDay(views);
}

export async function focusDay(views: CalendarViews): Promise<void> {
  await tick();
  document.getElementById(`day-${views.day}`)?.focus();
}
