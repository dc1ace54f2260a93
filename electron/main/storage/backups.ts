import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { schemaVersion } from '../../../src/core/library/collections';
import type { BackupInfo } from '../../../src/core/ipc';
import type { Disk } from './disk';
import { makeFolder, namesIn } from './disk';
import { writeDurably } from './durable-file';
import { fail, StorageFailure } from './failure';
import { keptBackups } from './retention';
import { countRecords, isObject, seal, snapshotFault } from './snapshot';
import type { Snapshot } from './snapshot';

export const backupsFolder = 'backups';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A text of the user's own, as a backup names it. */
export interface NamedDocument {
  id: string;
  file: string;
  sha256: string;
}

/** What one file holds: the state, the history, and which certificates and texts, whose files lie elsewhere. */
export interface Backup {
  snapshot: Snapshot;
  history: Record<string, string>;
  evidence: string[];
  documents: NamedDocument[];
}

const fileName =
  /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-(daily|migration|import|restore|move|asked)-(\d+)\.json\.gz$/;

/** The name says when, why and how many records, so that a list needs no unpacking. */
function nameOf(at: string, reason: BackupInfo['reason'], records: number): string {
  return `${at.replace(/[:.]/g, '-')}-${reason}-${records}.json.gz`;
}

function infoOf(name: string, bytes: number): BackupInfo | null {
  const [, day, hour, minute, second, thousandths, reason, records] = fileName.exec(name) ?? [];
  if (!day) return null;
  return {
    name,
    at: `${day}T${hour}:${minute}:${second}.${thousandths}Z`,
    reason: reason as BackupInfo['reason'],
    records: Number(records),
    bytes,
  };
}

/** The hashes that a library's records name, those in the trash included; of any version of the data. */
export function evidenceNamed(library: unknown): string[] {
  const records = isObject(library) ? library['evidence'] : null;
  const hashes = isObject(records)
    ? Object.values(records).map((record) => (isObject(record) ? record['sha256'] : null))
    : [];
  return hashes.filter((sha256) => typeof sha256 === 'string').sort();
}

/** The texts that a library's records name, those in the trash included; of any version of the data. */
export function documentsNamed(library: unknown): NamedDocument[] {
  const records = isObject(library) ? library['documents'] : null;
  if (!isObject(records)) return [];
  return Object.values(records).flatMap((record) => {
    const { id, file, sha256 } = isObject(record) ? record : {};
    const isOne = typeof id === 'string' && typeof file === 'string' && typeof sha256 === 'string';
    return isOne ? [{ id, file, sha256 }] : [];
  });
}

/** The folder backups/. */
export class Backups {
  readonly #root: string;

  constructor(
    private readonly disk: Disk,
    folder: string,
  ) {
    this.#root = join(folder, backupsFolder);
  }

  /** Newest first. */
  async list(): Promise<BackupInfo[]> {
    const infos: BackupInfo[] = [];
    for (const name of await namesIn(this.disk.fs, this.#root)) {
      if (!fileName.test(name)) continue;
      const info = infoOf(name, (await this.disk.fs.stat(join(this.#root, name))).size);
      if (info) infos.push(info);
    }
    return infos.sort((one, other) => (one.name < other.name ? 1 : -1));
  }

  /** Writes one and reads it back before it counts; only then are old ones given up. */
  async make(
    now: string,
    reason: BackupInfo['reason'],
    snapshot: Snapshot,
    history: Record<string, string>,
  ): Promise<BackupInfo> {
    await makeFolder(this.disk.fs, this.#root);
    const records = countRecords(snapshot.library);
    const taken = new Set((await this.list()).map(({ at }) => at));
    let at = new Date(now).toISOString();
    while (taken.has(at)) at = new Date(Date.parse(at) + 1).toISOString();
    const name = nameOf(at, reason, records);
    const about = { format: 'coders-almanac backup', madeAt: at, reason };
    const evidence = JSON.stringify(evidenceNamed(snapshot.library));
    const documents = JSON.stringify(documentsNamed(snapshot.library));
    const text = `{"backup":${JSON.stringify(about)},"evidence":${evidence},"documents":${documents},"history":${JSON.stringify(history)},"snapshot":${seal(snapshot)}}`;
    const path = join(this.#root, name);
    await writeDurably(this.disk, path, await pack(text));
    try {
      await this.read(name);
    } catch (error) {
      await this.disk.fs.unlink(path).catch(() => undefined);
      throw error instanceof StorageFailure && error.problem.code === 'backup-unreadable'
        ? new StorageFailure({
            code: 'write-failed',
            about: { cause: 'the backup did not read back as it was written' },
          })
        : error;
    }
    await this.#thin(now);
    return { name, at, reason, records, bytes: (await this.disk.fs.stat(path)).size };
  }

  /** Throws `backup-unreadable`, or `library-newer` for a backup of a newer program. */
  async read(name: string): Promise<Backup> {
    // The name comes from the window: only one of ours is looked for, and only in this folder.
    if (!fileName.test(name)) fail('backup-unreadable', { name });
    let value: unknown;
    try {
      value = JSON.parse(
        (await unpack(await this.disk.fs.readFile(join(this.#root, name)))).toString(),
      );
    } catch (cause) {
      throw new StorageFailure({ code: 'backup-unreadable', about: { name } }, cause);
    }
    const { snapshot, history, evidence } = isObject(value) ? value : {};
    if (snapshotFault(snapshot) !== null || !isObject(history) || !Array.isArray(evidence)) {
      return fail('backup-unreadable', { name });
    }
    // Before there were texts of the user's own, none was named.
    const backup = { documents: [], ...(value as Omit<Backup, 'documents'>) } as Backup;
    if (backup.snapshot.schema > schemaVersion) {
      fail('library-newer', { version: String(backup.snapshot.schema) });
    }
    return backup;
  }

  /** The newest that reads back well. */
  async newestGood(): Promise<{ info: BackupInfo; backup: Backup } | null> {
    for (const info of await this.list()) {
      try {
        return { info, backup: await this.read(info.name) };
      } catch (error) {
        if (!(error instanceof StorageFailure)) throw error;
      }
    }
    return null;
  }

  async #thin(now: string): Promise<void> {
    const all = await this.list();
    const kept = keptBackups(all, now);
    for (const { name } of all) {
      if (!kept.has(name)) await this.disk.fs.unlink(join(this.#root, name));
    }
  }
}
