import { readFile } from 'node:fs/promises';
import { proposalsOf } from '../../src/core/ceu/certificate-text';
import { transcriptTable } from '../../src/core/ceu/import/transcript';
import type { Api } from '../../src/core/ipc';
import { failed, ok } from '../../src/core/result';
import type { Clock } from './clock';
import { picturesAsPdf } from './exports/picture-pdf';
import { readCsv } from './imports/read-csv';
import { readPaste } from './imports/read-paste';
import { startPdfProcess } from './pdf-text/pdf-process';
import { pdfText } from './pdf-text/pdf-text';
import type { Session } from './session';
import { isHeic, kindOf } from './storage/evidence';
import { todayOfClock } from './today-of-clock';

/** What the page can ask about files of learning: certificates, and tables to import. */
export type CeuFiles = Pick<
  Api,
  'evidenceBytes' | 'readCertificate' | 'attachPictures' | 'readTable' | 'readPaste'
>;

export function makeCeuFiles(session: Session, clock: Clock): CeuFiles {
  return {
    evidenceBytes: (id) =>
      session.withStore(async (store) => {
        const path = await store.evidencePath(id);
        return path.ok ? ok(new Uint8Array(await readFile(path.value))) : path;
      }),
    async readCertificate(name, bytes) {
      const text = await pdfText(bytes, name, startPdfProcess);
      if (!text.ok) return text;
      const { pages, readPages } = text.value;
      return ok({ proposals: proposalsOf(text.value, todayOfClock(clock)), pages, readPages });
    },
    attachPictures: (activityId, name, pictures) =>
      session.withStore(async (store) => {
        if (pictures.some(isHeic)) return failed('evidence-heic', { name });
        const pdf = picturesAsPdf(pictures);
        if (!pdf.ok) return pdf;
        const put = await store.putEvidence(pdf.value, `${name.replace(/\.\w{1,5}$/, '')}.pdf`);
        if (!put.ok) return put;
        return store.dispatch({ type: 'evidence.attach', activityId, ...put.value });
      }),
    async readTable(name, bytes) {
      if (kindOf(bytes) !== 'pdf') return readCsv(bytes, name);
      const text = await pdfText(bytes, name, startPdfProcess);
      if (!text.ok) return text;
      const table = transcriptTable(text.value, name);
      return table.rows.length === 0 ? failed('import-no-rows', { name }) : ok(table);
    },
    readPaste,
  };
}
