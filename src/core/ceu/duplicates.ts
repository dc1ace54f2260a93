import type { Day, Id, Units } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { indexKey, titleKey } from './event-keys';
import type { Activity } from './schema';

/** What is known of an activity while it is typed. */
export interface Candidate {
  /** Its own id once it is saved; null before. */
  id: Id | null;
  title: string;
  completedOn: Day | null;
  hours: Units | null;
  indexNumber: string;
  /** Bodies at which it is claimed. */
  bodies: readonly string[];
}

export interface Duplicate {
  activity: Activity;
  /** By what it was recognised. `body` is where both are claimed under the same index number. */
  by: { kind: 'index-number'; body: string } | { kind: 'title-date-units' };
}

/** Every activity by what would make another the same. Made once for many questions. */
export interface DuplicateIndex {
  byNumber: ReadonlyMap<string, readonly Activity[]>;
  byEvent: ReadonlyMap<string, readonly Activity[]>;
}

const eventKey = (title: string, day: Day, hours: Units) => `${day} ${hours} ${titleKey(title)}`;
const numberKey = (body: string, number: string) => `${body} ${indexKey(number)}`;

function add(map: Map<string, Activity[]>, key: string, activity: Activity): void {
  const there = map.get(key);
  if (there) there.push(activity);
  else map.set(key, [activity]);
}

/** The live activities, by body and index number and by title, day and hours. */
export function duplicateIndex(library: Pick<Library, 'activities' | 'claims'>): DuplicateIndex {
  const byNumber = new Map<string, Activity[]>();
  const byEvent = new Map<string, Activity[]>();
  for (const activity of live(library.activities)) {
    const { title, completedOn, hours } = activity;
    if (titleKey(title) !== '') add(byEvent, eventKey(title, completedOn, hours), activity);
  }
  for (const { activityId, body, state } of live(library.claims)) {
    const activity = library.activities[activityId];
    if (!activity || activity.deletedAt !== undefined || state === 'rejected') continue;
    if (indexKey(activity.indexNumber) === '') continue;
    add(byNumber, numberKey(body, activity.indexNumber), activity);
  }
  return { byNumber, byEvent };
}

/**
 * An activity that seems to be the same as the one being typed: claimed at the same body under the same index number, or
 * else with the same title on the same day for as many hours. Null if there is none, or too little is typed to tell. Never a refusal:
 * the same lecture can be held twice on a day.
 */
export function duplicateOf(candidate: Candidate, index: DuplicateIndex): Duplicate | null {
  const { id, title, completedOn, hours, indexNumber, bodies } = candidate;
  const other = (found: readonly Activity[] | undefined) => found?.find((one) => one.id !== id);
  if (indexKey(indexNumber) !== '') {
    for (const body of bodies) {
      const activity = other(index.byNumber.get(numberKey(body, indexNumber)));
      if (activity) return { activity, by: { kind: 'index-number', body } };
    }
  }
  if (completedOn === null || hours === null || titleKey(title) === '') return null;
  const activity = other(index.byEvent.get(eventKey(title, completedOn, hours)));
  return activity ? { activity, by: { kind: 'title-date-units' } } : null;
}
