import electronLog from 'electron-log/node';
import { join } from 'node:path';
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

/** One file and the one before it, so the log never holds more than twice `mostBytes`. */
export function openLog(folder: string): Log {
  const file = join(folder, 'main.log');
  const logger = electronLog.create({ logId: 'main' });
  // Without a name it looks for a package.json from the working folder up, and if it finds none writes nothing.
  logger.transports.file.setAppName('coders-almanac');
  logger.transports.file.resolvePathFn = () => file;
  logger.transports.file.maxSize = mostBytes;
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  logger.transports.file.format = '[{y}-{m}-{d} {h}:{i}:{s}.{ms}] [{level}] {text}';
  logger.transports.console.level = 'warn';
  // With the terminal gone, each line would raise an error, which would be logged, and so on for ever.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => (logger.transports.console.level = false));
  }
  const line = (what: string, about: About = {}) =>
    [scrubText(what), ...Object.entries(about).map(([name, value]) => `${name}=${value}`)].join(
      ' ',
    );
  return {
    file,
    info: (what, about) => logger.info(line(what, about)),
    warn: (what, about) => logger.warn(line(what, about)),
    error: (what, error) =>
      logger.error(error === undefined ? line(what) : `${line(what)}: ${scrubError(error)}`),
    page: (message, stack) => logger.error(`page: ${scrubText(message)}\n${scrubStack(stack)}`),
  };
}
