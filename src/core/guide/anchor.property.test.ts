import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorFinder, anchorOf, findAnchor, leastSimilarity, type Found } from './anchor';
import {
  deletions,
  edit,
  editKinds,
  takeOut,
  type EditKind,
  type Marked,
} from './anchor-edits.testing';
import {
  block,
  chance,
  pick,
  plainBlock,
  someDocument,
  upTo,
  type ModelDocument,
  type Random,
} from './anchor-model.testing';

const shortest = 4;

/** A document and a random range of one section, up to 80 or up to 400 units long. */
function someQuote(random: Random, makeBlock = block) {
  const document = someDocument(random, makeBlock);
  const index = upTo(random, document.sections.length);
  const section = document.sections[index]!;
  const wanted = shortest + upTo(random, random() < 0.5 ? 80 : 400);
  const length = Math.min(section.units.length, wanted);
  const start = upTo(random, section.units.length - length + 1);
  const ids = new Set(section.units.slice(start, start + length).map(({ id }) => id));
  const anchor = anchorOf(document.texts()[index]!, start, start + length);
  return { document, index, anchor, start, end: start + length, ids };
}

type Outcome = 'right' | 'lost' | 'wrong';

/** Right: at least half of what is left of the quote, in the section where most of it is, is marked. */
function judge(found: Found, document: ModelDocument, ids: ReadonlySet<number>): Outcome {
  if (found.kind === 'orphan') return 'lost';
  const places = document.placesOf(ids);
  const most = Math.max(...places.map(({ offsets }) => offsets.length));
  const here = places.find(({ section }) => section === found.section)?.offsets ?? [];
  const marked = here.filter((offset) => offset >= found.start && offset < found.end).length;
  return marked * 2 >= most ? 'right' : 'wrong';
}

function outcomes(runs: number, seed: number, kindsOf: (random: Random) => EditKind[]) {
  const counts = { right: 0, lost: 0, wrong: 0 };
  for (let run = 0; run < runs; run += 1) {
    const random = chance(seed * 100_003 + run);
    const { document, anchor, ids } = someQuote(random);
    const { quote } = anchor;
    const budget = Math.floor(quote.length * (1 - leastSimilarity));
    const marked: Marked = { document, ids, quote, budget };
    for (const kind of kindsOf(random)) edit(kind, marked, random);
    counts[judge(findAnchor(document.texts(), anchor), document, ids)] += 1;
  }
  return counts;
}

describe('an anchor of which 70 % of the quote is left', () => {
  it.each(editKinds)('is found again after one edit: %s', (kind) => {
    const runs = 500;
    const counts = outcomes(runs, 1, () => [kind]);
    expect(counts.right / runs).toBeGreaterThanOrEqual(0.98);
    expect(counts.wrong / runs).toBeLessThanOrEqual(0.004);
  });

  it('is found again in 98 % after one edit or two, in 2,000 documents of sentences made alike', () => {
    const runs = 2000;
    const counts = outcomes(runs, 2, (random) => {
      const kinds = [pick(random, editKinds)];
      if (random() < 0.5) kinds.push(pick(random, editKinds));
      return kinds;
    });
    expect(counts.right / runs).toBeGreaterThanOrEqual(0.98);
    expect(counts.wrong / runs).toBeLessThanOrEqual(0.004);
  });
});

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What became of anchors whose quote is gone: where else they were found, and on which words. */
function afterDeletion(runs: number, seed: number, makeBlock = block) {
  const counts = { orphan: 0, sameWords: 0, otherWords: 0 };
  for (let run = 0; run < runs; run += 1) {
    const random = chance(seed * 100_003 + run);
    const { document, index, anchor, start, end } = someQuote(random, makeBlock);
    takeOut(pick(random, deletions), document, index, { start, end }, random);
    const texts = document.texts();
    const found = findAnchor(texts, anchor);
    if (found.kind === 'orphan') counts.orphan += 1;
    else {
      const text = texts.find(({ id }) => id === found.section)!.text;
      const isSame = oneLine(text.slice(found.start, found.end)) === oneLine(anchor.quote);
      counts[isSame ? 'sameWords' : 'otherWords'] += 1;
    }
  }
  return counts;
}

describe('an anchor whose quote was taken out', () => {
  it('is an orphan in ordinary prose', () => {
    expect(afterDeletion(800, 3, plainBlock).orphan).toBe(800);
  });

  it('hardly ever lands on other words, even among sentences that differ by one word', () => {
    const runs = 2000;
    const counts = afterDeletion(runs, 4);
    expect(counts.otherWords / runs).toBeLessThanOrEqual(0.005);
    // The same words elsewhere are a moved sentence as far as anybody can tell.
    expect(counts.sameWords / runs).toBeLessThanOrEqual(0.03);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\u00a0', '\u200b', '\ud83d', '\ude00', '“'),
    maxLength: 120,
  }),
);
const someTexts = fc.array(hostile, { maxLength: 4 }).map((texts) => {
  return texts.map((text, index) => ({ id: `s${index}`, text }));
});

describe('any text', () => {
  it('unchanged, has each anchor exactly where it was made', () => {
    fc.assert(
      fc.property(hostile, fc.nat(130), fc.nat(130), (text, one, other) => {
        const section = { id: 'only', text };
        const anchor = anchorOf(section, one, other);
        fc.pre(anchor.quote !== '');
        expect(findAnchor([section], anchor)).toEqual({
          kind: 'exact',
          section: 'only',
          start: anchor.start,
          end: anchor.start + anchor.quote.length,
          similarity: 1,
        });
      }),
    );
    for (let run = 0; run < 200; run += 1) {
      const { document, anchor, start, end } = someQuote(chance(run));
      expect(findAnchor(document.texts(), anchor)).toMatchObject({ kind: 'exact', start, end });
    }
  });

  it('gives a range inside a section that cuts no pair, or an orphan, and the same one twice', () => {
    const anchorLike = fc.record({
      section: fc.constantFrom('s0', 's1', 'gone'),
      start: fc.oneof(fc.integer({ min: -5, max: 200 }), fc.double()),
      quote: hostile,
      before: hostile,
      after: hostile,
    });
    fc.assert(
      fc.property(someTexts, anchorLike, (sections, anchor) => {
        const find = anchorFinder(sections);
        const found = find(anchor);
        expect(find(anchor)).toEqual(found);
        expect(findAnchor(sections, anchor)).toEqual(found);
        if (found.kind === 'orphan') return;
        const { text } = sections.find(({ id }) => id === found.section)!;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(text.length);
        expect(found.similarity).toBeGreaterThanOrEqual(leastSimilarity);
        expect(found.similarity).toBeLessThanOrEqual(1);
        for (const offset of [found.start, found.end]) {
          expect(/[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(offset - 1, offset + 1))).toBe(
            false,
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});
