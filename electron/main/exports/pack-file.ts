import { open, rename, unlink } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { AuditPack } from '../../../src/core/ceu/audit-pack';
import { failed, ok, type Result } from '../../../src/core/result';
import { causeOf } from '../storage/disk';
import { writeAuditPack, type PackNeeds } from './audit-pack';

/** Writes a pack to a file: beside it first, so that what stands under the name is never half a pack. */
export async function writePackFile(
  path: string,
  pack: AuditPack,
  needs: Omit<PackNeeds, 'write'>,
): Promise<Result<boolean>> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    let written: Awaited<ReturnType<typeof writeAuditPack>>;
    try {
      written = await writeAuditPack(pack, {
        ...needs,
        write: async (piece) => void (await file.writeFile(piece)),
      });
      await file.sync();
    } finally {
      await file.close();
    }
    if (!written.ok) {
      await unlink(temporary);
      return written;
    }
    await rename(temporary, path);
    return ok(true);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    return failed('file-not-written', { cause: causeOf(error) });
  }
}
