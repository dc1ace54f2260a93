import { addDays } from '../../../src/core/dates';
import type { Device } from '../storage/device';

type Notices = Device['notices'];

/** Longer than anything is looked back for, so that a clock set back does not tell it once more. */
const keptDays = 90;

/** Whether a notice was shown; one of a reminder that comes again after it was put off is another. */
export function wasShown(notices: Notices): (notice: string) => boolean {
  return (id) => typeof notices[id]?.shownAt === 'string';
}

/** Without those whose date lies so far back that they cannot come up again. */
export function keptNotices(notices: Notices, today: string): Notices {
  const oldest = addDays(today, -keptDays);
  const kept = Object.entries(notices).filter(([id]) => (dateOf(id) ?? oldest) >= oldest);
  return Object.fromEntries(kept);
}

/** The id begins with the occurrence's, which is `deadline|date|lead`. */
function dateOf(id: string): string | undefined {
  return /\|(\d{4}-\d\d-\d\d)\|-?\d+(\||$)/.exec(id)?.[1];
}
