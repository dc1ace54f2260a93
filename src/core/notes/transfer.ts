import { z } from 'zod';
import type { CommandOf } from '../library/commands';
import type { Day, Instant } from '../library/fields';
import { failed, ok, type Result } from '../result';
import { mostImported } from './commands';
import { kindNames } from './kinds';
import { Card } from '../study/schema';
import { Bookmark, Highlight } from './schema';

const format = 'coders-almanac notes';
/** Raised when an older program could not read the file. */
const version = 1;

const Head = z.object({ format: z.literal(format), version: z.int().min(1) });
const Body = z.object({
  highlights: z.array(Highlight).max(mostImported),
  bookmarks: z.array(Bookmark).max(mostImported),
  /** A file of the time before there were cards has none. */
  cards: z.array(Card).max(mostImported).optional(),
});

interface Notes {
  highlights: readonly Highlight[];
  bookmarks: readonly Bookmark[];
  cards: readonly Card[];
}

/** All of them as a file that `readNotes` reads again, to the letter. */
export function notesAsJson({ highlights, bookmarks, cards }: Notes, exportedAt: Instant): string {
  const file = { format, version, exportedAt, highlights, bookmarks, cards };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The import that a file stands for; `not-notes` or `notes-newer` for what is none. Never throws. */
export function readNotes(text: string): Result<CommandOf<'notes.import'>> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return failed('not-notes');
  }
  const head = Head.safeParse(raw);
  if (!head.success) return failed('not-notes');
  if (head.data.version > version) return failed('notes-newer');
  const body = Body.safeParse(raw);
  if (!body.success) return failed('not-notes');
  return ok({ type: 'notes.import', ...body.data, cards: body.data.cards ?? [] });
}

/** Marked passages under one title, such as those of a chapter. */
export interface NoteGroup {
  title: string;
  items: readonly { highlight: Highlight; day: Day }[];
}

/** A card, and where its passage stands; null for one of the user's own words. */
export interface NotedCard {
  card: Card;
  where: string | null;
}

/**
 * Notes to be read elsewhere: passages as quotations in the order given, with what was written at them, then
 * bookmarks and cards.
 */
export function notesAsMarkdown(
  title: string,
  groups: readonly NoteGroup[],
  { bookmarks, cards }: { bookmarks: readonly Bookmark[]; cards: readonly NotedCard[] },
): string {
  const parts = groups
    .filter(({ items }) => items.length > 0)
    .map(({ title: heading, items }) =>
      [`## ${literal(heading)}`, ...items.map(itemAsMarkdown)].join('\n\n'),
    );
  if (bookmarks.length > 0) {
    const lines = bookmarks.map((one) => `- ${literal(one.title)}`);
    parts.push(['## Bookmarks', lines.join('\n')].join('\n\n'));
  }
  if (cards.length > 0) parts.push(['## Cards', ...cards.map(cardAsMarkdown)].join('\n\n'));
  return `${[`# ${literal(title)}`, ...parts].join('\n\n')}\n`;
}

function cardAsMarkdown({ card: { front, back, tags, source }, where }: NotedCard): string {
  // A title is one line.
  const head = `### ${literal(front.replace(/\s+/g, ' '))}`;
  // What the back says of the passage need not be said again.
  const quote = source && source.anchor.quote !== back.trim() ? quoted(source.anchor.quote) : '';
  const about = [where ?? '', ...tags.map((tag) => `#${tag}`)].filter((part) => part !== '');
  return [head, literal(back.trim()), quote, literal(about.join(' · '))]
    .filter((part) => part !== '')
    .join('\n\n');
}

function itemAsMarkdown({ highlight, day }: NoteGroup['items'][number]): string {
  const { anchor, kind, note, tags } = highlight;
  const about = [kindNames[kind], day, ...tags.map((tag) => `#${literal(tag)}`)].join(' · ');
  // A note is the user's own Markdown, if it is any.
  return [quoted(anchor.quote), note.trim(), about].filter((part) => part !== '').join('\n\n');
}

const quoted = (words: string) =>
  words
    .split('\n')
    .map((line) => `> ${literal(line)}`)
    .join('\n>\n');

/** Text in which nothing is taken for a mark of Markdown or HTML. */
function literal(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(
      /^(\s*)([-+]|\d+[.)])(\s)/gm,
      (_, space: string, mark: string, after: string) =>
        `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}${after}`,
    );
}
