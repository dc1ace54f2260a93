import { realpath } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { StorageFs } from './disk';
import { namesIn } from './disk';

/** Folder names as the programs make them: “OneDrive - Hospital”, “Dropbox (Personal)”. */
const byName: [RegExp, string][] = [
  [/^dropbox\b/i, 'Dropbox'],
  [/^onedrive\b/i, 'OneDrive'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud'],
  [/^(google ?drive|my drive|googledrive-.*)$/i, 'Google Drive'],
  [/^nextcloud\b/i, 'Nextcloud'],
];
/** What they leave inside the folders they keep, whatever these are called. */
const byContent: [RegExp, string][] = [
  [/^\.dropbox(\.cache)?$/, 'Dropbox'],
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.(sync_[0-9a-f]+\.db|nextcloudsync\.log|_sync_[0-9a-f]+\.db)$/, 'Nextcloud'],
  [/^\.tmp\.driveupload$/, 'Google Drive'],
];

/** The program that syncs the folder or one above it; null if none is recognised. */
export async function syncedBy(fs: StorageFs, folder: string): Promise<string | null> {
  const start = await realpath(folder).catch(() => resolve(folder));
  for (let at = start; dirname(at) !== at; at = dirname(at)) {
    const named = byName.find(([pattern]) => pattern.test(basename(at)));
    if (named) return named[1];
    // A folder that may not be listed, such as /home on some systems, tells nothing.
    const names = await namesIn(fs, at).catch(() => []);
    const marked = byContent.find(([pattern]) => names.some((name) => pattern.test(name)));
    if (marked) return marked[1];
  }
  return null;
}
