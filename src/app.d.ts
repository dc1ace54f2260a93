import type { Almanac } from './core/ipc';

declare global {
  interface Window {
    /** What the preload script hands over: the only way out of the page. */
    readonly almanac: Almanac;
  }
}
