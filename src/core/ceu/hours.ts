import type { Units } from '../library/fields';
import type { ClaimRule } from '../reference/schema';
import { formatUnits } from '../units';

type HoursRule = Extract<ClaimRule, { kind: 'hours-to-units' }>;

/** Units for a length of time, and how they come about. */
export interface FromHours {
  units: Units;
  because: string;
}

/**
 * The units (hundredths) that these hours (hundredths) are. With no rule, as typed: one hour is one unit. With a
 * body's rule, which only the user's choice brings in, each whole unit's minutes count, and a remainder below
 * the least earns nothing. What a greater remainder earns is in no source that was read, so it stays as typed;
 * it never makes more units than the hours would.
 */
export function unitsFromHours(hours: Units, rule: HoursRule | null): FromHours {
  if (rule === null) return { units: hours, because: 'As typed: one hour is one unit.' };
  // In hundredths of a minute, so that everything stays whole.
  const minutes = hours * 60;
  const perUnit = rule.minutesPerUnit * 100;
  const whole = Math.floor(minutes / perUnit);
  const remainder = minutes % perUnit;
  if (remainder < rule.leastRemainder * 100) {
    return { units: whole * 100, because: rule.says };
  }
  const part = Math.floor((remainder * 100) / perUnit);
  return {
    units: whole * 100 + part,
    because: `${rule.says} What a remainder of ${rule.leastRemainder} minutes or more earns was not found; ${formatUnits(part)} is left as typed.`,
  };
}
