import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anchorFinder, anchorOf } from './anchor';
import { correctionKey, readGuide } from './guide';

const folder = new URL('../../../content/guide/', import.meta.url);
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const json = (name: string) => JSON.parse(text(name)) as unknown;
const guide = readGuide({
  chapters: readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name.replace('.md', ''), text(name)] as const),
  ...{ corrections: json('corrections.json'), sources: json('sources.json') },
});
const sections = guide.chapters.flatMap((chapter) => chapter.sections);
const keys = guide.texts.slice(sections.length).map(({ id }) => id);

test('every correction is a text of its own, behind the section beside which it stands', () => {
  expect(guide.texts.slice(0, sections.length)).toEqual(sections);
  expect(keys.length).toBeGreaterThan(50);
  for (const chapter of guide.chapters) {
    const read = guide.textsOf(chapter).map(({ id }) => id);
    expect(read).toEqual(
      chapter.sections.flatMap(({ id }) => [
        id,
        ...guide.correctionsOf(id).map((one) => correctionKey(one.id)),
      ]),
    );
    for (const id of read) expect(guide.chapterOf(id)).toBe(chapter);
  }
});

test('its id fits into an anchor, and leads to the section and to its words', () => {
  const find = anchorFinder(guide.texts);
  for (const key of keys) {
    expect(key.length).toBeLessThanOrEqual(60);
    const host = guide.besideOf(key);
    expect(guide.correctionsOf(host).map(({ id }) => correctionKey(id))).toContain(key);
    const section = guide.sectionOf(key);
    if (!section) throw new Error(key);
    expect(section).toMatchObject({ title: guide.sectionOf(host)?.title, id: key });
    const [passage] = section.passages;
    expect(passage).toEqual({ passage: key, text: section.text });
    const end = Math.min(30, section.text.length);
    const anchor = anchorOf(section, 4, end);
    expect(find(anchor)).toMatchObject({ kind: 'exact', section: key, start: 4, end });
  }
  expect(guide.besideOf('the-role')).toBe('the-role');
  expect(guide.sectionOf('correction:none')).toBeNull();
});
