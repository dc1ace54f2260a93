import type { ReadingPlace } from '../ipc';

/** Who goes over more sections than these at once has not read them. */
const most = 2;

/**
 * The sections that were read when the top of the window moved from one place to the other by scrolling:
 * those that lie between, unless it was a leap. `sections` are the chapter’s, in their order.
 */
export function passed(
  sections: readonly string[],
  from: ReadingPlace,
  to: ReadingPlace,
): readonly string[] {
  const [start, end] = [sections.indexOf(from.section), sections.indexOf(to.section)];
  return start >= 0 && end > start && end - start <= most ? sections.slice(start, end) : [];
}
