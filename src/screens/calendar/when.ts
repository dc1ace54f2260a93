import { showDay } from '../../ui/locale';

/** When a mark was made or something comes again: the day, and the hour where it matters. */
export function showInstant(instant: string, timeZone: string): string {
  const at = new Date(instant);
  const day = at.toLocaleDateString('sv-SE', { timeZone });
  const time = at.toLocaleTimeString('en-US', { timeZone, hour: 'numeric', minute: '2-digit' });
  return `${showDay(day)}, ${time}`;
}
