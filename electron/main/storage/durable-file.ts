import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { codeOf, namesIn } from './disk';
import type { Disk } from './disk';
import { fail } from './failure';

// A virus scanner, an indexer or a sync client may hold the target for a moment (Windows says EPERM, EBUSY
// or EACCES). Two seconds in all outlast them; nothing else is worth a second try.
const backOff = [10, 20, 50, 100, 200, 400, 800];
const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);
// Some network drives cannot flush a folder and say so.
const cannotFlushFolders = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS']);

const temporary = /^\..+\.[0-9a-f-]{36}\.tmp$/;

/**
 * Replaces a file by one with these bytes, or leaves it untouched: at no moment is there a half-written
 * file under its name. The new one is written beside it, flushed, measured and renamed over it, since a
 * full disk cuts a file short without every writer noticing, and a power cut keeps names before contents.
 */
export async function writeDurably(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  mode = 0o600,
): Promise<void> {
  const folder = dirname(path);
  const temp = join(folder, `.${path.slice(folder.length + 1)}.${randomUUID()}.tmp`);
  try {
    await disk.fs.writeFile(temp, bytes, { mode, flag: 'wx', flush: true });
    if ((await disk.fs.stat(temp)).size !== bytes.length) {
      fail('write-failed', { cause: 'the disk took only a part of the file' });
    }
    await renamePatiently(disk, temp, path);
  } catch (error) {
    // What is left of it would keep a full disk full. If even this fails, the sweep at the next start does it.
    await disk.fs.unlink(temp).catch(() => undefined);
    throw error;
  }
  await flushFolder(disk, folder);
}

export async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  for (const pause of backOff) {
    try {
      return await disk.fs.rename(from, to);
    } catch (error) {
      if (!passing.has(codeOf(error) ?? '')) throw error;
      await disk.timers.wait(pause);
    }
  }
  await disk.fs.rename(from, to);
}

/** Makes the names of a folder last through a power cut; Windows does that by itself and cannot be asked. */
export async function flushFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await disk.fs.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!cannotFlushFolders.has(codeOf(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

/** Removes what a crash left half-written. Only for the holder of the lock: another's may be in use. */
export async function sweepTemporary(disk: Disk, folder: string): Promise<void> {
  for (const name of await namesIn(disk.fs, folder)) {
    if (temporary.test(name)) await disk.fs.unlink(join(folder, name));
  }
}
