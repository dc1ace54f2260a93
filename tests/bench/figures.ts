import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const file = 'out/reports/bench.txt';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A line for the console and for out/reports/bench.txt, from which docs/measured.md is written. */
export function report(line: string): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${line}\n`);
  console.log(line);
}
