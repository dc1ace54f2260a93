import type { MarkedToken, Tokens } from 'marked';
import { BlockReader, passagesOf, textOf, type Block, type ReadingRules } from './markdown';
import { cut, grouped, keyed, partLength, piecesOf, weightOf } from './own-pieces';
import { chunksOf, lexed, splitFront, tidied } from './own-source';
import type { Section } from './parse';
import { fold } from './words';

/** A section of a text of the user's own; see `Section`. Its id holds while its heading does. */
export interface OwnSection extends Section {
  /** It goes on with the one before, which was too long to be drawn at once. */
  isPart: boolean;
}

/** The section before the first heading. It is always there, bears the title, and may hold nothing else. */
export const opening = 'opening';

/** Ids of sections, bookmarks and anchors are no longer than 60. */
const longestName = 48;
const longestTitle = 300;
/** With more headings than this, sections are told apart by their length alone. */
const mostHeadings = 2000;
const deepest = 24;

/**
 * The whole of a Markdown text that is not ours, as plain data: no markup, no address but https, mailto and
 * those of its own sections, pictures as their descriptions, raw HTML as its own text. Any text is read.
 * @throws RangeError where it is nested deeper than the stack; `readPlain` then shows its source.
 */
export function readDocument(text: string): OwnSection[] {
  return [...readInPortions(text)].flat();
}

/** The same in the order of the text, some sections at a time, so that the first can be read early. */
export function* readInPortions(text: string): Generator<OwnSection[]> {
  const { front, body } = splitFront(tidied(text));
  const chunks = lexed(chunksOf(body));
  const depths = chunks.flatMap((chunk) => chunk.depths);
  const maker = new SectionMaker(depths);
  if (front !== null) maker.add({ kind: 'code', passage: '', text: front });
  for (const { tokens } of chunks) {
    for (const token of tokens()) maker.read(token);
    const done = maker.takeDone();
    if (done.length > 0) yield done;
  }
  maker.end();
  yield maker.takeDone();
}

/** The source as it was typed, for a text that cannot be read as Markdown. Never throws, takes no time. */
export function readPlain(text: string): OwnSection[] {
  const names = new Names();
  const pieces = cut(tidied(text), partLength / 2).map((piece): Block => ({
    kind: 'code',
    passage: '',
    text: piece,
  }));
  return grouped(pieces).map((blocks, at) =>
    sectionOf(names.of(at === 0 ? opening : 'part'), '', at === 0 ? 1 : 2, blocks, at > 0),
  );
}

/** The id that a heading of these words gets, if no other has it; `''` for one without letters. */
export function slugOf(words: string): string {
  return fold(words)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, longestName)
    .replace(/^-+|-+$/g, '');
}

/** Links that lead out of the program or along the text; anything else is shown as its words alone. */
export function linkOf(href: string): string | null {
  if (href.startsWith('#')) {
    const name = slugOf(decoded(href.slice(1)));
    return name === '' ? null : `#${name}`;
  }
  // eslint-disable-next-line no-control-regex -- what a browser would drop from an address
  if (/[\u0000-\u0020\u007f-\u00a0\\]/.test(href)) return null;
  if (/^https:\/\/[^/?#]/i.test(href)) return href;
  // Whom to write to, and nothing that is to be said or added.
  const address = /^mailto:([^?#%]+@[^?#%]+)/i.exec(href)?.[1];
  return address === undefined ? null : `mailto:${address}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const rules: ReadingRules = { linkOf, deepest };

class Names {
  #taken = new Set<string>();
  #counts = new Map<string, number>();

  of(base: string): string {
    let count = this.#counts.get(base) ?? 1;
    let name = count === 1 ? base : `${base}-${count}`;
    while (this.#taken.has(name)) name = `${base}-${++count}`;
    this.#counts.set(base, count + 1);
    this.#taken.add(name);
    return name;
  }
}

/** Gathers blocks under their headings, and cuts what became too long. */
class SectionMaker {
  #reader = new BlockReader(rules);
  #names = new Names();
  #done: OwnSection[] = [];
  #id: string;
  #level: 1 | 2 | 3 = 1;
  #blocks: Block[] = [];
  #weight = 0;
  #isFirst = true;
  readonly #top: number;
  readonly #isCrowded: boolean;

  constructor(depths: readonly number[]) {
    this.#id = this.#names.of(opening);
    const [first, ...others] = depths;
    const all = first === 1 ? others : depths;
    this.#top = all.reduce((least, depth) => Math.min(least, depth), 6);
    this.#isCrowded = depths.length > mostHeadings;
  }

  read(token: MarkedToken): void {
    if (token.type === 'space') return;
    if (token.type === 'heading') this.#begin(token);
    // A note below the line that is one word long is taken for an address by marked.
    else if (token.type === 'def' && token.tag.startsWith('^')) this.#asTyped(token.raw);
    else for (const block of this.#reader.blocks([token])) this.add(block);
    this.#isFirst = false;
  }

  add(block: Block): void {
    this.#blocks.push(block);
    this.#weight += this.#isCrowded ? weightOf(block) : 0;
  }

  end(): void {
    const { kind } = this.#blocks[0] ?? { kind: 'rule' };
    const heading = kind === 'heading' ? this.#blocks[0] : undefined;
    const words = heading?.kind === 'heading' ? textOf(heading.parts) : '';
    const title = words.trim().slice(0, longestTitle);
    const parts = grouped(this.#blocks.flatMap(piecesOf));
    for (const [at, blocks] of (parts.length > 0 ? parts : [[]]).entries()) {
      const id = at === 0 ? this.#id : this.#names.of(`${this.#id.slice(0, longestName)}-part`);
      this.#done.push(sectionOf(id, title, this.#level, blocks, at > 0));
    }
    this.#blocks = [];
    this.#weight = 0;
  }

  takeDone(): OwnSection[] {
    return this.#done.splice(0);
  }

  #asTyped(raw: string): void {
    this.add({ kind: 'paragraph', passage: '', parts: [{ kind: 'text', text: raw.trim() }] });
  }

  #begin({ depth, tokens }: Tokens.Heading): void {
    const level = depth <= this.#top ? 2 : 3;
    const heading = this.#reader.heading(tokens, level);
    const isTitle = this.#isFirst && depth === 1;
    if (isTitle && this.#blocks.length === 0) return this.add(heading);
    if (this.#isCrowded && this.#weight < partLength) return this.add(heading);
    this.end();
    const words = heading.kind === 'heading' ? textOf(heading.parts) : '';
    this.#id = this.#names.of(slugOf(words) || 'section');
    this.#level = level;
    this.add(heading);
  }
}

function sectionOf(
  id: string,
  title: string,
  level: 1 | 2 | 3,
  unkeyed: readonly Block[],
  isPart: boolean,
): OwnSection {
  let next = 0;
  const blocks = keyed(unkeyed, () => `${id}:${next++}`);
  const passages = passagesOf(blocks);
  const text = passages.map((one) => one.text).join('\n');
  return { id, title, level, blocks, passages, text, isPart };
}
