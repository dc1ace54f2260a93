import type { Printable } from './ipc';

/** What the page that prints is to draw. */
export interface PrintJob {
  what: Printable;
  /** The page of each place that a link leads to, by its id, as far as it is known. */
  pages: Readonly<Record<string, number>>;
}

/** What it has drawn. */
export interface Drawn {
  title: string;
  /** On which its contents were checked last. */
  day: string;
}
