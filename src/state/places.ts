/** The eight places of the rail, in its order, and Settings. */
export const places = [
  { id: 'today', name: 'Today' },
  { id: 'guide', name: 'Guide' },
  { id: 'study', name: 'Study' },
  { id: 'ceus', name: 'CEUs' },
  { id: 'calendar', name: 'Calendar' },
  { id: 'codes', name: 'Codes' },
  { id: 'programs', name: 'Programs' },
  { id: 'career', name: 'Career' },
] as const;

export type PlaceId = (typeof places)[number]['id'];
export type ScreenId = PlaceId | 'settings';

export function isScreen(id: string): id is ScreenId {
  return id === 'settings' || places.some((place) => place.id === id);
}

/** A record and the screen that shows it, as core names it. */
export interface Place {
  screen: string;
  id: string | null;
}

/** What the screen of a place is called; nothing where the name is none of ours. */
export const nameOfPlace = ({ screen }: Place) => (isScreen(screen) ? screenName(screen) : '');

export function screenName(id: ScreenId): string {
  return places.find((place) => place.id === id)?.name ?? 'Settings';
}
