import type { FrontMatter } from './schema';

/** A chapter's file in its two parts. `bodyLine` is the line of the file on which the body begins, from 1. */
export interface ChapterFile {
  front: unknown;
  body: string;
  bodyLine: number;
}

/** A mistake in what the program ships with, so it is thrown: no user can do anything about it. */
export function malformed(id: string, line: number, what: string): Error {
  return new Error(`content/guide/${id}.md, line ${line}: ${what}`);
}

/**
 * Parts the front matter from the text.
 * @throws where there is none or it is not JSON; whether it fits its schema is asked by `parseChapter`.
 */
export function splitChapter(id: string, text: string): ChapterFile {
  const found = /^---\n(.*?)\n---\n/s.exec(text.replace(/\r\n?/g, '\n'));
  if (!found?.[1]) throw malformed(id, 1, 'front matter between two lines of --- is missing');
  try {
    const body = text.replace(/\r\n?/g, '\n').slice(found[0].length);
    return {
      front: JSON.parse(found[1]),
      body,
      bodyLine: found[0].split('\n').length,
    };
  } catch (error) {
    throw malformed(id, 2, `the front matter is not JSON (${String(error)})`);
  }
}

/** `Title {#id}` in its two parts; the id is null where there is none. */
export function splitHeading(text: string): { title: string; id: string | null } {
  const found = /^(.*?)\s*\{#([^}]*)\}\s*$/s.exec(text);
  return found ? { title: found[1] ?? '', id: found[2] ?? '' } : { title: text, id: null };
}

/** What a list of chapters needs, read without parsing the text. */
export interface ChapterInShort {
  id: string;
  order: number;
  title: string;
  summary: string;
  minutes: number;
}

/** A heading of a chapter. `length` is that of the text up to the next one, in characters. */
export interface SectionInShort {
  id: string;
  title: string;
  level: 1 | 2 | 3;
  length: number;
}

export interface Outline {
  chapter: ChapterInShort;
  /** The opening, which bears the chapter's own id and title, comes first. */
  sections: SectionInShort[];
}

/**
 * Chapter and sections by a pass over the lines, for lists that must not wait for the whole parser. A test
 * parses every chapter that ships in full and compares.
 */
export function outlineOf(id: string, text: string): Outline {
  const { front, body } = splitChapter(id, text);
  const { order, title, summary, minutes } = front as FrontMatter;
  const opening: SectionInShort = { id, title, level: 1, length: 0 };
  const sections = [opening];
  for (const line of body.split('\n')) {
    const heading = /^(##|###) (.+)$/.exec(line);
    if (heading) {
      const { title, id } = splitHeading(heading[2] ?? '');
      const level = heading[1] === '##' ? 2 : 3;
      sections.push({ id: id ?? '', title: title.replace(/[*_`]/g, ''), level, length: 0 });
    }
    const last = sections.at(-1) ?? opening;
    last.length += line.length + 1;
  }
  return { chapter: { id, order, title, summary, minutes }, sections };
}

/**
 * Minutes it takes to read on from a place, by the share of characters; whole minutes, at least 1 unless the
 * end is reached. A place of which the chapter knows nothing is its beginning.
 */
export function minutesLeft(
  { chapter, sections }: Outline,
  place: { section: string; part: number } | null,
): number {
  const total = sections.reduce((sum, { length }) => sum + length, 0);
  const at = sections.findIndex(({ id }) => id === place?.section);
  if (!place || at < 0 || total === 0) return chapter.minutes;
  const before = sections.slice(0, at).reduce((sum, { length }) => sum + length, 0);
  const read = before + (sections[at]?.length ?? 0) * place.part;
  return Math.ceil(chapter.minutes * (1 - read / total));
}
