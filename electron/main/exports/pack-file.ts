import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { AuditPack } from '../../../src/core/ceu/audit-pack';
import { failed, ok, type Result } from '../../../src/core/result';
import { causeOf, diskOf, type Disk } from '../storage/disk';
import { flushFolder, renamePatiently } from '../storage/durable-file';
import { writeAuditPack, type PackNeeds } from './audit-pack';

/**
 * Writes a pack to a file: beside it first, so that what stands under the name is never half a pack, and so that
 * a power cut keeps it once it was said to be saved.
 */
export async function writePackFile(
  path: string,
  pack: AuditPack,
  needs: Omit<PackNeeds, 'write'>,
  disk: Disk = diskOf({}),
): Promise<Result<boolean>> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    const file = await disk.fs.open(temporary, 'wx', 0o600);
    let written: Awaited<ReturnType<typeof writeAuditPack>>;
    try {
      let at = 0;
      written = await writeAuditPack(pack, {
        ...needs,
        async write(piece) {
          for (let done = 0; done < piece.length;) {
            const { bytesWritten } = await file.write(piece, done, piece.length - done, at);
            done += bytesWritten;
            at += bytesWritten;
          }
        },
      });
      await file.sync();
    } finally {
      await file.close();
    }
    if (!written.ok) {
      await disk.fs.unlink(temporary);
      return written;
    }
    await renamePatiently(disk, temporary, path);
    await flushFolder(disk, folder);
    return ok(true);
  } catch (error) {
    await disk.fs.unlink(temporary).catch(() => undefined);
    return failed('file-not-written', { cause: causeOf(error) });
  }
}
