import { utilityProcess } from 'electron';
import { join } from 'node:path';
import type { PdfProcess } from './pdf-text';

/** A process without the program's environment, with room for one file. */
export function startPdfProcess(): PdfProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, workerFile()), [], {
    serviceName: 'Coders Almanac PDF text',
    env: {},
    execArgv: ['--max-old-space-size=512'],
    stdio: 'ignore',
  });
  return {
    send: (bytes) => child.postMessage(bytes),
    onAnswer: (listen) => void child.on('message', listen),
    onEnd: (listen) => void child.on('exit', listen),
    end: () => void child.kill(),
  };
}

/** The build puts shared parts into a folder of their own, and the worker beside the entry. */
function workerFile(): string {
  return import.meta.dirname.endsWith('parts') ? '../pdf-text.js' : 'pdf-text.js';
}
