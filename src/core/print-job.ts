import type { AuditPack } from './ceu/audit-pack';
import type { Paper } from './guide/look';
import type { CalendarFilter } from './deadlines/coming-months';
import type { GridMonth } from './deadlines/month-grid';
import type { PrintableGuide } from './ipc';

/** The pages of an audit pack; made by the program itself, never asked for by a page. */
export interface AuditPages {
  kind: 'audit';
  pack: AuditPack;
  paper: Paper;
}

/** A month or a year on one page, with what stands in it. */
export interface CalendarPages {
  kind: 'calendar';
  view: 'month' | 'year';
  filter: CalendarFilter;
  /** One, or twelve. */
  months: GridMonth[];
  today: string;
  paper: Paper;
}

/** What the page that prints is to draw. */
export interface PrintJob {
  what: PrintableGuide | AuditPages | CalendarPages;
  /** The page of each place that a link leads to, by its id, as far as it is known. */
  pages: Readonly<Record<string, number>>;
}

/** What it has drawn. */
export interface Drawn {
  title: string;
  /** On which its contents were checked last. */
  day: string;
}
