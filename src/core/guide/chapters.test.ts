import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outlineOf } from './chapter-file';
import { readGuide } from './guide';
import { searchOf } from './search';

const folder = new URL('../../../content/guide/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => [name.replace('.md', ''), read(name)] as const);
const guide = readGuide({
  chapters: files,
  corrections: JSON.parse(read('corrections.json')) as unknown,
  sources: JSON.parse(read('sources.json')) as unknown,
});

test('the chapters that ship are read, and their outline is that of the full parse', () => {
  expect(guide.chapters).toHaveLength(10);
  for (const [id, text] of files) {
    const chapter = guide.chapters.find((one) => one.id === id);
    expect(outlineOf(id, text).sections.map(({ id, title, level }) => [id, title, level])).toEqual(
      chapter?.sections.map(({ id, title, level }) => [id, title, level]),
    );
  }
});

test('every section is found by its own title, the title among the hits', () => {
  const { find } = searchOf(guide);
  for (const chapter of guide.chapters) {
    for (const { id, title } of chapter.sections) {
      expect(
        find(`"${title}"`).hits.map(({ passage }) => passage),
        title,
      ).toContain(`${id}:0`);
    }
  }
});

test('no raw markup is left over for the reader to see', () => {
  for (const { sections } of guide.chapters) {
    for (const { id, text } of sections) expect(text, id).not.toMatch(/\*\*|\]\(|\[\^|\{#|^\s*\|/m);
  }
});
