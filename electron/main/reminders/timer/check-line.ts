/** How the system is to start a check, and when. */
export interface CheckLine {
  /** The program with its arguments. */
  command: readonly [string, ...string[]];
  /** What the program needs to know to find the same folders as when the user starts it. */
  environment: Readonly<Record<string, string>>;
}

/**
 * The hours at which the system looks, in the user's own time. Reminders come up at nine, and what was
 * put off “in 1 hour” comes within the hour after that; nobody is told at night.
 */
export const checkHours = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;

/** What is on disk under these names is ours to replace and to remove. */
export const timerNames = {
  systemd: 'coders-almanac-reminders',
  launchd: 'org.coders-almanac.reminders',
  windows: 'Coders Almanac reminders',
} as const;

export function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
