import './stand-ins';
import type { PageText, TextItem } from '../../../src/core/ceu/page-text';
import { failed, ok, type Result } from '../../../src/core/result';

/**
 * Loaded once the stand-ins are there: it shares a file with the reader of printed pages, and what stands at the
 * top of a file is loaded before anything of it runs. Its worker half comes first, which makes pdf.js run it here
 * instead of looking for a file.
 */
async function readerOfPdf() {
  // @ts-expect-error the package describes no types of this file, which only sets a global
  await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

export interface PdfLimits {
  /** Pages that are read; the others are only counted. */
  mostPages: number;
  /** Pieces of text that are kept. */
  mostItems: number;
}
/** A certificate has one page, a transcript of many years a few dozen. */
export const usualLimits: PdfLimits = { mostPages: 60, mostItems: 100_000 };

/**
 * The text of a PDF with its places. Nothing is drawn, fetched or run: no fonts, character maps or pictures
 * are loaded, and forms and scripts are left alone.
 *
 * Problems: pdf-locked, pdf-damaged; pdf-picture and pdf-no-text for pages without any text.
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: PdfLimits = usualLimits,
): Promise<Result<PageText>> {
  const hasPicture = hasPictures(bytes);
  const { getDocument, Util, VerbosityLevel } = await readerOfPdf();
  const task = getDocument({
    // A copy: pdf.js takes the bytes away from whoever hands them over.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    disableAutoFetch: true,
    disableStream: true,
  });
  try {
    const document = await task.promise;
    const pages = document.numPages;
    const readPages = Math.min(pages, limits.mostPages);
    const items: TextItem[] = [];
    for (let number = 1; number <= readPages && items.length < limits.mostItems; number += 1) {
      const page = await document.getPage(number);
      // The page as it is shown: turned as it says, its top at 0.
      const { transform } = page.getViewport({ scale: 1 });
      const content = await page.getTextContent({ disableNormalization: false });
      for (const item of content.items) {
        if (!('str' in item) || item.str === '') continue;
        const matrix = Util.transform(transform, item.transform as number[]) as number[];
        items.push(placed(item.str, matrix, item, number));
        if (items.length >= limits.mostItems) break;
      }
      page.cleanup();
    }
    if (items.every(({ text }) => text.trim() === '')) {
      return failed(hasPicture ? 'pdf-picture' : 'pdf-no-text');
    }
    return ok({ items, pages, readPages });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return failed('pdf-locked');
    return failed('pdf-damaged');
  } finally {
    await task.destroy();
  }
}

function placed(
  text: string,
  matrix: number[],
  { width, height }: { width: number; height: number },
  page: number,
): TextItem {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = matrix;
  const quarter = Math.round(Math.atan2(b, a) / (Math.PI / 2));
  const angle = (((quarter * 90) % 360) + 360) % 360;
  const size = round(Math.hypot(c, d) || height);
  return { text, x: round(x), y: round(y), width: round(width), size, angle, page };
}

/** Hundredths of a point: two programs then agree to the digit. */
function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : 0;
}

/** A picture is a stream of its own, and the dictionary of a stream is never packed. */
function hasPictures(bytes: Uint8Array): boolean {
  return /\/Subtype\s*\/Image\b/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  );
}
