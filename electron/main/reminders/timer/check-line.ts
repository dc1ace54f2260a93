/** How the system is to start a check, and when. */
export interface CheckLine {
  /** The program with its arguments. */
  command: readonly [string, ...string[]];
  /** What the program needs to know to find the same folders as when the user starts it. */
  environment: Readonly<Record<string, string>>;
}

/**
 * The system looks at each full hour, in the user's own time, and by night too: the user may want to be told from
 * any hour on, and who works nights has the day quiet. Which look tells, the hour and the quiet hours of the settings
 * say; what was put off “in 1 hour” comes within the hour after that. The last look of a day is for an hour after 11
 * at night: at midnight a date of that day would be told as passed.
 */
export const lastLook = { hour: 23, minute: 55 } as const;

/** What is on disk under these names is ours to replace and to remove. */
export const timerNames = {
  systemd: 'coders-almanac-reminders',
  launchd: 'org.coders-almanac.reminders',
  windows: 'Coders Almanac reminders',
} as const;
