import './zod-settings';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/book.css';
import './styles/sheet.css';
import { flushSync, mount, unmount } from 'svelte';
import type { Paper } from './core/guide/look';
import { editionOf } from './core/guide/paper';
import type { PrintableGuide } from './core/ipc';
import type { AuditPages, CalendarPages, Drawn, PrintJob } from './core/print-job';
import AuditReport from './screens/print/AuditReport.svelte';
import Book from './screens/print/Book.svelte';
import CalendarSheet from './screens/print/CalendarSheet.svelte';
import { guideContent } from './state/guide-content';
import { showMonth } from './ui/locale';

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

/** A calendar is one sheet: a year stands upright like a page of an almanac, a month lies like one on a wall. */
const sheets: Record<Paper, Record<CalendarPages['view'], string>> = {
  letter: {
    year: '@page { size: 8.5in 11in; margin: 0 }',
    month: '@page { size: 11in 8.5in; margin: 0 }',
  },
  a4: {
    year: '@page { size: 210mm 297mm; margin: 0 }',
    month: '@page { size: 297mm 210mm; margin: 0 }',
  },
};

let shown: Record<string, unknown> | null = null;

/** Draws what is to be printed; answered once its fonts are there. */
window.drawPages = async (job: PrintJob): Promise<Drawn> => {
  if (shown) await unmount(shown);
  sheet.replaceSync(paperOf(job.what));
  const drawn = drawPart(job);
  document.title = `${drawn.title} · Coder’s Almanac`;
  flushSync();
  // Which fonts are needed is only known once the lines are laid out.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  return { title: document.title, day: drawn.day };
};

function paperOf(what: PrintJob['what']): string {
  return what.kind === 'calendar' ? sheets[what.paper][what.view] : pages[what.paper];
}

function drawPart({ what, pages: numbers }: PrintJob): Drawn {
  switch (what.kind) {
    case 'audit':
      return drawAudit(what);
    case 'calendar':
      return drawCalendar(what);
    case 'guide':
      return drawGuide(what, numbers);
  }
}

function drawCalendar(sheet: CalendarPages): Drawn {
  shown = mount(CalendarSheet, { target: page, props: { sheet } });
  const first = sheet.months[0]?.first ?? sheet.today;
  const title = sheet.view === 'year' ? `Almanac year ${first.slice(0, 4)}` : showMonth(first);
  return { title, day: sheet.today };
}

function drawAudit({ pack }: AuditPages): Drawn {
  shown = mount(AuditReport, { target: page, props: { pack } });
  return { title: `Audit pack, ${pack.bodyName}`, day: pack.on };
}

function drawGuide(what: PrintableGuide, numbers: PrintJob['pages']): Drawn {
  const guide = guideContent();
  const one = guide.chapters.find(({ id }) => id === what.chapter);
  if (what.chapter !== null && !one) throw new Error('no such chapter');
  const chapters = one ? [one] : guide.chapters;
  shown = mount(Book, { target: page, props: { guide, chapters, isWhole: !one, numbers } });
  return { title: one?.title ?? 'The guide', day: editionOf(chapters) };
}
