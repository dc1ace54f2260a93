import type { WallTime } from '../library/fields';
import type { ReminderSettings } from './schema';

/**
 * Whether no notice is shown at a time of day: from the first minute of the quiet hours up to, not including, their
 * last. They may reach past midnight (22:00 to 07:00). From a time until the same time is no time at all.
 */
export function isQuiet(time: WallTime, quiet: ReminderSettings['quiet']): boolean {
  if (quiet === null) return false;
  const { from, until } = quiet;
  return from <= until ? from <= time && time < until : from <= time || time < until;
}
