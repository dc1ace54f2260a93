import { lastLook, type CheckLine } from './check-line';

/**
 * The service of a systemd user timer. Its program runs without a display, since it shows no window and
 * the one that the user manager knows of may be gone. A shell hands the arguments on as they are: systemd
 * itself refuses quotes and backslashes in the path of a program. The bus is found by what the user
 * manager says of itself. A start that comes meanwhile is made good by a process that outlives the check.
 */
export function serviceUnit({ command, environment }: CheckLine): string {
  const [program, ...args] = command;
  const words = [program, ...args, '--check-reminders', '--ozone-platform=headless'];
  const line = ['/bin/sh', '-c', quoted('exec "$0" "$@"'), ...words.map(quoted)];
  const variables = Object.entries(environment).map(
    ([name, value]) => `Environment=${quotedAssignment(`${name}=${value}`)}`,
  );
  return [
    '[Unit]',
    'Description=Reminders of Coder’s Almanac',
    // A program that was removed leaves the timer behind; then nothing happens.
    `ConditionFileIsExecutable=${specifiersEscaped(program)}`,
    '',
    '[Service]',
    'Type=oneshot',
    ...variables,
    `ExecStart=${line.join(' ')}`,
    'KillMode=process',
    'TimeoutStartSec=60',
    '',
  ].join('\n');
}

/** The program that a service of ours starts; null if the file is not one. */
export function programOfService(unit: string): string | null {
  const program = /^ConditionFileIsExecutable=(.*)$/m.exec(unit)?.[1];
  return program?.replaceAll('%%', '%') ?? null;
}

/** The timer. What it missed while the machine was off or the user away is made up for once. */
export function timerUnit(): string {
  return [
    '[Unit]',
    'Description=Looks for reminders of Coder’s Almanac',
    '',
    '[Timer]',
    'OnCalendar=*-*-* *:00:00',
    `OnCalendar=*-*-* ${lastLook.hour}:${lastLook.minute}:00`,
    'Persistent=true',
    '',
    '[Install]',
    'WantedBy=timers.target',
    '',
  ].join('\n');
}

/** One word of a command line (systemd.service, “Command lines”): a dollar sign would begin a variable. */
function quoted(word: string): string {
  return quotedAssignment(word).replaceAll('$', '$$$$');
}

/** The same where variables are not put in. */
function quotedAssignment(word: string): string {
  return `"${specifiersEscaped(word.replace(/[\\"]/g, '\\$&')).replaceAll('\n', '\\n')}"`;
}

/** A percent sign would begin a specifier (systemd.unit). */
function specifiersEscaped(word: string): string {
  return word.replaceAll('%', '%%');
}
