import type { AuditPack } from './ceu/audit-pack';
import type { Paper } from './guide/look';
import type { Printable } from './ipc';

/** The pages of an audit pack; made by the program itself, never asked for by a page. */
export interface AuditPages {
  kind: 'audit';
  pack: AuditPack;
  paper: Paper;
}

/** What the page that prints is to draw. */
export interface PrintJob {
  what: Printable | AuditPages;
  /** The page of each place that a link leads to, by its id, as far as it is known. */
  pages: Readonly<Record<string, number>>;
}

/** What it has drawn. */
export interface Drawn {
  title: string;
  /** On which its contents were checked last. */
  day: string;
}
