import { getDocument, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { startPdfWorker } from './workers';

/** More than any certificate has; a transcript is read, not looked through here. */
export const mostShownPages = 30;

/** A PDF that is open to be looked at. */
export interface ShownPdf {
  pages: number;
  /** Draws a page to fill a width of CSS pixels; nothing if it was closed meanwhile. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>;
  close(): void;
}

/**
 * Opens a PDF in a worker of our own build, which gets its bytes and nothing else: no address, no script, no
 * WebAssembly. Null for what is locked or damaged.
 */
export async function showPdf(bytes: Uint8Array): Promise<ShownPdf | null> {
  const port = startPdfWorker();
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    data: bytes,
    worker,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    useSystemFonts: true,
  });
  const close = () => {
    void task.destroy().finally(() => port.terminate());
  };
  try {
    const document = await task.promise;
    return {
      pages: document.numPages,
      async draw(number, canvas, width) {
        const page = await document.getPage(number);
        const natural = page.getViewport({ scale: 1 });
        const scale = (width / natural.width) * devicePixelRatio;
        const viewport = page.getViewport({ scale });
        canvas.width = Math.round(viewport.width);
        canvas.height = Math.round(viewport.height);
        await page.render({ canvas, viewport }).promise;
      },
      close,
    };
  } catch {
    close();
    return null;
  }
}
