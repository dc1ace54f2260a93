import { passagesOf, textOf, type Block, type Row } from './markdown';

/** A part of a text that a window draws at once is about as long as this, in characters. */
export const partLength = 12_000;
/** What a passage costs to draw beside its letters. */
const passageWeight = 60;
/** Longer paragraphs and code are cut: no person wrote them, and a line is laid out as one. */
const longestPassage = 8_000;
/** Of a table, that stay together. */
const mostRows = 150;
const mostCells = 1000;

/** How much of a part a block fills. */
export function weightOf(block: Block): number {
  return passagesOf([block]).reduce((sum, { text }) => sum + text.length + passageWeight, 0);
}

/** The block in pieces none of which fills more than about one part; most blocks are one piece. */
export function piecesOf(block: Block): Block[] {
  if (weightOf(block) <= partLength && !isLong(block)) return [block];
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return cut(textOf(block.parts)).map((text): Block => {
        const { passage } = block;
        return { kind: 'paragraph', passage, parts: [{ kind: 'text', text }] };
      });
    case 'code':
      return cut(block.text).map((text): Block => ({ ...block, text }));
    case 'quote':
      return grouped(block.blocks.flatMap(piecesOf)).map((blocks) => ({ ...block, blocks }));
    case 'list':
      return listPieces(block);
    case 'table':
      return tablePieces(block);
    case 'rule':
      return [block];
  }
}

function isLong(block: Block): boolean {
  return passagesOf([block]).some(({ text }) => text.length > longestPassage);
}

/** An item that is a text by itself stands apart from its list. */
function listPieces(list: Extract<Block, { kind: 'list' }>): Block[] {
  const pieces: Block[] = [];
  let run: Block[] = [];
  const end = () => {
    for (const group of grouped(run)) {
      const items = group.flatMap((one) => (one.kind === 'list' ? one.items : []));
      const [first] = group;
      if (first?.kind === 'list') pieces.push({ ...first, items });
    }
    run = [];
  };
  for (const [at, item] of list.items.entries()) {
    const groups = grouped(item.flatMap(piecesOf));
    if (groups.length <= 1) {
      run.push({ ...list, start: list.start + at, items: [groups[0] ?? []] });
    } else {
      end();
      pieces.push(...groups.flat());
    }
  }
  end();
  return pieces;
}

/** Rows that follow those of the first piece stand without their heads; cells of pages are no table. */
function tablePieces(table: Extract<Block, { kind: 'table' }>): Block[] {
  if (isLong(table)) {
    return passagesOf([table]).flatMap(({ passage, text }) =>
      piecesOf({ kind: 'paragraph', passage, parts: [{ kind: 'text', text }] }),
    );
  }
  const { head, rows } = table;
  const run = Math.min(
    mostRows,
    Math.max(1, Math.floor(mostCells / Math.max(1, head.cells.length))),
  );
  const pieces: Block[] = [];
  for (let at = 0; at === 0 || at < rows.length; at += run) {
    const own = at === 0 ? head : { ...head, cells: [] };
    pieces.push({ ...table, head: own, rows: rows.slice(at, at + run) });
  }
  return pieces;
}

/** Text in pieces, between lines or words where it has any. */
export function cut(text: string, length = longestPassage): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    if (text.length - at <= length) {
      pieces.push(text.slice(at));
      break;
    }
    const line = text.lastIndexOf('\n', at + length);
    const space = text.lastIndexOf(' ', at + length);
    const gap = line > at + length / 2 ? line : space > at + length / 2 ? space : -1;
    let to = gap < 0 ? at + length : gap;
    // Never between the two halves of a letter.
    if (gap < 0 && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1;
    pieces.push(text.slice(at, to));
    at = gap < 0 ? to : to + 1;
  }
  return pieces.length > 0 ? pieces : [''];
}

/** Blocks in their order, so many together as fill a part. */
export function grouped(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  let weight = 0;
  for (const block of blocks) {
    const own = weightOf(block);
    const last = groups.at(-1);
    if (last && weight + own <= partLength) {
      last.push(block);
      weight += own;
    } else {
      groups.push([block]);
      weight = own;
    }
  }
  return groups;
}

/** The same blocks with the keys of their passages counted anew. */
export function keyed(blocks: readonly Block[], next: () => string): Block[] {
  const row = (one: Row): Row => ({ ...one, passage: next() });
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'code':
        return { ...block, passage: next() };
      case 'list':
        return { ...block, items: block.items.map((item) => keyed(item, next)) };
      case 'quote':
        return { ...block, blocks: keyed(block.blocks, next) };
      case 'table': {
        const head = row(block.head);
        return { ...block, head, rows: block.rows.map(row) };
      }
      case 'rule':
        return block;
    }
  });
}
