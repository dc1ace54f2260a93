import { Marked, type MarkedToken, type Token, type TokenizerExtension } from 'marked';

/** Text within a passage. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'strong'; parts: Inline[] }
  | { kind: 'em'; parts: Inline[] }
  | { kind: 'del'; parts: Inline[] }
  | { kind: 'link'; href: string; parts: Inline[] }
  /** A word that the glossary explains; `terms.ts` finds them. `isFirst` marks the first of its passage. */
  | { kind: 'term'; term: string; text: string; isFirst: boolean }
  /** A source reference; `number` counts the chapter's sources by first use, `isFirst` marks that use. */
  | { kind: 'note'; source: string; number: number; isFirst: boolean };

export type Align = 'start' | 'center' | 'end';

/**
 * The smallest thing that can be found, and later marked: a paragraph, the text of a list item, a table row.
 * Its key is `section:number` within the section.
 */
interface Passage {
  passage: string;
}

export interface Row extends Passage {
  cells: Inline[][];
}

export type Block =
  | (Passage & { kind: 'heading'; level: 2 | 3; parts: Inline[] })
  | (Passage & { kind: 'paragraph'; parts: Inline[] })
  | (Passage & { kind: 'code'; text: string })
  | { kind: 'list'; isOrdered: boolean; start: number; isTight: boolean; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'table'; align: Align[]; head: Row; rows: Row[] }
  | { kind: 'rule' };

interface NoteToken {
  type: 'note';
  raw: string;
  source: string;
}

const note: TokenizerExtension = {
  name: 'note',
  level: 'inline',
  start: (text) => text.indexOf('[^'),
  tokenizer(text) {
    const found = /^\[\^([^\]\s]+)\]/.exec(text);
    return found ? { type: 'note', raw: found[0], source: found[1] ?? '' } : undefined;
  },
};

const marked = new Marked({ gfm: true, extensions: [note] });

/** How a text that is not ours is read. */
export interface ReadingRules {
  /** The address that a link keeps; null where it becomes its words alone. */
  linkOf: (href: string) => string | null;
  /** What lies deeper than so many lists, quotes or emphases is shown as it was typed. */
  deepest: number;
}

/** Markdown as marked reads it, with `[^source]` as a token of its own. */
export function lex(markdown: string): MarkedToken[] {
  return known(marked.lexer(markdown));
}

/** What no extension of ours adds is one of marked's own. */
const known = (tokens: Token[] | undefined) => (tokens ?? []) as MarkedToken[];

/**
 * Turns marked's tokens into plain data that a screen can draw without markup: raw HTML becomes its own text,
 * a picture its description. One reader per chapter, since the numbers of its notes run through.
 */
export class BlockReader {
  /** Source ids by first use: the chapter's numbered notes. */
  readonly notes: string[] = [];
  #section = '';
  #next = 0;
  #depth = 0;

  constructor(private readonly rules: ReadingRules | null = null) {}

  /** What follows belongs to this section; its passages are counted from `first`. */
  enter(section: string, first = 0): void {
    this.#section = section;
    this.#next = first;
  }

  heading(tokens: Token[] | undefined, level: 2 | 3): Block {
    return { kind: 'heading', level, passage: this.#passage(), parts: this.#inlines(tokens) };
  }

  blocks(tokens: readonly MarkedToken[]): Block[] {
    return this.#within(() => tokens.flatMap((token) => this.#block(token) ?? []));
  }

  #within<T>(read: () => T): T {
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  #isDeepest(token: MarkedToken | NoteToken): boolean {
    if (!this.rules || this.#depth <= this.rules.deepest) return false;
    return 'tokens' in token || 'items' in token;
  }

  #asTyped(raw: string): Block {
    return {
      kind: 'paragraph',
      passage: this.#passage(),
      parts: [{ kind: 'text', text: oneLine(raw.trimEnd()) }],
    };
  }

