import { homedir } from 'node:os';

/**
 * An error for the log: its name, its message without anything quoted, and where it arose. Messages
 * quote what they stumbled over (`JSON.parse` shows the text itself), and that may be the user's.
 */
export function scrubError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const cause = error.cause === undefined ? '' : `\n  caused by ${scrubError(error.cause)}`;
  return `${error.name}${code}: ${scrubText(error.message)}\n${scrubStack(error.stack ?? '')}${cause}`;
}

/** The text without what stands in quotes, without the home folder, on one line, cut to fit. */
export function scrubText(text: string): string {
  return withoutHome(text)
    .replace(/"[^"]*"?|“[^”]*”?|`[^`]*`?|(?<!\w)'[^']*'?/g, '“…”')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}

/** Only the lines that say where; the first ones repeat the message. */
export function scrubStack(stack: string): string {
  return withoutHome(stack)
    .split('\n')
    .filter((line) => /^\s+at /.test(line) || /^[^\s"']*@\w+:\/\//.test(line))
    .slice(0, 20)
    .map((line) => line.slice(0, 300))
    .join('\n');
}

const withoutHome = (text: string) => text.replaceAll(homedir(), '~');
