import { z } from 'zod';
import { Source } from '../reference/schema';
import { parseChapter, type Chapter, type Section } from './parse';
import { Correction, Synonyms, Term } from './schema';
import { withTerms } from './terms';

/** The whole guide, ready to be read and searched. */
export interface Guide {
  chapters: readonly Chapter[];
  sources: Readonly<Record<string, Source>>;
  /** In the order of the alphabet. */
  glossary: readonly Term[];
  /** Groups of words that coders use for one thing, for search alone. */
  synonyms: readonly (readonly string[])[];
  /** The corrections that stand beside a section, in their order. */
  correctionsOf(section: string): readonly Correction[];
  /** Of a section, or of a correction by its key. */
  chapterOf(section: string): Chapter | null;
  /** The section of that id; by its key, a correction as a text of its own, in which words can be marked. */
  sectionOf(id: string): Section | null;
  /** The section beside which a correction stands; any other id as it is. */
  besideOf(id: string): string;
  /** All texts in which words can be marked: the sections in their order, then the corrections. */
  texts: readonly Section[];
  /** Those of a chapter as they are read: each section with its corrections behind it. */
  textsOf(chapter: Chapter): readonly Section[];
}

interface GuideFiles {
  chapters: readonly (readonly [id: string, text: string])[];
  corrections: unknown;
  sources: unknown;
  glossary?: unknown;
  synonyms?: unknown;
}

/**
 * Parses and joins what the program ships with.
 * @throws where a file does not fit its schema, an id is there twice, or a source or section is named that
 * does not exist: a mistake of ours, which the content's tests find first.
 */
export function readGuide(files: GuideFiles): Guide {
  const glossary = z.array(Term).parse(files.glossary ?? []);
  const chapters = files.chapters
    .map(([id, text]) => withTerms(parseChapter(id, text), glossary))
    .sort((one, other) => one.order - other.order);
  const sources = z.record(z.string(), Source).parse(files.sources);
  const corrections = z.array(Correction).parse(files.corrections);

  const sections = new Map<string, { section: Section; chapter: Chapter }>();
  for (const chapter of chapters) {
    for (const section of chapter.sections) {
      if (sections.has(section.id)) throw new Error(`the guide has two sections #${section.id}`);
      sections.set(section.id, { section, chapter });
    }
    for (const id of chapter.notes) {
      if (!sources[id]) throw new Error(`${chapter.id} refers to the unknown source ${id}`);
    }
  }
  const beside = new Map<string, Correction[]>();
  const texts = new Map(sections);
  const hosts = new Map(corrections.map(({ id, section }) => [correctionKey(id), section]));
  for (const correction of corrections) {
    const { id, section, source } = correction;
    if (!sections.has(section)) throw new Error(`correction ${id} stands beside no section`);
    if (source !== null && !sources[source]) throw new Error(`correction ${id} has no ${source}`);
    beside.set(section, [...(beside.get(section) ?? []), correction]);
    const host = sections.get(section);
    if (host)
      texts.set(correctionKey(id), { ...host, section: asSection(correction, host.section) });
  }
  for (const { id, section, source } of glossary) {
    if (section !== null && !sections.has(section))
      throw new Error(`term ${id} has no #${section}`);
    if (source !== null && !sources[source]) throw new Error(`term ${id} has no ${source}`);
  }
  return {
    chapters,
    sources,
    glossary,
    synonyms: Synonyms.parse(files.synonyms ?? []),
    correctionsOf: (section) => beside.get(section) ?? [],
    chapterOf: (section) => texts.get(section)?.chapter ?? null,
    sectionOf: (id) => texts.get(id)?.section ?? null,
    besideOf: (id) => hosts.get(id) ?? id,
    texts: [...texts.values()].map(({ section }) => section),
    textsOf: (chapter) =>
      chapter.sections.flatMap((section) => [
        section,
        ...(beside.get(section.id) ?? []).flatMap(
          ({ id }) => texts.get(correctionKey(id))?.section ?? [],
        ),
      ]),
  };
}

/** It has no title of its own, so it is known by that of the section beside it. */
function asSection(correction: Correction, { title }: Section): Section {
  const [id, text] = [correctionKey(correction.id), correctionText(correction)];
  return { id, title, level: 3, blocks: [], passages: [{ passage: id, text }], text };
}

/** The key under which a correction is found, beside those of passages. */
export const correctionKey = (id: string) => `correction:${id}`;

/** A correction as it is read: what is said, and what is right. */
export const correctionText = ({ said, right }: Correction) => `${said} ${right}`;
