import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile) as (
  program: string,
  arguments_: string[],
  options: { maxBuffer: number },
) => Promise<{ stdout: string }>;
const most = { maxBuffer: 64 * 1024 * 1024 };

/** The text of each page as it stands there, by poppler, which is no part of what made the file. */
export async function pagesOf(file: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-layout', file, '-'], most);
  return stdout.split('\f').slice(0, -1);
}

/** What `pdfinfo` says of a file: `Pages`, `Page size`, `CreationDate`. */
export async function infoOf(file: string): Promise<Record<string, string>> {
  const { stdout } = await run('pdfinfo', [file], most);
  const rows = stdout.split('\n').map((line) => /^([^:]+):\s*(.*)$/.exec(line));
  const entries = rows.flatMap((row): [string, string][] => (row ? [[row[1]!, row[2]!]] : []));
  return Object.fromEntries(entries);
}

/**
 * All that is the same in two prints of the same data: the text, what the file says of itself, its times included. Not
 * its bytes: Chromium names the elements of a tagged PDF in the order in which it came upon them, which varies.
 */
export async function contentsOf(file: string) {
  const { 'File size': _, ...info } = await infoOf(file);
  return { info, pages: await pagesOf(file) };
}

/** The words of a text, without what joins and parts them on a line. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** One line, single spaces. */
export const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
