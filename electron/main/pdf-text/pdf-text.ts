import { mostCertificateBytes } from '../../../src/core/ceu/certificate-size';
import type { PageText } from '../../../src/core/ceu/page-text';
import { failed, type Result } from '../../../src/core/result';

/** A process that reads one PDF. */
export interface PdfProcess {
  send(bytes: Uint8Array): void;
  onAnswer(listen: (answer: Result<PageText>) => void): void;
  onEnd(listen: () => void): void;
  end(): void;
}

export const mostPdfBytes = mostCertificateBytes;
export const mostPdfSeconds = 15;

interface Limits {
  seconds?: number;
}

/**
 * The text of a PDF, read in a process of its own that is ended when it has answered or has taken too long: a
 * hostile file can fill that process or hang it, and nothing else.
 *
 * Problems: evidence-size, pdf-slow, and those of `readPdf`.
 */
export async function pdfText(
  bytes: Uint8Array,
  name: string,
  start: () => PdfProcess,
  { seconds = mostPdfSeconds }: Limits = {},
): Promise<Result<PageText>> {
  if (bytes.length > mostPdfBytes) return failed('evidence-size', { name });
  const reader = start();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Result<PageText>>((resolve) => {
      timer = setTimeout(
        () => resolve(failed('pdf-slow', { seconds: String(seconds) })),
        seconds * 1000,
      );
      reader.onAnswer(resolve);
      // Out of memory, or crashed: the file is more than can be read.
      reader.onEnd(() => resolve(failed('pdf-damaged')));
      reader.send(bytes);
    });
  } finally {
    clearTimeout(timer);
    reader.end();
  }
}
