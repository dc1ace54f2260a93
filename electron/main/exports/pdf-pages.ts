/** A place in a PDF that something in it links to, by its name, and the page it stands on, from 1. */
export type PageNumbers = Readonly<Record<string, number>>;

/**
 * Reads on which page each named destination of a PDF stands: those that a link within the document leads
 * to, by the id of the element.
 */
export async function pageNumbersOf(pdf: Uint8Array): Promise<PageNumbers> {
  const { getDocument, VerbosityLevel } = await readerOfPdf();
  // It takes the bytes away from whoever hands them over.
  const reading = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  try {
    const document = await reading.promise;
    const places = Object.entries(await document.getDestinations());
    const pages: Record<string, number> = {};
    for (const [name, place] of places) {
      const page: unknown = Array.isArray(place) ? place[0] : null;
      if (isReference(page)) pages[name] = (await document.getPageIndex(page)) + 1;
    }
    return pages;
  } finally {
    await reading.destroy();
  }
}

/** A megabyte that nothing but printing needs. Its own worker is loaded first: it is then used in this thread. */
async function readerOfPdf() {
  // @ts-expect-error the package describes no types of this file, which only sets a global
  await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

function isReference(page: unknown): page is { num: number; gen: number } {
  return typeof page === 'object' && page !== null && 'num' in page && 'gen' in page;
}
