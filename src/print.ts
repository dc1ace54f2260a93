import './zod-settings';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/book.css';
import { flushSync, mount, unmount } from 'svelte';
import type { Paper } from './core/guide/look';
import { editionOf } from './core/guide/paper';
import type { Printable } from './core/ipc';
import type { AuditPages, Drawn, PrintJob } from './core/print-job';
import AuditReport from './screens/print/AuditReport.svelte';
import Book from './screens/print/Book.svelte';
import { guideContent } from './state/guide-content';

const target = document.getElementById('app');
if (!target) throw new Error('print.html has no #app');
const page: HTMLElement = target;

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

/** The same margins on each page: Chromium finds the places that links lead to by them. */
const pages: Record<Paper, string> = {
  letter: '@page { size: 8.5in 11in; margin: 0.95in 1.4in 1.05in }',
  a4: '@page { size: 210mm 297mm; margin: 25mm 33mm 28mm }',
};

let shown: Record<string, unknown> | null = null;

/** Draws what is to be printed; answered once its fonts are there. */
window.drawPages = async (job: PrintJob): Promise<Drawn> => {
  if (shown) await unmount(shown);
  sheet.replaceSync(pages[job.what.paper]);
  const drawn = job.what.kind === 'audit' ? drawAudit(job.what) : drawGuide(job.what, job.pages);
  document.title = `${drawn.title} · Coder’s Almanac`;
  flushSync();
  // Which fonts are needed is only known once the lines are laid out.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  return { title: document.title, day: drawn.day };
};

function drawAudit({ pack }: AuditPages): Drawn {
  shown = mount(AuditReport, { target: page, props: { pack } });
  return { title: `Audit pack, ${pack.bodyName}`, day: pack.on };
}

function drawGuide(what: Printable, numbers: PrintJob['pages']): Drawn {
  const guide = guideContent();
  const one = guide.chapters.find(({ id }) => id === what.chapter);
  if (what.chapter !== null && !one) throw new Error('no such chapter');
  const chapters = one ? [one] : guide.chapters;
  shown = mount(Book, { target: page, props: { guide, chapters, isWhole: !one, numbers } });
  return { title: one?.title ?? 'The guide', day: editionOf(chapters) };
}
