import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const guide = new URL('../../../content/guide/', import.meta.url);
const list = new URL('../../../tests/data/guide-coverage.json', import.meta.url);
const json = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));

/** A claim that is often made about the job, in our words, and where the guide deals with it. */
const Row = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  says: z.string().endsWith('.'),
  section: z.string(),
  state: z.enum(['right', 'wrong', 'outdated', 'no-source']),
  right: z.string().endsWith('.').nullable(),
  source: z.string().nullable(),
  /** The correction that stands in the guide for it, where there is one. */
  correction: z.string().nullable(),
});
const Correction = z.object({ id: z.string(), state: z.string() });

const rows = z.array(Row).parse(json(list));
const sources = z.record(z.string(), z.unknown()).parse(json(new URL('sources.json', guide)));
const corrections = z.array(Correction).parse(json(new URL('corrections.json', guide)));

/** Corrections of what other guides say; no row claims it. */
const beyond = ['ceus-are-enough', 'self-review', 'ahima-grace', 'aapc-old-ladder'];

/** The sections of all chapters with their sentences; a row of a table is one sentence. */
const sections = new Map<string, string[]>();
for (const name of readdirSync(guide).filter((name) => name.endsWith('.md'))) {
  const body = readFileSync(new URL(name, guide), 'utf8').replace(/^---\n.*?\n---\n/s, '');
  let sentences: string[] = [];
  for (const line of body.replace(/\[\^[^\]]+\]/g, '').split('\n')) {
    const heading = /^##+ (.*) \{#(.+)\}$/.exec(line);
    if (heading) sections.set(heading[2] ?? '', (sentences = [heading[1] ?? '']));
    else sentences.push(...line.split(line.startsWith('|') ? '\n' : /(?<=[.?!])\s+/));
  }
}
const whole = [...sections.values()].flat();

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
numbers[40] = 'forty';
const number = String.raw`(?:\d[\d,]*|${numbers.filter(Boolean).join('|')})`;
const join = String.raw`\s*(?:–|-|to|or|and)\s*`;
/** One number, in digits or as a word. */
const either = (text: string) => {
  const value = numbers.includes(text) ? numbers.indexOf(text) : Number(text.replace(',', ''));
  const digits = value >= 1000 ? value.toLocaleString('en-US') : String(value);
  return numbers[value] === undefined ? digits : `(?:${digits}|${numbers[value]})`;
};

/**
 * The figures of a claim as patterns: amounts and ranges to be looked for in all chapters, and a number with
 * its unit, which may stand elsewhere for something else, in the section of the claim.
 */
function figuresOf(says: string): { pattern: RegExp; everywhere: boolean }[] {
  const text = says.toLowerCase();
  const found: { pattern: RegExp; everywhere: boolean }[] = [];
  const add = (pattern: string, everywhere: boolean) =>
    found.push({ pattern: new RegExp(`(?<![\\w,.])${pattern}(?![\\d,]*\\d)`, 'i'), everywhere });
  for (const [amount] of text.matchAll(/\d+,\d{3}/g)) add(either(amount), true);
  const ranges = new RegExp(`(?<![\\w,$])(${number})${join}(${number})(?![,\\w])`, 'g');
  for (const [, from, to] of text.matchAll(ranges)) {
    add(`${either(from ?? '')}${join}${either(to ?? '')}`, true);
  }
  const units = new RegExp(`(?<![\\w,$–-])(${number})(%| [a-z]+)`, 'g');
  for (const [, count, unit] of text.matchAll(units)) {
    if (/^ (?:to|or|and)$/.test(unit ?? '')) continue;
    const name =
      unit === '%' ? String.raw`(?:%| percent)` : `[ -]${unit?.trim().replace(/s$/, '')}`;
    add(`${either(count ?? '')}${name}`, false);
  }
  return found;
}

/** A sentence that names a figure in order to say that nobody backs it. */
const isQuoted = (sentence: string) => /no source|not found|found none/i.test(sentence);

/** Sentences in which such a figure stands for another thing, by some of their words. */
const otherThings = ['Over 40 hours', 'the $2,500 includes the books'];

describe('what is often said about the job', () => {
  it('is dealt with in a section that exists, each claim once', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { id, section } of rows)
      expect(sections.has(section), `${id}: ${section}`).toBe(true);
  });

  it('has a source, or says that none was found', () => {
    for (const { id, state, right, source } of rows) {
      if (state === 'no-source')
        expect({ source, right }, id).toEqual({ source: null, right: null });
      else expect(sources, id).toHaveProperty([source ?? 'none']);
      expect(right !== null, id).toBe(state === 'wrong' || state === 'outdated');
    }
  });

  it('never comes back as a fact with a figure that has no source', () => {
    const stated = rows
      .filter(({ state }) => state === 'no-source')
      .flatMap(({ id, says, section }) =>
        figuresOf(says).flatMap(({ pattern, everywhere }) =>
          (everywhere ? whole : (sections.get(section) ?? []))
            .filter((one) => pattern.test(one) && !isQuoted(one))
            .filter((one) => !otherThings.some((words) => one.includes(words)))
            .map((one) => `${id}: ${says} ${one}`),
        ),
      );
    expect(stated).toEqual([]);
  });

  it('is what the corrections correct', () => {
    const stateOf = new Map(corrections.map(({ id, state }) => [id, state]));
    for (const { id, state, correction } of rows) {
      if (correction !== null) expect(stateOf.get(correction), id).toBe(state);
    }
    const corrected = new Set(rows.map(({ correction }) => correction));
    const rest = corrections.map(({ id }) => id).filter((id) => !corrected.has(id));
    expect(rest.sort()).toEqual([...beyond].sort());
  });
});

describe('the search for figures', () => {
  it('finds amounts, ranges and counts, in digits and in words', () => {
    const hits = (says: string, text: string) =>
      figuresOf(says).some(({ pattern }) => pattern.test(text));
    expect(hits('Beginners: $42,000–52,000.', 'They start at $52,000.')).toBe(true);
    expect(hits('Duty: 12–15 charts a day.', 'Code 12 to 15 a day.')).toBe(true);
    expect(hits('A program takes six to twelve months.', 'After 6–12 months.')).toBe(true);
    expect(hits('Systems with over 300 beds.', 'Those with 300 beds.')).toBe(true);
    expect(hits('A senior coder has five years or more.', 'After 5 years.')).toBe(true);
    expect(hits('Duty: 12–15 charts a day.', '12 codes, and 115 others.')).toBe(false);
    expect(hits('Systems with over 300 beds.', 'a scaled score of 300')).toBe(false);
  });
});
