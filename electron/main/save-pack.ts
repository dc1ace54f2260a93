import type { BrowserWindow } from 'electron';
import { readFile } from 'node:fs/promises';
import { auditPackOf, packName } from '../../src/core/ceu/audit-of';
import type { AuditFile } from '../../src/core/ceu/audit-pack';
import { faultyProof, withFaults } from '../../src/core/ceu/audit-proof';
import type { PackSaved } from '../../src/core/ipc';
import type { Paper } from '../../src/core/guide/look';
import type { Day, Id } from '../../src/core/library/fields';
import { referenceOf } from '../../src/core/reference/own-bodies';
import { failed, ok, type Result } from '../../src/core/result';
import { chooseWhereToSave } from './dialogs';
import { lookThrough } from './exports/look-through';
import { writePackFile } from './exports/pack-file';
import type { Log } from './log';
import { startPdfProcess } from './pdf-text/pdf-process';
import { pdfText } from './pdf-text/pdf-text';
import type { LibraryStore } from './storage/types';

interface Needs {
  owner: BrowserWindow | null;
  store: LibraryStore;
  today: Day;
  log: Log;
}

/**
 * Asks where to keep the audit pack of a cycle and writes it there; null when the user thought better of it. A
 * certificate that is missing or damaged is named in the pack and in the answer, and keeps nothing from being made.
 */
export async function saveAuditPack(
  cycleId: Id,
  paper: Paper,
  { owner, store, today, log }: Needs,
): Promise<Result<PackSaved | null>> {
  const cycle = store.library.cycles[cycleId];
  if (!cycle || cycle.deletedAt !== undefined) return failed('not-there', { what: 'cycle' });
  const whole = auditPackOf(cycle, store.library, today, referenceOf(store.library));
  const name = packName(whole);
  const filter = { name: 'ZIP', extensions: ['zip'] };
  const path = await chooseWhereToSave(owner, {
    ...{ title: 'Save the audit pack', name: `${name}.zip`, filter },
  });
  if (path === null) return ok(null);
  const read = async ({ sha256, name }: Pick<AuditFile, 'sha256' | 'name'>) => {
    const found = await store.evidencePath(`evidence:${sha256}`);
    if (!found.ok) return found;
    try {
      return ok(new Uint8Array(await readFile(found.value)));
    } catch (error) {
      log.error('a certificate went away while it was read', error);
      return failed('evidence-missing', { name });
    }
  };
  const openPdf = (bytes: Uint8Array, called: string) => pdfText(bytes, called, startPdfProcess);
  const pack = withFaults(whole, await lookThrough(whole, { read, openPdf }));
  const { pdfOf } = await import('./printing');
  const pdf = await pdfOf({ kind: 'audit', pack, paper }, log);
  if (!pdf.ok) return pdf;
  const written = await writePackFile(path, pack, {
    pdf: { name: `${name}.pdf`, bytes: pdf.value },
    read,
  });
  if (!written.ok) return written;
  const faulty = faultyProof(pack).map(({ claim, file, fault }) => ({
    ...{ title: claim.title, name: file.name, fault },
  }));
  return ok({ faulty });
}
