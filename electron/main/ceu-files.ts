import { proposalsOf } from '../../src/core/ceu/certificate-text';
import type { Api } from '../../src/core/ipc';
import { ok } from '../../src/core/result';
import type { Clock } from './clock';
import { startPdfProcess } from './pdf-text/pdf-process';
import { pdfText } from './pdf-text/pdf-text';
import { todayOfClock } from './today-of-clock';

/** What the page can ask about files of learning: certificates, and tables to import. */
export type CeuFiles = Pick<Api, 'readCertificate'>;

export function makeCeuFiles(clock: Clock): CeuFiles {
  return {
    async readCertificate(name, bytes) {
      const text = await pdfText(bytes, name, startPdfProcess);
      if (!text.ok) return text;
      const { pages, readPages } = text.value;
      return ok({ proposals: proposalsOf(text.value, todayOfClock(clock)), pages, readPages });
    },
  };
}
