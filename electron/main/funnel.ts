import type { Broadcast } from '../../src/core/ipc';
import type { Log } from './log';

/** Where every bug of this process ends: in the log with its place, and on the screen as a sentence. */
export type TellBug = (error: unknown, where: string) => void;

export function makeFunnel(log: Log, send: (message: Broadcast) => void): TellBug {
  const tellBug: TellBug = (error, where) => {
    log.error(where, error);
    send({ kind: 'problem', problem: { code: 'unexpected' } });
  };
  process.on('uncaughtException', (error) => tellBug(error, 'uncaught'));
  process.on('unhandledRejection', (error) => tellBug(error, 'unhandled'));
  return tellBug;
}
