import { textOf, type Block, type Inline } from './markdown';
import type { Chapter } from './parse';
import type { Term } from './schema';

/** The names under which a text may have the terms, and what each stands for. */
interface Names {
  /** Any of them as a whole word, the longest first. */
  pattern: RegExp;
  /** Those that are written in one way only. */
  exact: ReadonlyMap<string, string>;
  /** The others, in small letters. */
  loose: ReadonlyMap<string, string>;
}

/**
 * The chapter with the first use of each term of a section as a part of its own, so that it can be
 * explained. Titles, links, the heads of tables and code stay as they are, and so does every word of the text.
 */
export function withTerms(chapter: Chapter, glossary: readonly Term[]): Chapter {
  const names = namesFor(chapter.id, glossary);
  if (!names) return chapter;
  const sections = chapter.sections.map((section) => {
    const finder = new Finder(names);
    return { ...section, blocks: section.blocks.map((block) => finder.inBlock(block)) };
  });
  return { ...chapter, sections };
}

/** Ids of the terms that are marked in these blocks, in the order of reading. */
export function termsMarked(blocks: readonly Block[]): string[] {
  const ofParts = (parts: readonly Inline[]): string[] =>
    parts.flatMap((part) => {
      if (part.kind === 'term') return [part.term];
      return 'parts' in part ? ofParts(part.parts) : [];
    });
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return ofParts(block.parts);
      case 'list':
        return block.items.flatMap(termsMarked);
      case 'quote':
        return termsMarked(block.blocks);
      case 'table':
        return block.rows.flatMap((row) => row.cells.flatMap(ofParts));
      default:
        return [];
    }
  });
}

/** Ids of the terms that a text of the chapter names, each once, in the order of reading. */
export function termsIn(text: string, chapter: string, glossary: readonly Term[]): string[] {
  const names = namesFor(chapter, glossary);
  const found = names ? [...text.matchAll(names.pattern)] : [];
  return [...new Set(found.flatMap(([name]) => (names && termOf(names, name)) ?? []))];
}

const termOf = ({ exact, loose }: Names, name: string) =>
  exact.get(name) ?? loose.get(name.toLowerCase());

function namesFor(chapter: string, glossary: readonly Term[]): Names | null {
  const exact = new Map<string, string>();
  const loose = new Map<string, string>();
  for (const { id, term, also, markedIn, unmarked = [] } of glossary) {
    if (markedIn && !markedIn.includes(chapter)) continue;
    for (const name of [term, ...also]) {
      if (unmarked.includes(name)) continue;
      // An abbreviation means nothing in small letters: HIM is not him.
      const isExact = /\p{Lu}[\p{Lu}\d]/u.test(name);
      for (const form of formsOf(name)) {
        if (isExact) exact.set(form, id);
        else loose.set(form.toLowerCase(), id);
      }
    }
  }
  const all = [...exact.keys(), ...loose.keys()].sort((one, other) => other.length - one.length);
  if (all.length === 0) return null;
  const some = all.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${some})(?![\\p{L}\\p{N}]|-\\p{L})`, 'giu');
  return { pattern, exact, loose };
}

/** One and several of it. */
const formsOf = (name: string) =>
  /[^aeiou]y$/.test(name) ? [name, `${name.slice(0, -1)}ies`] : [name, `${name}s`];

/** Goes through a section in the order of reading. */
class Finder {
  #seen = new Set<string>();
  /** No term was found in this passage yet. */
  #isFirst = true;

  constructor(private readonly names: Names) {}

  inBlock(block: Block): Block {
    switch (block.kind) {
      case 'paragraph':
        this.#isFirst = true;
        return { ...block, parts: this.#inParagraph(block.parts) };
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => item.map((one) => this.inBlock(one))),
        };
      case 'quote':
        return { ...block, blocks: block.blocks.map((one) => this.inBlock(one)) };
      case 'table': {
        const rows = block.rows.map((row) => {
          this.#isFirst = true;
          return { ...row, cells: row.cells.map((cell) => this.#inParagraph(cell)) };
        });
        return { ...block, rows };
      }
      default:
        return block;
    }
  }

  /** A term that stands alone, such as in a cell of a table, is a label; with a note beside it, it is no target. */
  #inParagraph(parts: Inline[]): Inline[] {
    const text = textOf(parts).trim();
    return text !== '' && text.replace(this.names.pattern, '') === ''
      ? parts
      : this.#inParts(parts);
  }

  #inParts(parts: readonly Inline[]): Inline[] {
    return parts.flatMap((part): Inline[] => {
      if (part.kind === 'text') return this.#inText(part.text);
      if (part.kind === 'strong' || part.kind === 'em' || part.kind === 'del') {
        return [{ ...part, parts: this.#inParts(part.parts) }];
      }
      return [part];
    });
  }

  #inText(text: string): Inline[] {
    const parts: Inline[] = [];
    let at = 0;
    for (const { 0: found, index } of text.matchAll(this.names.pattern)) {
      const term = termOf(this.names, found);
      if (term === undefined || this.#seen.has(term)) continue;
      this.#seen.add(term);
      if (index > at) parts.push({ kind: 'text', text: text.slice(at, index) });
      parts.push({ kind: 'term', term, text: found, isFirst: this.#isFirst });
      this.#isFirst = false;
      at = index + found.length;
    }
    if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
    return parts;
  }
}
