import versions from '../../../content/reference/code-set-versions.json' with { type: 'json' };
import { fiscalYearOf } from '../deadlines/code-set-year';
import type { Day } from '../library/fields';
import type { Source } from '../reference/schema';
import type { VersionsFile } from './applies-schema';

// Shipped with the program, and checked against the schema by applies.test.ts, not at each start.
const known = versions as VersionsFile;

/** Something that is known, in a sentence, and where from; without a source where nothing was found. */
export interface Stated {
  says: string;
  source: Source | null;
}

/** What applies to a discharge on a day. */
export interface Applying {
  on: Day;
  /** Null before ICD-10. */
  fiscalYear: number | null;
  /** `ICD-10-CM and ICD-10-PCS FY2027`; null before ICD-10. */
  codeSet: string | null;
  /** The days on which the fiscal year's set holds; null before ICD-10. */
  start: Day | null;
  end: Day | null;
  set: Stated;
  /** Whether the files of that set were out when this was last checked. */
  isSetOut: boolean;
  /** Whether an April update of that year is in force on the day; null before there were any, or before ICD-10. */
  isAprilInForce: boolean | null;
  april: Stated | null;
  /** The MS-DRG grouper; null where it is not known. */
  grouper: string | null;
  isGrouperExpected: boolean;
  grouperSays: Stated;
}

/** What is true of every answer. */
export const dischargeDecides =
  'The day of discharge decides, not the day of admission: a stay over October 1 is coded with the new set.';

/**
 * Which code set applies to an inpatient discharge on a day: by fiscal year, from October 1 to September 30,
 * with an update on April 1 since 2022 (86 FR 44950). What no source says is “not known”.
 */
export function appliesOn(on: Day): Applying {
  const { first, newest, rule } = known;
  if (on < first.from) {
    return {
      ...{ on, fiscalYear: null, codeSet: null, start: null, end: null },
      ...{ set: { says: first.says, source: first.source }, isSetOut: false },
      ...{ isAprilInForce: null, april: null },
      ...grouperOn(on),
    };
  }
  const { start, end } = fiscalYearOf(on);
  const fiscalYear = Number(end.slice(0, 4));
  const isOut = fiscalYear <= newest.fiscalYear;
  const ahead = `Its files were not out when this was last checked; it is the set of that year by the rule.`;
  return {
    ...{ on, fiscalYear, start, end },
    codeSet: `ICD-10-CM and ICD-10-PCS FY${fiscalYear}`,
    set: {
      says: isOut ? `For discharges from October 1 to September 30.` : ahead,
      source: isOut ? rule.source : newest.source,
    },
    isSetOut: isOut,
    ...aprilOn(on, fiscalYear),
    ...grouperOn(on),
  };
}

/** The April 1 inside the fiscal year: in force from that day to September 30. */
function aprilOn(on: Day, year: number): Pick<Applying, 'isAprilInForce' | 'april'> {
  const { fromYear, source, known: years } = known.april;
  if (year < fromYear) {
    const says = `April 1 became a second date in ${fromYear}. Whether codes changed inside FY${year} is not known here.`;
    return { isAprilInForce: null, april: { says, source } };
  }
  const isAprilInForce = on >= `${year}-04-01`;
  if (!isAprilInForce) {
    const says = `The April 1, ${year} update is not in force yet on this day.`;
    return { isAprilInForce, april: { says, source } };
  }
  const one = years.find((what) => what.year === year);
  const says = `With the April 1, ${year} update. ${one?.says ?? 'What it changed is not known here.'}`;
  return { isAprilInForce, april: { says, source: one?.source ?? source } };
}

function grouperOn(on: Day): Pick<Applying, 'grouper' | 'isGrouperExpected' | 'grouperSays'> {
  const found = known.groupers.find(({ from, to }) => from <= on && on <= to);
  if (!found) {
    const says = 'Not known: no source for this day was found.';
    return { grouper: null, isGrouperExpected: false, grouperSays: { says, source: null } };
  }
  const { version, isExpected, source } = found;
  const says = isExpected ? `${version} is expected; it was not announced yet.` : version;
  return { grouper: version, isGrouperExpected: isExpected, grouperSays: { says, source } };
}
