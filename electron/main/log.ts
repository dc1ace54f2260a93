import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock';
import { scrubError, scrubStack, scrubText } from './scrub';

type About = Record<string, string | number | boolean>;

/** The local log. It is for the person who mends the program and never holds what the user wrote. */
export interface Log {
  info(what: string, about?: About): void;
  warn(what: string, about?: About): void;
  error(what: string, error?: unknown): void;
  /** A bug of the page, as it reports it. */
  page(message: string, stack: string): void;
  /** Shown in Settings. */
  readonly file: string;
}

const mostBytes = 1024 * 1024;

/**
 * One file and the one before it, so the log never holds more than twice `mostBytes`. Each line is there
 * when the call returns, since the next one may be the last thing that the program does.
 */
export function openLog(folder: string, { now }: Pick<Clock, 'now'>): Log {
  const file = join(folder, 'main.log');
  let bytes: number | null = null;
  let hasTerminal = true;
  // With the terminal gone, each line would raise an error, which would be logged, and so on for ever.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => (hasTerminal = false));
  }

  function write(level: 'info' | 'warn' | 'error', text: string): void {
    const line = `[${now()}] [${level}] ${text}\n`;
    if (hasTerminal && level !== 'info') process.stderr.write(line);
    try {
      bytes ??= begin(folder, file);
      if (bytes > mostBytes) {
        renameSync(file, join(folder, 'main.old.log'));
        bytes = 0;
      }
      appendFileSync(file, line, { mode: 0o600 });
      bytes += Buffer.byteLength(line);
    } catch {
      // A full disk or a folder that is gone: there is no other place to say it, and nothing stops for a log.
    }
  }

  const line = (what: string, about: About = {}) =>
    [scrubText(what), ...Object.entries(about).map(([name, value]) => `${name}=${value}`)].join(
      ' ',
    );
  return {
    file,
    info: (what, about) => write('info', line(what, about)),
    warn: (what, about) => write('warn', line(what, about)),
    error: (what, error) =>
      write('error', error === undefined ? line(what) : `${line(what)}: ${scrubError(error)}`),
    page: (message, stack) => write('error', `page: ${scrubText(message)}\n${scrubStack(stack)}`),
  };
}

/** The folder is there from now on; the size of what an earlier run left in it. */
function begin(folder: string, file: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
