import type { BrowserWindow } from 'electron';
import { lstat, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { mostDocumentBytes } from '../../src/core/guide/document-limits';
import type { ChosenFile } from '../../src/core/ipc';
import { failed, ok, type Result } from '../../src/core/result';
import { chooseFiles } from './dialogs';
import { unfitness } from './storage/document-files';
import { documentFileName } from './storage/document-names';
import { fileProblem } from './storage/failure';

const mostFiles = 20;
const words = {
  title: 'Add your own texts',
  filter: { name: 'Markdown and plain text', extensions: ['md', 'markdown', 'txt'] },
};

/** Asks for texts and reads them; null when the user thought better of it. The page learns no path. */
export async function openDocuments(
  owner: BrowserWindow | null,
): Promise<Result<ChosenFile[] | null>> {
  const paths = await chooseFiles(owner, words);
  return paths === null ? ok(null) : readChosen(paths);
}

/** All of them, or the problem of the first that cannot be taken. */
async function readChosen(paths: readonly string[]): Promise<Result<ChosenFile[]>> {
  if (paths.length > mostFiles) {
    return failed('documents-too-many', { count: String(paths.length), most: String(mostFiles) });
  }
  const files: ChosenFile[] = [];
  for (const path of paths) {
    const read = await readOne(path);
    if (!read.ok) return read;
    files.push(read.value);
  }
  return ok(files);
}

async function readOne(path: string): Promise<Result<ChosenFile>> {
  const name = basename(path);
  if (documentFileName(name) === null) return failed('document-kind', { name });
  try {
    // A link is not followed: what it leads to can be changed between the choice and the reading.
    const stat = await lstat(path);
    if (!stat.isFile()) return failed('file-unreadable', { cause: `${name} is not a plain file` });
    if (stat.size > mostDocumentBytes) return failed('document-size', { name });
    const bytes = await readFile(path);
    const problem = unfitness(name, bytes);
    return problem ? { ok: false, problem } : ok({ name, bytes: new Uint8Array(bytes) });
  } catch (error) {
    return { ok: false, problem: fileProblem(error) };
  }
}
