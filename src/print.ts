import './zod-settings';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/book.css';
import { flushSync, mount, unmount } from 'svelte';
import type { Paper } from './core/guide/look';
import { editionOf } from './core/guide/paper';
import type { Drawn, PrintJob } from './core/print-job';
import Book from './screens/print/Book.svelte';
import { guideContent } from './state/guide-content';

const target = document.getElementById('app');
if (!target) throw new Error('print.html has no #app');

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

/** The same margins on each page: Chromium finds the places that links lead to by them. */
const pages: Record<Paper, string> = {
  letter: '@page { size: 8.5in 11in; margin: 0.95in 1.4in 1.05in }',
  a4: '@page { size: 210mm 297mm; margin: 25mm 33mm 28mm }',
};

let shown: Record<string, unknown> | null = null;

/** Draws what is to be printed; answered once its fonts are there. */
window.drawPages = async ({ what, pages: numbers }: PrintJob): Promise<Drawn> => {
  const guide = guideContent();
  const one = guide.chapters.find(({ id }) => id === what.chapter);
  if (what.chapter !== null && !one) throw new Error('no such chapter');
  const chapters = one ? [one] : guide.chapters;
  const title = one?.title ?? 'The guide';

  if (shown) await unmount(shown);
  sheet.replaceSync(pages[what.paper]);
  document.title = `${title} · Coder’s Almanac`;
  shown = mount(Book, { target, props: { guide, chapters, isWhole: !one, numbers } });
  flushSync();
  // Which fonts are needed is only known once the lines are laid out.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  return { title: document.title, day: editionOf(chapters) };
};
