import type { BrowserWindow } from 'electron';
import { readFile } from 'node:fs/promises';
import { auditPackOf, packName } from '../../src/core/ceu/audit-of';
import type { Paper } from '../../src/core/guide/look';
import type { Day, Id } from '../../src/core/library/fields';
import { referenceOf } from '../../src/core/reference/own-bodies';
import { failed, ok, type Result } from '../../src/core/result';
import { chooseWhereToSave } from './dialogs';
import { writePackFile } from './exports/pack-file';
import type { Log } from './log';
import type { LibraryStore } from './storage/types';

interface Needs {
  owner: BrowserWindow | null;
  store: LibraryStore;
  today: Day;
  log: Log;
}

/** Asks where to keep the audit pack of a cycle and writes it there; false when the user thought better of it. */
export async function saveAuditPack(
  cycleId: Id,
  paper: Paper,
  { owner, store, today, log }: Needs,
): Promise<Result<boolean>> {
  const cycle = store.library.cycles[cycleId];
  if (!cycle || cycle.deletedAt !== undefined) return failed('not-there', { what: 'cycle' });
  const pack = auditPackOf(cycle, store.library, today, referenceOf(store.library));
  const name = packName(pack);
  const filter = { name: 'ZIP', extensions: ['zip'] };
  const path = await chooseWhereToSave(owner, {
    ...{ title: 'Save the audit pack', name: `${name}.zip`, filter },
  });
  if (path === null) return ok(false);
  const { pdfOf } = await import('./printing');
  const pdf = await pdfOf({ kind: 'audit', pack, paper }, log);
  if (!pdf.ok) return pdf;
  return writePackFile(path, pack, {
    pdf: { name: `${name}.pdf`, bytes: pdf.value },
    async read({ sha256 }) {
      const found = await store.evidencePath(`evidence:${sha256}`);
      return found.ok ? ok(new Uint8Array(await readFile(found.value))) : found;
    },
  });
}
