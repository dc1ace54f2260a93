import { Lexer, Marked, type MarkedToken, type TokensList } from 'marked';

const { defaults } = new Marked({ gfm: true });

/** Enough for the first screen, and so little that a window takes it in between two frames. */
const chunkLength = 64 * 1024;

/** The text as it is read: one kind of line end, letters in one form, nothing that no text has. */
export function tidied(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .normalize('NFC');
}

/**
 * What stands between two lines of `---`, `+++` or `;;;` at the very top, and the rest. It is not looked into:
 * programs write anything there. Null where there is none.
 */
export function splitFront(text: string): { front: string | null; body: string } {
  const fence = /^(---|\+\+\+|;;;)[^\S\n]*\n/.exec(text)?.[1];
  if (fence === undefined) return { front: null, body: text };
  const end = new RegExp(`^${fence === '+++' ? '\\+\\+\\+' : fence}[^\\S\\n]*$`, 'm');
  const rest = text.slice(text.indexOf('\n') + 1);
  const found = end.exec(rest);
  if (!found) return { front: null, body: text };
  const front = rest.slice(0, found.index).trimEnd();
  // A rule, a paragraph and another rule: no program writes an empty line first.
  if (front.startsWith('\n')) return { front: null, body: text };
  return { front: front === '' ? null : front, body: rest.slice(found.index + found[0].length) };
}

/**
 * The source in pieces that begin at a heading at the margin, which ends whatever stood open before it
 * except a fence of code.
 */
export function chunksOf(body: string): string[] {
  const chunks: string[] = [];
  let fence: { sign: string; length: number } | null = null;
  let start = 0;
  for (let at = 0; at < body.length;) {
    const end = body.indexOf('\n', at);
    const next = end < 0 ? body.length : end + 1;
    // A line of megabytes need not be looked at whole.
    const line = body.slice(at, Math.min(next, at + 400));
    const marks = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (marks !== undefined) {
      const sign = marks.charAt(0);
      if (!fence) fence = { sign, length: marks.length };
      else if (fence.sign === sign && marks.length >= fence.length) fence = null;
    } else if (!fence && at - start >= chunkLength && /^#{1,6}[ \t]/.test(line)) {
      chunks.push(body.slice(start, at));
      start = at;
    }
    at = next;
  }
  chunks.push(body.slice(start));
  return chunks;
}

/** A piece of the source of which the blocks are known; `tokens` adds what stands in them. */
export interface Chunk {
  /** How deep each heading at the top level is. */
  depths: number[];
  tokens: () => MarkedToken[];
}

/**
 * Marked's blocks of each piece. Addresses that are named anywhere in the text (`[name]: address`) are known in
 * all of them, which is why the words come second.
 * @throws RangeError where a text is nested deeper than the stack.
 */
export function lexed(chunks: readonly string[]): Chunk[] {
  const links = Object.create(null) as TokensList['links'];
  return chunks.map((source) => {
    const lexer = new Lexer({ ...defaults, tokenizer: null });
    lexer.tokens.links = links;
    lexer.blockTokens(source, lexer.tokens);
    const depths = lexer.tokens.flatMap((token) =>
      token.type === 'heading' ? [(token as { depth: number }).depth] : [],
    );
    const tokens = () => {
      for (const { src, tokens } of lexer.inlineQueue.splice(0)) lexer.inlineTokens(src, tokens);
      return lexer.tokens as MarkedToken[];
    };
    return { depths, tokens };
  });
}
