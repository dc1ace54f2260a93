import type { Found, Labelled } from './certificate-text';
import { labelOf } from './certificate-labels';
import type { Line } from './page-lines';
import { daysIn } from './written-day';

const unitWords =
  '(?:ceus?|ceu\\(s\\)|(?:ce|continuing education) (?:units?|credits?|hours?)|contact hours?|credit hours?|clock hours?|credits?|units?|hours?)';
const unitsSaid = new RegExp(
  `(?<![\\d/.-])(\\d{1,3}(?:[.,]\\d{1,2})?) (?:[A-Z]{2,8}(?:-approved)? )?(${unitWords})\\b`,
  'i',
);
const leadIn =
  /\b(?:(?:has |have )?(?:successfully )?(?:completed|attended|participated in)|(?:for )?(?:attending|completing|participating in)|(?:completion of|attendance at|participation in))\b:?/i;
/** What follows a lead-in without naming anything: “the live session”, “the following course”. */
const namesNothing =
  /^(?:the |a |an |this |following |live |online |on-demand |virtual |educational |continuing |education |\d+ ?-?hour )*(?:course|program|activity|session|event|webinar|presentation|training|conference|workshop)?s?:?$/i;
const personFollows =
  /(?:certif(?:y|ies) that|awarded to|presented to|granted to|given to|conferred (?:up)?on)$/i;
const boilerplate =
  /certificate|certif(?:y|ies)|\brecord of\b|awarded|presented (?:to|by)|attendance|completion|participation|achievement|recognition|continuing education|this document|keep this/i;
const byWhom =
  /\b(?:presented|sponsored|offered|provided|hosted|conducted|organized) by:? (.+?)(?= on |, on |\.$|$)/i;
const organisation =
  /\b(?:association|institute|academy|society|university|college|hospital|foundation|council|network|health system|inc\.?|llc)\b/i;
const looksLikeIndex =
  /(?<![\w-])(?=[A-Z0-9-]*\d[A-Z0-9-]*\d[A-Z0-9-]*\d[A-Z0-9-]*\d)[A-Z]{2,}[A-Z0-9]*(?:-[A-Z0-9]+)*(?![\w-])/;

/** What lines without labels say, or seem to say. Lines beside labels that are none of ours are left out. */
export function inSentences(lines: readonly Line[], labelled: readonly Labelled[]): Found[] {
  const taken = new Set(labelled.map(({ line }) => line));
  const free = lines.filter((line) => !taken.has(line));
  const person = lines.find((_, index) => personFollows.test(lines[index - 1]?.text ?? ''));
  const rest = free.filter((line) => line !== person);
  return [...rest.flatMap(said), ...titles(lines, rest), ...guesses(rest)];
}

function said(line: Line): Found[] {
  const { text } = line;
  const found: Found[] = [];
  const units = unitsSaid.exec(text);
  if (units?.[1] && units[2]) {
    const isPlain = /^(?:hours?|units?)$/i.test(units[2]);
    found.push({ field: 'units', text: units[1], line, sureness: isPlain ? 'guess' : 'likely' });
  }
  const isOther = /\b(?:issued|printed|expires?|valid|born|revised|version|copyright)\b|©/i.test(
    text,
  );
  for (const day of isOther ? [] : daysIn(text)) {
    found.push({ field: 'completedOn', text: day, line, sureness: 'likely' });
  }
  const sponsor = byWhom.exec(text)?.[1];
  if (sponsor) found.push({ field: 'sponsor', text: sponsor, line, sureness: 'likely' });
  return found;
}

function titles(lines: readonly Line[], rest: readonly Line[]): Found[] {
  const found: Found[] = [];
  const propose = (text: string, line: Line | undefined, sureness: Found['sureness']) => {
    if (line) found.push({ field: 'title', text, line, sureness });
  };
  for (const line of rest) {
    const quoted = /[“"«]([^“”"«»]{4,200})[”"»]/.exec(line.text)?.[1];
    if (quoted) propose(quoted, line, 'likely');
    const lead = leadIn.exec(line.text);
    if (!lead || /^certificate of/i.test(line.text)) continue;
    const after = line.text.slice(lead.index + lead[0].length).trim();
    const next = lines[lines.indexOf(line) + 1];
    if (!namesNothing.test(after))
      propose(after.replace(/^(?:the |a )(?=[A-Z])/, ''), line, 'likely');
    else if (next && !labelOf(next.text)) propose(next.text, next, 'likely');
  }
  return found;
}

/** Only by their looks: the largest line, an organisation’s name, letters with many digits. */
function guesses(rest: readonly Line[]): Found[] {
  const found: Found[] = [];
  const wordy = rest.filter(({ text }) => !boilerplate.test(text) && /[a-z]{3}.* /i.test(text));
  const largest = [...wordy].sort((one, other) => other.size - one.size)[0];
  if (largest) found.push({ field: 'title', text: largest.text, line: largest, sureness: 'guess' });
  for (const line of rest) {
    if (organisation.test(line.text) && line.text.length < 90 && !/ by /i.test(line.text)) {
      found.push({ field: 'sponsor', text: line.text, line, sureness: 'guess' });
    }
    const number = looksLikeIndex.exec(line.text)?.[0];
    if (number) found.push({ field: 'indexNumber', text: number, line, sureness: 'guess' });
  }
  return found;
}
