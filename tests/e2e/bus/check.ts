import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { App } from '../app';
import type { PrivateBus } from './private-bus';

const root = resolve(import.meta.dirname, '../../..');

/** How a program that was started beside Playwright ended. */
export interface Ended {
  code: number | null;
  milliseconds: number;
}

export interface Beside {
  process: ChildProcess;
  ended: Promise<Ended>;
}

/** The environment of a desktop, or of what runs without one. */
export function environmentOf(
  app: App,
  bus: PrivateBus,
  { hasDisplay = false }: { hasDisplay?: boolean } = {},
): Record<string, string | undefined> {
  const none = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, XAUTHORITY: undefined };
  return {
    ...process.env,
    ...{ TZ: 'America/New_York', XDG_CONFIG_HOME: app.folders.config },
    ...bus.env,
    ...(hasDisplay ? {} : none),
  };
}

/** Runs a line and says how it ended. */
export function runLine(
  [program, ...args]: readonly [string, ...string[]],
  env: Record<string, string | undefined>,
): Beside {
  const started = Date.now();
  const child = spawn(program, args, { env, stdio: 'ignore' });
  const ended = once(child, 'exit').then(([code]) => ({
    code: code as number | null,
    milliseconds: Date.now() - started,
  }));
  return { process: child, ended };
}

/** The program, started beside Playwright as a desktop or a timer starts it. */
export function startBeside(
  app: App,
  bus: PrivateBus,
  args: string[],
  { now, hasDisplay = false }: { now?: string; hasDisplay?: boolean } = {},
): Beside {
  const program = process.env['ELECTRON_EXEC_PATH'];
  if (program === undefined) throw new Error('npm run e2e says which Electron it is');
  const own = [root, `--profile=${app.folders.profile}`, ...(now ? [`--now=${now}`] : [])];
  const without = hasDisplay ? [] : ['--ozone-platform=headless'];
  const line = [program, '--no-sandbox', ...without, ...own, ...args] as const;
  return runLine([line[0], ...line.slice(1)], environmentOf(app, bus, { hasDisplay }));
}

/** A check as a timer starts it, to its end. */
export function runCheck(
  app: App,
  bus: PrivateBus,
  options: { now?: string; hasDisplay?: boolean } = {},
): Promise<Ended> {
  return startBeside(app, bus, ['--check-reminders'], options).ended;
}
