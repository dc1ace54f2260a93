import type { PageNumbers } from './pdf-pages';

interface Ways {
  /** Draws and prints with these numbers. */
  print: (pages: PageNumbers) => Promise<Uint8Array>;
  read: (pdf: Uint8Array) => Promise<PageNumbers>;
}

/** Longer numbers may break a line anew and push what follows; more often than this they do not. */
const mostTries = 5;

/**
 * Prints until the numbers that stand in a document are those of its pages: the first time without any, then
 * with what the print before has come to.
 * @throws where it does not settle, which would be a mistake of the page's own.
 */
export async function printSettled({ print, read }: Ways): Promise<Uint8Array> {
  let pages: PageNumbers = {};
  for (let tries = 0; tries < mostTries; tries += 1) {
    const pdf = await print(pages);
    const now = await read(pdf);
    if (areSame(pages, now)) return pdf;
    pages = now;
  }
  throw new Error('the numbers of the pages do not settle');
}

function areSame(one: PageNumbers, other: PageNumbers): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
}
