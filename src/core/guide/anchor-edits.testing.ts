import { pick, sentence, upTo, type ModelDocument, type Random } from './anchor-model.testing';

/** What may happen to a document in which the units of `ids` are marked. */
export const editKinds = ['inside', 'before', 'after', 'move', 'split', 'merge', 'twice'] as const;
export type EditKind = (typeof editKinds)[number];

const longestEdit = 40;
/** A copy stands away from the original: of two side by side, nobody can say which is which. */
const copyDistance = 100;

export interface Marked {
  document: ModelDocument;
  ids: ReadonlySet<number>;
  quote: string;
  /** Units that may still be taken out of the quote. */
  budget: number;
}

export function edit(kind: EditKind, marked: Marked, random: Random): void {
  const { document } = marked;
  const { section, index, first, last } = placeOf(marked);
  const size = section.units.length;
  if (kind === 'inside') {
    const drop = Math.min(marked.budget, upTo(random, longestEdit + 1), last - first + 1);
    marked.budget -= drop;
    const at = first + upTo(random, Math.max(1, last - first + 1 - drop));
    document.replace(section, at, drop, drop === 0 || random() < 0.5 ? words(random) : '');
  } else if (kind === 'before' || kind === 'after') {
    const apart = random() < 0.3 ? 0 : upTo(random, 60);
    const drop = random() < 0.6 ? 1 + upTo(random, longestEdit) : 0;
    const text = drop === 0 || random() < 0.6 ? words(random) : '';
    const end = kind === 'before' ? Math.max(0, first - apart) : size;
    const start = kind === 'before' ? Math.max(0, end - drop) : Math.min(size, last + 1 + apart);
    document.replace(section, start, Math.min(drop, end - start), text);
  } else if (kind === 'move') {
    document.move(index, upTo(random, document.sections.length));
    document.move(upTo(random, document.sections.length), upTo(random, document.sections.length));
  } else if (kind === 'split') {
    document.split(index, upTo(random, size), `new-${upTo(random, 1_000_000)}`);
  } else if (kind === 'merge') {
    if (index > 0 && random() < 0.5) document.merge(index - 1);
    else if (index + 1 < document.sections.length) document.merge(index);
  } else {
    for (let tries = 0; tries < 20; tries += 1) {
      const other = pick(random, document.sections);
      const at = upTo(random, other.units.length + 1);
      if (other === section && at > first - copyDistance && at < last + copyDistance) continue;
      document.replace(other, at, 0, ` ${marked.quote} `);
      return;
    }
  }
}

/** 1 to 40 units of other sentences, cut anywhere. */
function words(random: Random): string {
  const text = `${sentence(random)} ${sentence(random)}`;
  const start = upTo(random, 20);
  return text.slice(start, start + 1 + upTo(random, longestEdit));
}

/** The section in which the first marked unit is left, and the marked units' offsets there. */
function placeOf({ document, ids }: Marked) {
  for (const [index, section] of document.sections.entries()) {
    const first = section.units.findIndex(({ id }) => ids.has(id));
    if (first === -1) continue;
    const last = section.units.findLastIndex(({ id }) => ids.has(id));
    return { section, index, first, last };
  }
  throw new Error('the model has lost the quote');
}

export const deletions = ['alone', 'and more', 'and an edit', 'block', 'section'] as const;

/** Takes the units from `start` to `end` out of a section, as people do, in one of these ways. */
export function takeOut(
  how: (typeof deletions)[number],
  document: ModelDocument,
  index: number,
  range: { start: number; end: number },
  random: Random,
): void {
  const section = document.sections[index]!;
  const text = section.units.map(({ unit }) => unit).join('');
  let { start, end } = range;
  if (how === 'section') {
    document.sections.splice(index, 1);
    return;
  }
  if (how === 'and more') {
    start = Math.max(0, start - upTo(random, longestEdit));
    end = Math.min(text.length, end + upTo(random, longestEdit));
  } else if (how === 'block') {
    start = text.lastIndexOf('\n', start - 1) + 1;
    end = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end);
  }
  // With a sentence goes the space or the line break after it, or before it if it is the last.
  if (/[ \n]/.test(text[end] ?? '')) end += 1;
  else if (end === text.length && /[ \n]/.test(text[start - 1] ?? '')) start -= 1;
  document.replace(section, start, end - start, '');
  if (how === 'and an edit') {
    document.replace(section, Math.max(0, start - 30), upTo(random, 20), words(random));
  }
}
