import type { MarkedToken, Tokens } from 'marked';
import { malformed, splitChapter, splitHeading } from './chapter-file';
import { BlockReader, lex, passagesOf, type Block } from './markdown';
import { FrontMatter } from './schema';

export interface Section {
  /** Unique in the whole guide, and the same in every edition. The opening's is the chapter's own. */
  id: string;
  title: string;
  /** 1 for the opening, which holds all before the first heading. */
  level: 1 | 2 | 3;
  blocks: Block[];
  /** All passages in the order of reading, the title first, as plain text. */
  passages: { passage: string; text: string }[];
  /** The same as one text. */
  text: string;
}

export interface Chapter extends FrontMatter {
  id: string;
  sections: Section[];
  /** Source ids by first use: note n of the text is the nth of these. */
  notes: string[];
}

const name = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * A chapter of the guide from its file: front matter, then Markdown in which `## Title {#id}` begins a
 * section and `[^source]` refers to a source.
 * @throws naming file and line where the front matter does not fit, a heading has no id of its own or a
 * level that the guide does not have. Ids are unique across chapters by `checkGuide`.
 */
export function parseChapter(id: string, text: string): Chapter {
  const { front, body, bodyLine } = splitChapter(id, text.normalize('NFC'));
  const checked = FrontMatter.safeParse(front);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw malformed(id, 2, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const { title, summary } = checked.data;
  const reader = new BlockReader();
  const seen = new Set([id]);

  const sections = sectionsOf(lex(body)).map(({ heading, tokens, line }): Section => {
    const at = bodyLine + line;
    if (!heading) {
      // The title and the summary are passages too: 0 and 1.
      reader.enter(id, 2);
      const head = [
        { passage: `${id}:0`, text: title },
        { passage: `${id}:1`, text: summary },
      ];
      return section({ id, title, level: 1, blocks: reader.blocks(tokens), head });
    }
    const own = splitHeading(heading.text);
    if (heading.depth !== 2 && heading.depth !== 3) {
      throw malformed(id, at, `the guide has headings of level 2 and 3, not ${heading.depth}`);
    }
    if (!own.id || !name.test(own.id)) throw malformed(id, at, `no id: ${heading.text}`);
    if (seen.has(own.id)) throw malformed(id, at, `#${own.id} is there twice`);
    seen.add(own.id);
    reader.enter(own.id);
    const [line1] = lex(own.title);
    const words = line1 && 'tokens' in line1 ? line1.tokens : [];
    const level = heading.depth;
    const blocks = [reader.heading(words, level), ...reader.blocks(tokens)];
    return section({ id: own.id, title: '', level, blocks, head: [] });
  });
  return { id, ...checked.data, sections, notes: reader.notes };
}

function section(parts: {
  id: string;
  title: string;
  level: 1 | 2 | 3;
  blocks: Block[];
  head: Section['passages'];
}): Section {
  const { id, level, blocks, head } = parts;
  const passages = [...head, ...passagesOf(blocks)];
  const text = passages.map((one) => one.text).join('\n');
  return { id, title: parts.title || (passages[0]?.text ?? ''), level, blocks, passages, text };
}

/** Cuts the tokens at the headings. `line` counts the lines of the body before the part, from 0. */
function sectionsOf(
  tokens: readonly MarkedToken[],
): { heading: Tokens.Heading | null; tokens: MarkedToken[]; line: number }[] {
  const parts: ReturnType<typeof sectionsOf> = [{ heading: null, tokens: [], line: 0 }];
  let line = 0;
  for (const token of tokens) {
    if (token.type === 'heading') parts.push({ heading: token, tokens: [], line });
    else parts.at(-1)?.tokens.push(token);
    line += token.raw.split('\n').length - 1;
  }
  return parts;
}
