import { shell } from 'electron';
import { extname } from 'node:path';

/** What the system may be asked to open by its type. Everything else is only shown in its folder. */
const openable = new Set(['.pdf', '.png', '.jpg', '.jpeg', '.txt']);

/**
 * Shows a certificate in the program that the system has for it. The system runs what it is given, so
 * the store has checked the bytes and named the file by their kind.
 */
export async function openFile(path: string): Promise<void> {
  const complaint = openable.has(extname(path).toLowerCase()) ? await shell.openPath(path) : 'kind';
  if (complaint !== '') shell.showItemInFolder(path);
}

/** Shows a folder of the user's own in the system's file manager. */
export async function openFolder(path: string): Promise<void> {
  await shell.openPath(path);
}

export function showInFolder(path: string): void {
  shell.showItemInFolder(path);
}
