import pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import documentWorker from './document-worker?worker&url';

/** Our own build's workers, and nothing else that could be run. */
const files: readonly string[] = [documentWorker, pdfWorker];

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL: (address: string) => string };
}

const { trustedTypes } = globalThis as unknown as { trustedTypes: Policies };

/** The one policy by which the page may start a script by its address; the content policy knows its name. */
const policy = trustedTypes.createPolicy('almanac-worker', {
  createScriptURL(address) {
    if (files.includes(address)) return address;
    throw new TypeError('only the workers of our own build are started');
  },
});

/** Reads and searches texts that are not ours, apart from the window. */
export function startDocumentWorker(): Worker {
  return new Worker(policy.createScriptURL(documentWorker), { type: 'module', name: 'documents' });
}

/** Takes a PDF apart, away from the window that shows it. */
export function startPdfWorker(): Worker {
  return new Worker(policy.createScriptURL(pdfWorker), { type: 'module', name: 'pdf' });
}
