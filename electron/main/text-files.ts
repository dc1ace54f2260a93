import type { BrowserWindow } from 'electron';
import { readFile, stat, writeFile } from 'node:fs/promises';
import type { TextKind } from '../../src/core/ipc';
import { failed, ok, type Result } from '../../src/core/result';
import { chooseFile, chooseWhereToSave } from './dialogs';
import { causeOf } from './storage/disk';

const kinds = {
  markdown: { name: 'Markdown', extensions: ['md'] },
  json: { name: 'JSON', extensions: ['json'] },
};
/** Far above any notes; what is larger is another file, and would only fill the memory. */
const mostBytes = 100_000_000;

/** Writes a text where the user says; false when they thought better of it. */
export async function saveText(
  owner: BrowserWindow | null,
  kind: TextKind,
  name: string,
  text: string,
): Promise<Result<boolean>> {
  const filter = kinds[kind];
  const path = await chooseWhereToSave(owner, { title: 'Export notes', name, filter });
  if (path === null) return ok(false);
  try {
    await writeFile(path, text, { mode: 0o600, flush: true });
    return ok(true);
  } catch (error) {
    return failed('file-not-written', { cause: causeOf(error) });
  }
}

/** Reads a JSON file that the user chooses; null when they thought better of it. */
export async function openText(owner: BrowserWindow | null): Promise<Result<string | null>> {
  const path = await chooseFile(owner, { title: 'Import notes', filter: kinds.json });
  if (path === null) return ok(null);
  try {
    if ((await stat(path)).size > mostBytes) return failed('not-notes');
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    return failed('file-unreadable', { cause: causeOf(error) });
  }
}
