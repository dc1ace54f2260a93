import { live, type Library } from '../library/schema';
import type { Deadline } from './deadline';
import type { OwnDeadline } from './schema';

/** The user's own dates. */
export function deadlinesOfOwn({ deadlines }: Pick<Library, 'deadlines'>): Deadline[] {
  return live(deadlines).map(ownDeadline);
}

/** A date of the user's own as a deadline. */
export function ownDeadline({ id, title, date, note, leads, datedAt }: OwnDeadline): Deadline {
  return {
    id: `own:${id}`,
    kind: 'own',
    date,
    title,
    detail: note.split('\n', 1)[0] ?? '',
    leads,
    isNoticed: true,
    isApproximate: false,
    isMinor: false,
    knownSince: datedAt,
    open: { screen: 'calendar', id },
    source: null,
  };
}
