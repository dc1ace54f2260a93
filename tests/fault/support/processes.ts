import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { build } from 'vite';
import { tempFolder } from './rig';

/** Bundles a program of this folder for plain Node; the answer is the file to run. */
export async function bundled(name: string): Promise<string> {
  const outDir = tempFolder();
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      outDir,
      target: 'node20',
      ssr: resolve(import.meta.dirname, `${name}.ts`),
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return resolve(outDir, `${name}.mjs`);
}

export interface Child {
  process: ChildProcess;
  /** The next line it says; null after its end. */
  next(): Promise<string | null>;
  /** Kills it with no chance to tidy up, and returns what it said up to then. */
  kill(): Promise<string[]>;
}

export function start(file: string, ...args: string[]): Child {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await lines.next();
    return line.done ? null : line.value;
  };
  return {
    process: child,
    next,
    async kill() {
      child.kill('SIGKILL');
      const rest: string[] = [];
      for (let line = await next(); line !== null; line = await next()) rest.push(line);
      return rest;
    },
  };
}
