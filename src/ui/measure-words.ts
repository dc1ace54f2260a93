import { formatUnits } from '../core/units';

interface Measure {
  /** What is measured. */
  label: string;
  /** Hundredths of a unit, as everywhere. */
  have: number;
  planned: number;
  need: number | null;
}

/** What a bar or a ring shows, for those who do not see it. */
export function measureInWords({ label, have, planned, need }: Measure): string {
  const of = need === null ? '' : ` of ${formatUnits(need)}`;
  const more = planned > 0 ? `, ${formatUnits(planned)} more planned` : '';
  return `${label}: ${formatUnits(have)}${of}${more}`;
}
