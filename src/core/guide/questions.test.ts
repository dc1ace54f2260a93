import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readGuide } from './guide';
import { searchOf } from './search';
import { isFiller, stemOf, wordsOf } from './words';

const folder = new URL('../../../content/guide/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const json = (name: string): unknown => JSON.parse(read(name));

const guide = readGuide({
  chapters: readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name.slice(0, -'.md'.length), read(name)] as const),
  corrections: json('corrections.json'),
  sources: json('sources.json'),
  glossary: json('glossary.json'),
  synonyms: json('synonyms.json'),
});
const search = searchOf(guide);

const Question = z.strictObject({
  question: z.string(),
  sections: z.array(z.string()).min(1),
  isInOtherWords: z.boolean(),
});
const file = new URL('../../../tests/data/guide-questions.json', import.meta.url);
const questions = z.array(Question).parse(JSON.parse(readFileSync(file, 'utf8')));

const sectionsFor = (typed: string) => [
  ...new Set(search.find(typed).hits.map(({ section }) => section)),
];
const stems = (text: string) => wordsOf(text).map(({ word }) => stemOf(word));

test('there are 25 questions, ten of them with words that their sections do not have', () => {
  expect(questions).toHaveLength(25);
  expect(questions.filter(({ isInOtherWords }) => isInOtherWords)).toHaveLength(10);
  for (const { question, sections, isInOtherWords } of questions) {
    const texts = sections.map((id) => guide.sectionOf(id)?.text ?? '');
    expect(texts, question).not.toContain('');
    const there = new Set(texts.flatMap(stems));
    const asked = wordsOf(question).filter(({ word }) => !isFiller(word));
    const lacking = asked.filter(({ word }) => !there.has(stemOf(word)));
    if (isInOtherWords) expect(lacking.length, question).toBeGreaterThan(0);
  }
});

test('what a coder asks leads to the right section among the first three, for 22 of 25', async ({
  annotate,
}) => {
  const missed = questions
    .map((one) => ({ ...one, found: sectionsFor(one.question).slice(0, 3) }))
    .filter(({ sections, found }) => !found.some((id) => sections.includes(id)))
    .map(
      ({ question, sections, found }) =>
        `${question}: ${found.join(', ')}, not ${sections.join(' or ')}`,
    );
  for (const one of missed) await annotate(one, 'missed');
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(3);
});

test.each([
  ['present on admission', 'present-on-admission'],
  ['queries that comply', 'queries'],
  ['principal diagnosis', 'principal-diagnosis'],
  ['At home', 'remote-work'],
  ['prezent on admision', 'present-on-admission'],
  ['principle diagnosys', 'principal-diagnosis'],
])('%s has the section of that name first', (typed, section) => {
  expect(sectionsFor(typed)[0]).toBe(section);
});

test.each([
  ['pdx', 'principal-diagnosis'],
  ['what is a header', 'header'],
  ['dnfb', 'dnfb'],
  ['case mix', 'case-mix-index'],
])('%s finds the term of the glossary', (typed, id) => {
  expect(search.find(typed).terms.map((term) => term.id)).toContain(id);
});

test('a question in which a term only occurs is not answered by the glossary', () => {
  expect(search.find('how do I prove my ceus in an audit').terms).toEqual([]);
});
