import { addDays } from '../../../src/core/dates';
import type { Device } from '../storage/device';

type Notices = Device['notices'];

/** Longer than anything is looked back for, so that a clock set back does not tell it once more. */
const keptDays = 90;
/** Of what lies further back: a clock that was far ahead for a while and is right again tells nothing twice. */
const keptFarBack = 200;

/** A notice without an answer, from the system or because of a crash, may have been seen: it is told once more. */
export const mostAttempts = 2;

/**
 * Whether a notice counts as told: it was shown, or nobody knows and it was told once more. One of a reminder that
 * comes again after it was put off is another.
 */
export function wasTold(notices: Notices): (notice: string) => boolean {
  return (id) => {
    const notice = notices[id];
    if (notice === undefined) return false;
    return notice.shownAt !== null || notice.attempts >= mostAttempts;
  };
}

/** Without those whose date lies so far back that they cannot come up again, but for the last of them. */
export function keptNotices(notices: Notices, today: string): Notices {
  const oldest = addDays(today, -keptDays);
  const farBack = Object.keys(notices).filter((id) => (dateOf(id) ?? oldest) < oldest);
  const dropped = new Set(farBack.slice(0, -keptFarBack));
  return Object.fromEntries(Object.entries(notices).filter(([id]) => !dropped.has(id)));
}

/** The id begins with the occurrence's, which is `deadline|date|lead`. */
function dateOf(id: string): string | undefined {
  return /\|(\d{4}-\d\d-\d\d)\|-?\d+(\||$)/.exec(id)?.[1];
}
