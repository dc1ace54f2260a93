import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { failed, ok } from '../../../src/core/result';
import type { Result } from '../../../src/core/result';
import { backupsFolder } from './backups';
import { calendarChoicesName } from './calendar-choices';
import { deviceName } from './device';
import type { Disk } from './disk';
import { makeFolder, namesIn } from './disk';
import { documentsFolder } from './document-files';
import { writeDurably } from './durable-file';
import { evidenceFolder } from './evidence';
import { fail, writeProblem } from './failure';
import { historyFolder } from './history';
import { journalName } from './journal';
import { isKeptAside } from './kept-aside';
import { snapshotName } from './snapshot';

const files = [journalName, deviceName, calendarChoicesName];
const folders = [historyFolder, evidenceFolder, backupsFolder, documentsFolder, 'code-sets'];

/**
 * Copies all that is the library's to an empty folder and reads the copy back. The snapshot comes last:
 * a folder without it does not look like a library. If anything fails, the copy is removed again.
 */
export async function copyFolder(disk: Disk, from: string, to: string): Promise<Result<string>> {
  const target = resolve(to);
  const way = relative(resolve(from), target);
  if (way === '' || (!way.startsWith('..') && !isAbsolute(way))) {
    return failed('folder-inside', { folder: to });
  }
  const made: { files: string[]; folders: string[] } = { files: [], folders: [] };
  try {
    if ((await namesIn(disk.fs, target)).length > 0) {
      return failed('folder-not-empty', { folder: to });
    }
    made.folders.push(...(await makeFolder(disk.fs, target)));
    for (const path of [...(await pathsOf(disk, from)), snapshotName]) {
      made.folders.push(...(await makeFolder(disk.fs, dirname(join(target, path)))));
      made.files.push(join(target, path));
      await copyFile(disk, join(from, path), join(target, path), path.startsWith(evidenceFolder));
    }
    return ok(target);
  } catch (error) {
    const problem = writeProblem(error);
    for (const path of made.files) await disk.fs.unlink(path).catch(() => undefined);
    // The innermost first: a folder with another in it cannot be removed.
    const folders = made.folders.sort((one, other) => other.length - one.length);
    for (const path of folders) await disk.fs.rmdir(path).catch(() => undefined);
    const causes: Record<string, string> = {
      'disk-full': 'the disk it should go to is full',
      'read-only-folder': 'the chosen folder cannot be written to',
    };
    const cause = causes[problem.code] ?? problem.about?.['cause'] ?? 'the system refused';
    return failed('move-failed', { cause });
  }
}

async function pathsOf(disk: Disk, from: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of (await namesIn(disk.fs, from)).sort()) {
    if (files.includes(name) || isKeptAside(name) || folders.includes(name)) {
      found.push(...(await filesUnder(disk, from, name)));
    }
  }
  return found;
}

async function filesUnder(disk: Disk, root: string, path: string): Promise<string[]> {
  const stat = await disk.fs.stat(join(root, path));
  if (!stat.isDirectory()) return stat.isFile() && !path.endsWith('.tmp') ? [path] : [];
  const found: string[] = [];
  for (const name of (await disk.fs.readdir(join(root, path))).sort()) {
    found.push(...(await filesUnder(disk, root, join(path, name))));
  }
  return found;
}

async function copyFile(disk: Disk, from: string, to: string, isFinal: boolean): Promise<void> {
  const bytes = await disk.fs.readFile(from);
  await writeDurably(disk, to, bytes, isFinal ? 0o400 : 0o600);
  if (hashOf(await disk.fs.readFile(to)) !== hashOf(bytes)) {
    fail('write-failed', { cause: 'the copy is not what was copied' });
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
