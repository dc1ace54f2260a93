import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The chapters' files, by chapter id, as the program has them built in. */
export function chaptersIn(folder: string): [id: string, text: string][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name.replace(/\.md$/, ''), readFileSync(join(folder, name), 'utf8')]);
}
