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

const places = 'today guide study ceus calendar codes programs career settings'.split(' ');
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
const sectionIds = chapters.flatMap(({ body }) => all(body, /^##+ .* \{#(.+)\}$/gm));

describe('the chapters of the guide', () => {
  it('are five, in order', () => {
    expect(chapters.map(({ id }) => id)).toEqual([
      'the-role',
      'the-work',
      'certification',
      'continuing-education',
      'code-set-year',
    ]);
    expect(chapters.map(({ head }) => head.order)).toEqual([1, 2, 3, 4, 5]);
  });

  it('name each section by an id that is found once', () => {
    for (const { id, headings } of chapters) {
      for (const heading of headings) expect(heading, id).toMatch(/^###? [^{]+ \{#[a-z0-9-]+\}$/);
      const sections = headings.filter((heading) => heading.startsWith('## '));
      expect(sections.length, id).toBeGreaterThanOrEqual(4);
      expect(sections.length, id).toBeLessThanOrEqual(9);
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
