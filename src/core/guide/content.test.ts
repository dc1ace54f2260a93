import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Source } from '../reference/schema';

const folder = new URL('../../../content/guide/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const FrontMatter = z.strictObject({
  order: z.int().min(1),
  title: z.string().min(1),
  summary: z.string().endsWith('.'),
  minutes: z.int().min(1),
  checkedOn: z.iso.date(),
  sources: z.array(Id).min(1),
});
const Correction = z.strictObject({
  id: Id,
  section: Id,
  said: z.string().endsWith('.'),
  right: z.string().endsWith('.'),
  state: z.enum(['wrong', 'outdated', 'no-source']),
  source: Id.nullable(),
  checkedOn: z.iso.date(),
});

/** The places that are built; a link to another would lead nowhere. */
const places = 'today guide ceus calendar programs settings'.split(' ');
const Term = z.strictObject({
  id: Id,
  term: z.string().min(1),
  also: z.array(z.string().min(1)),
  text: z.string().endsWith('.'),
  section: Id.nullable(),
  source: Id.nullable(),
  markedIn: z.array(Id).optional(),
  unmarked: z.array(z.string()).optional(),
});

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, one]) => one);
const unique = <T>(list: T[]) => [...new Set(list)];

/** The words that a reader reads: without ids, references and addresses. */
const wordsOf = (body: string) =>
  body
    .replace(/\[\^[^\]]+\]|\{#[^}]+\}/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .match(/[\w$%][\w’'.,$%–-]*/g) ?? [];

const chapters = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(read(name)) ?? [];
    if (head === undefined || body === undefined) throw new Error(`${name} has no front matter`);
    return {
      id: name.slice(0, -'.md'.length),
      head: FrontMatter.parse(JSON.parse(head)),
      body,
      headings: body.split('\n').filter((line) => line.startsWith('#')),
    };
  })
  .sort((a, b) => a.head.order - b.head.order);

const sources = z.record(Id, Source).parse(JSON.parse(read('sources.json')));
const corrections = z.array(Correction).parse(JSON.parse(read('corrections.json')));
const glossary = z.array(Term).parse(JSON.parse(read('glossary.json')));
const sectionIds = chapters.flatMap(({ body }) => all(body, /^##+ .* \{#(.+)\}$/gm));

describe('the chapters of the guide', () => {
  it('are ten, in order', () => {
    expect(chapters.map(({ id }) => id)).toEqual([
      'the-role',
      'the-work',
      'skills',
      'workplaces',
      'becoming-one',
      'certification',
      'continuing-education',
      'code-set-year',
      'moving-on',
      'questions',
    ]);
    expect(chapters.map(({ head }) => head.order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('name each section by an id that is found once', () => {
    for (const { id, headings } of chapters) {
      for (const heading of headings) expect(heading, id).toMatch(/^###? [^{]+ \{#[a-z0-9-]+\}$/);
      const sections = headings.filter((heading) => heading.startsWith('## '));
      expect(sections.length, id).toBeGreaterThanOrEqual(4);
      // A section of the last chapter is one question.
      expect(sections.length, id).toBeLessThanOrEqual(id === 'questions' ? 20 : 9);
    }
    for (const id of sectionIds) expect(Id.safeParse(id).success, id).toBe(true);
    expect(unique(sectionIds)).toEqual(sectionIds);
  });

  it('list the sources they refer to, in the order of their first use', () => {
    for (const { id, head, body } of chapters) {
      expect(head.sources, id).toEqual(unique(all(body, /\[\^([^\]]+)\]/g)));
      for (const source of head.sources) expect(sources, id).toHaveProperty([source]);
    }
    const used = chapters.flatMap(({ head }) => head.sources);
    expect(Object.keys(sources).filter((id) => !used.includes(id))).toEqual([]);
  });

  it('link only to sections and places that exist', () => {
    for (const { id, body } of chapters) {
      for (const target of all(body, /\]\(([^)]*)\)/g)) {
        const [, kind, name] = /^(#|almanac:)(.+)$/.exec(target ?? '') ?? [];
        expect(kind === '#' ? sectionIds : places, `${id}: ${target}`).toContain(name);
      }
    }
  });

  it('say how many minutes they take, at 220 words a minute', () => {
    for (const { id, head, body } of chapters) {
      expect(head.minutes, id).toBe(Math.ceil(wordsOf(body).length / 220));
    }
  });

  it('hold no HTML, picture or code block, and no number that looks like a CPT code', () => {
    for (const { id, body } of chapters) {
      expect(body, id).not.toMatch(/<[a-z/!]|!\[|```/i);
      expect(body, id).not.toMatch(/(?<![\w.,$])\d{4}[\dFTU](?![\w,]|\.\d)/);
    }
  });
});

describe('the sources', () => {
  it('are opened by https or say in a note what was read', () => {
    for (const [id, source] of Object.entries(sources)) {
      if (source.url !== null) expect(source.url, id).toMatch(/^https:\/\//);
      if (source.url === null || source.confidence !== 'official') {
        expect(source.note, id).toBeTruthy();
      }
    }
  });
});

describe('the corrections', () => {
  it('stand beside a section and name their source', () => {
    expect(unique(corrections.map(({ id }) => id))).toHaveLength(corrections.length);
    for (const { id, section, source } of corrections) {
      expect(sectionIds, id).toContain(section);
      if (source !== null) expect(sources, id).toHaveProperty([source]);
    }
  });

  it('without a source say so, and put no figure in its place', () => {
    for (const { id, state, source, right } of corrections) {
      expect(source === null, id).toBe(state === 'no-source');
      if (state !== 'no-source') continue;
      expect(right, id).toMatch(/^We found no source for /);
      expect(right, id).not.toMatch(/\d/);
    }
  });
});

describe('the glossary', () => {
  it('has 80 terms or more, in the order of the alphabet, each once', () => {
    expect(glossary.length).toBeGreaterThanOrEqual(80);
    expect(unique(glossary.map(({ id }) => id))).toHaveLength(glossary.length);
    const terms = glossary.map(({ term }) => term.toLowerCase());
    expect(unique(terms)).toEqual(terms);
    expect([...terms].sort()).toEqual(terms);
  });

  it('points to sections and sources that exist', () => {
    for (const { id, section, source } of glossary) {
      if (section !== null) expect(sectionIds, id).toContain(section);
      if (source !== null) expect(sources, id).toHaveProperty([source]);
    }
  });

  it('says of chapters and names that exist where a term is not marked', () => {
    const ids = chapters.map(({ id }) => id);
    for (const { id, also, markedIn = [], unmarked = [] } of glossary) {
      expect(ids, id).toEqual(expect.arrayContaining(markedIn));
      expect(also, id).toEqual(expect.arrayContaining(unmarked));
    }
  });

  it('explains no term by itself', () => {
    const long = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
    for (const { id, term, also, text } of glossary) {
      const own = [term, ...also].flatMap(long);
      const said = long(text).filter((word) => !own.includes(word));
      expect(said.length, `${id}: ${text}`).toBeGreaterThanOrEqual(5);
      expect(text.toLowerCase().startsWith(`${term.toLowerCase()} `), id).toBe(false);
    }
  });
});