  #passage(): string {
    return `${this.#section}:${this.#next++}`;
  }

  #block(token: MarkedToken): Block | null {
    if (this.#isDeepest(token)) return this.#asTyped(token.raw);
    switch (token.type) {
      case 'paragraph':
      case 'text':
        return {
          kind: 'paragraph',
          passage: this.#passage(),
          parts: this.#inlines('tokens' in token ? (token.tokens ?? [token]) : [token]),
        };
      case 'list':
        return {
          kind: 'list',
          isOrdered: token.ordered,
          start: token.start === '' ? 1 : token.start,
          isTight: !token.loose,
          items: token.items.map((item) => this.blocks(known(item.tokens))),
        };
      case 'blockquote':
        return { kind: 'quote', blocks: this.blocks(known(token.tokens)) };
      case 'table': {
        const row = (cells: { tokens: Token[] }[]): Row => ({
          passage: this.#passage(),
          cells: cells.map((cell) => this.#inlines(cell.tokens)),
        });
        const head = row(token.header);
        const rows = token.rows.map(row);
        return { kind: 'table', align: alignOf(token.align, rows), head, rows };
      }
      case 'code':
        return { kind: 'code', passage: this.#passage(), text: token.text };
      case 'hr':
        return { kind: 'rule' };
      case 'space':
      case 'def':
        return null;
      default:
        // A heading of another level, raw HTML: shown as what was typed.
        return this.#asTyped(token.raw);
    }
  }

  #inlines(tokens: Token[] | undefined): Inline[] {
    const read = this.#within(() =>
      ((tokens ?? []) as (MarkedToken | NoteToken)[]).map((token) => this.#inline(token)),
    );
    return read.reduce<Inline[]>((parts, part) => {
      const last = parts.at(-1);
      if (part.kind === 'text' && last?.kind === 'text') {
        parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
      } else parts.push(part);
      return parts;
    }, []);
  }

  #inline(token: MarkedToken | NoteToken): Inline {
    if (this.#isDeepest(token)) return { kind: 'text', text: oneLine(token.raw) };
    switch (token.type) {
      case 'strong':
      case 'em':
      case 'del':
        return { kind: token.type, parts: this.#inlines(token.tokens) };
      case 'link': {
        const parts = this.#inlines(token.tokens);
        const href = this.rules ? this.rules.linkOf(token.href) : token.href;
        return href === null
          ? { kind: 'text', text: textOf(parts) }
          : { kind: 'link', href, parts };
      }
      case 'codespan':
        return { kind: 'code', text: oneLine(token.text) };
      case 'br':
        return { kind: 'break' };
      case 'note':
        return this.#note(token.source);
      case 'image':
        return { kind: 'text', text: oneLine(plain(token.text)) || (this.rules ? 'Picture' : '') };
      case 'text':
      case 'escape':
        return { kind: 'text', text: oneLine(plain(token.text)) };
      default:
        return { kind: 'text', text: oneLine(token.raw) };
    }
  }

  #note(source: string): Inline {
    const known = this.notes.indexOf(source);
    if (known >= 0) return { kind: 'note', source, number: known + 1, isFirst: false };
    return { kind: 'note', source, number: this.notes.push(source), isFirst: true };
  }
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

/** The few named characters that people type in Markdown; marked leaves them to the browser. */
function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name] ?? '');
}

const figure = /^[~<>≈]?\$?\d[\d.,–-]*\s?%?$/;

/** A column that says nothing of itself and holds only figures is read from its end. */
function alignOf(said: (string | null)[], rows: Row[]): Align[] {
  return said.map((align, at) => {
    if (align === 'right') return 'end';
    if (align === 'center') return 'center';
    const texts = rows.map((row) => textOf(row.cells[at] ?? [])).filter((text) => text !== '');
    return texts.length > 0 && texts.every((text) => figure.test(text)) ? 'end' : 'start';
  });
}

/** The words of inline parts, without the numbers of notes. */
export function textOf(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text' || part.kind === 'code' || part.kind === 'term') return part.text;
      if (part.kind === 'break') return ' ';
      return part.kind === 'note' ? '' : textOf(part.parts);
    })
    .join('');
}

/** Stands between the cells of a row where it is read as one line of text. */
export const cellGap = ' · ';

/** Every passage of the blocks in the order of reading, as plain text. */
export function passagesOf(blocks: readonly Block[]): { passage: string; text: string }[] {
  const rowOf = ({ passage, cells }: Row) => ({ passage, text: cells.map(textOf).join(cellGap) });
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [{ passage: block.passage, text: textOf(block.parts) }];
      case 'code':
        return [{ passage: block.passage, text: block.text }];
      case 'list':
        return block.items.flatMap(passagesOf);
      case 'quote':
        return passagesOf(block.blocks);
      case 'table':
        return [block.head, ...block.rows].map(rowOf);
      case 'rule':
        return [];
    }
  });
}
