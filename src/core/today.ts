import type { Deadline } from './deadlines/rules';
import type { Standing } from './ceu/standing';

/** Something that lacks, with the place where it is mended. */
export interface Lack {
  id: string;
  title: string;
  detail: string;
  /** What to open: a screen, or a screen and a record. */
  open: { screen: string; id: string | null };
}

/** One mark of the drawing of the code-set year. */
export interface YearMark {
  id: string;
  date: string;
  label: string;
  title: string;
  weight: 'takes-effect' | 'preparation';
  isApproximate: boolean;
}

/** Today's slice: all that the first screen shows, worked out where the library is. */
export interface Today {
  date: string;
  headline: string;
  standings: Standing[];
  /** Bodies with a credential but no cycle for today. */
  next: Deadline[];
  missing: Lack[];
  year: { start: string; end: string; marks: YearMark[] };
  /** What the rail shows beside a place. */
  counts: { activities: number; missing: number };
}
