import type { BrowserWindow, WebContents } from 'electron';
import { z } from 'zod';
import type { Drawn, PrintJob } from '../../src/core/print-job';
import { failed, ok, type Result } from '../../src/core/result';
import { chooseWhereToSave } from './dialogs';
import { withSameBytes } from './exports/same-bytes';
import { footerOf } from './exports/footer';
import { pageNumbersOf } from './exports/pdf-pages';
import { printSettled } from './exports/settle-pages';
import type { Log } from './log';
import { withPrintPage, type PrintPage } from './print-window';
import { causeOf, diskOf } from './storage/disk';
import { writeDurably } from './storage/durable-file';
import { StorageFailure } from './storage/failure';

/** The page is ours, but what comes from a window is looked at. */
const Told = z.object({ title: z.string().min(1).max(200), day: z.iso.date() });

const sizes = { letter: 'Letter', a4: 'A4' } as const;

/** Asks where to keep a PDF, draws it and writes it there; false when the user thought better of it. */
export async function savePdf(
  owner: BrowserWindow | null,
  what: PrintJob['what'],
  name: string,
  log: Log,
): Promise<Result<boolean>> {
  const filter = { name: 'PDF', extensions: ['pdf'] };
  const path = await chooseWhereToSave(owner, { title: 'Save as PDF', name, filter });
  if (path === null) return ok(false);
  const made = await pdfOf(what, log);
  return made.ok ? writePdf(path, made.value) : made;
}

/** One of our pages with its data as the bytes of a PDF; the same data give the same bytes, but for the order of tags. */
export function pdfOf(what: PrintJob['what'], log: Log): Promise<Result<Uint8Array>> {
  return withPrintPage(log, async (page) => {
    const { pdf, drawn } = await settle(page, what);
    return ok(withSameBytes(pdf, drawn.day));
  });
}

/** Hands it to the system's dialog; false when the user thought better of it. */
export function print(what: PrintJob['what'], log: Log): Promise<Result<boolean>> {
  return withPrintPage(
    log,
    async (page) => {
      const { drawn } = await settle(page, what);
      return askSystem(page.contents, what, drawn);
    },
    // The dialog stays open for as long as the user looks at it.
    2 ** 31 - 1,
  );
}

/** Draws and prints until the page numbers in it are right. */
async function settle({ contents, draw }: PrintPage, what: PrintJob['what']) {
  let drawn: Drawn = { title: '', day: '' };
  // Chromium names the elements of a tagged PDF in the order in which it came upon them, which is not always the
  // same; of a pack that is to be compared byte by byte there are none.
  const isTagged = what.kind !== 'audit';
  // A calendar is one sheet, which says on itself what it is.
  const isBook = what.kind !== 'calendar';
  const pdf = await printSettled({
    async print(pages) {
      drawn = Told.parse(await draw({ what, pages }));
      return contents.printToPDF({
        displayHeaderFooter: isBook,
        headerTemplate: '<span></span>',
        footerTemplate: footerOf(drawn.title),
        printBackground: true,
        // The page's own style says how large the paper is, and its margins.
        preferCSSPageSize: true,
        generateTaggedPDF: isTagged,
        generateDocumentOutline: isTagged,
      });
    },
    read: pageNumbersOf,
  });
  return { pdf, drawn };
}

function askSystem(
  contents: WebContents,
  { paper, kind }: PrintJob['what'],
  { title }: Drawn,
): Promise<Result<boolean>> {
  return new Promise((resolve) => {
    contents.print(
      {
        ...{ printBackground: true, pageSize: sizes[paper] },
        ...(kind === 'calendar' ? {} : { footer: title }),
      },
      (isDone, cause) => {
        if (isDone) resolve(ok(true));
        else if (/cancel/i.test(cause)) resolve(ok(false));
        else resolve(failed('not-printed', { cause }));
      },
    );
  });
}

async function writePdf(path: string, pdf: Uint8Array): Promise<Result<boolean>> {
  try {
    await writeDurably(diskOf({}), path, pdf);
    return ok(true);
  } catch (error) {
    const told = error instanceof StorageFailure ? error.problem.about?.['cause'] : undefined;
    return failed('file-not-written', { cause: told ?? causeOf(error) });
  }
}
