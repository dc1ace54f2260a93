import type { Almanac } from './core/ipc';
import type { Drawn, PrintJob } from './core/print-job';

declare global {
  interface Window {
    /** What the preload script hands over: the only way out of the page. */
    readonly almanac: Almanac;
    /** What the page that prints is asked to do; only print.html has it. */
    drawPages: (job: PrintJob) => Promise<Drawn>;
  }
}
