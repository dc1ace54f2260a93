/** How the system is to start a check, and when. */
export interface CheckLine {
  /** The program with its arguments. */
  command: readonly [string, ...string[]];
  /** What the program needs to know to find the same folders as when the user starts it. */
  environment: Readonly<Record<string, string>>;
}

const firstHour = 6;
const lastHour = 23;

/**
 * The hours at which the system looks, in the user's own time: those at which somebody may want to be told.
 * Which of them it is, the hour and the quiet hours of the settings say at each look; what was put off “in 1 hour”
 * comes within the hour after that.
 */
export const checkHours = Array.from(
  { length: lastHour - firstHour + 1 },
  (_, at) => firstHour + at,
);

/** What is on disk under these names is ours to replace and to remove. */
export const timerNames = {
  systemd: 'coders-almanac-reminders',
  launchd: 'org.coders-almanac.reminders',
  windows: 'Coders Almanac reminders',
} as const;

export function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
