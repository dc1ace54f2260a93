import { addDays } from '../dates';
import type { Day } from '../library/fields';
import type { Standing } from './standing';
import type { WeighedClaim } from './weighing';

/** Over how many days the pace is taken. */
export const paceDays = 180;
/** Of one activity no pace can be told. */
const fewest = 2;

/** How quickly units were earned at a body of late, in hundredths. */
export interface Pace {
  /** The first day that is looked at; the last is the day of the question. */
  from: Day;
  units: number;
  activities: number;
  /** The units of 30 days at that pace, rounded to a hundredth. */
  per30Days: number;
}

/** The pace at one body: what counted of the last 180 days, the day itself included, in whatever cycle. */
export function paceOf(weighed: readonly WeighedClaim[], body: string, on: Day): Pace {
  const from = addDays(on, 1 - paceDays);
  let units = 0;
  let activities = 0;
  for (const { claim, activity, verdict } of weighed) {
    if (claim.body !== body || verdict.is !== 'earned' || activity.completedOn < from) continue;
    units += claim.units;
    activities += 1;
  }
  return { from, units, activities, per30Days: Math.round((units * 30) / paceDays) };
}

/** When the total would be reached; `on` is null where that cannot be said. */
export interface Forecast {
  on: Day | null;
  /** Whether that is within the cycle; null where no day is said. */
  isInTime: boolean | null;
  says: string;
}

/** The day on which the total would be reached at this pace, and why there is none where there is none. */
export function forecastOf(
  { required, remaining, cycle }: Pick<Standing, 'required' | 'remaining' | 'cycle'>,
  { units, activities }: Pace,
  on: Day,
): Forecast {
  const none = (says: string): Forecast => ({ on: null, isInTime: null, says });
  if (required === null || remaining === null) return none('The total asked for is not known.');
  if (remaining === 0) return none('The total is reached.');
  if (on > cycle.end) return none('The cycle is over.');
  if (activities < fewest || units === 0) {
    const counted = activities === 1 ? 'one activity' : `${activities} activities`;
    const what = activities < fewest ? counted : 'nothing with units';
    return none(
      `Only ${what} counted in the last ${paceDays} days: too little for a forecast.`.replace(
        'Only 0',
        'No',
      ),
    );
  }
  // Nothing counts in a cycle before it begins.
  const from = on > cycle.start ? on : cycle.start;
  const day = addDays(from, Math.ceil((remaining * paceDays) / units));
  const isInTime = day <= cycle.end;
  return {
    on: day,
    isInTime,
    says: `At the pace of the last ${paceDays} days the total is reached ${isInTime ? 'before' : 'only after'} the cycle ends. It looks at the total alone.`,
  };
}
