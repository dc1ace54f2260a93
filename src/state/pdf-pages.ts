import { getDocument, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { startPdfWorker } from './workers';

/** More than any certificate has; a transcript is read, not looked through here. */
export const mostShownPages = 30;

/** A PDF that is open to be looked at. */
export interface ShownPdf {
  pages: number;
  /**
   * Draws a page to fill a width of CSS pixels, and says whether it did: a drawing that was called off, or
   * whose PDF was closed meanwhile, is no fault. A canvas takes one drawing at a time: call off the last.
   */
  draw(
    page: number,
    canvas: HTMLCanvasElement,
    width: number,
    calledOff: AbortSignal,
  ): Promise<boolean>;
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
  let isClosed = false;
  const close = () => {
    isClosed = true;
    void task.destroy().finally(() => port.terminate());
  };
  try {
    const document = await task.promise;
    return {
      pages: document.numPages,
      async draw(number, canvas, width, calledOff) {
        const page = await unlessOff(document.getPage(number));
        if (!page || calledOff.aborted) return false;
        const natural = page.getViewport({ scale: 1 });
        const scale = (width / natural.width) * devicePixelRatio;
        const viewport = page.getViewport({ scale });
        canvas.width = Math.round(viewport.width);
        canvas.height = Math.round(viewport.height);
        const rendering = page.render({ canvas, viewport });
        calledOff.addEventListener('abort', () => rendering.cancel(), { once: true });
        return await unlessOff(rendering.promise.then(() => true));

        /** What is called off ends with an error in the library; here it ends with false. */
        function unlessOff<T>(work: Promise<T>): Promise<T | false> {
          return work.catch((error: unknown) => {
            if (isClosed || calledOff.aborted) return false;
            throw error;
          });
        }
      },
      close,
    };
  } catch {
    close();
    return null;
  }
}
