import { fold } from '../guide/words';
import type { Activity } from './schema';

/** The activities that have all words of the text in title or sponsor, the newest first. */
export function activitiesLike(activities: readonly Activity[], text: string): Activity[] {
  const wanted = fold(text).trim().split(/\s+/);
  return activities
    .filter(({ title, sponsor }) => {
      const words = fold(`${title} ${sponsor}`);
      return wanted.every((word) => words.includes(word));
    })
    .sort(newestFirst);
}

function newestFirst(one: Activity, other: Activity): number {
  const [first, second] = [one, other].map((activity) => activity.completedOn + activity.createdAt);
  if (first !== second) return (first ?? '') < (second ?? '') ? 1 : -1;
  return one.id < other.id ? -1 : 1;
}
