import certification from '../../../content/guide/certification.md?raw';
import codeSetYear from '../../../content/guide/code-set-year.md?raw';
import education from '../../../content/guide/continuing-education.md?raw';
import theRole from '../../../content/guide/the-role.md?raw';
import theWork from '../../../content/guide/the-work.md?raw';
import { addDays } from '../../../src/core/dates';
import { anchorOf } from '../../../src/core/guide/anchor';
import { parseChapter, type Chapter, type Section } from '../../../src/core/guide/parse';
import type { CommandOf } from '../../../src/core/library/commands';
import type { Day } from '../../../src/core/library/fields';
import type { HighlightKind } from '../../../src/core/notes/kinds';

type Read = CommandOf<'highlight.add' | 'bookmark.add' | 'card.add'>;

const files = {
  'the-role': theRole,
  'the-work': theWork,
  certification,
  'continuing-education': education,
  'code-set-year': codeSetYear,
};

/** What the coder marked: the words are the guide's own, the notes are invented. */
const highlights: {
  section: string;
  words: string;
  kind: HighlightKind;
  note?: string;
  tags?: string[];
}[] = [
  {
    ...{ section: 'two-dates', kind: 'key' as const, tags: ['october'] },
    words: 'the October codes hold for discharges until September 30',
  },
  {
    ...{ section: 'principal-diagnosis', kind: 'exam' as const, tags: ['guidelines'] },
    words: 'The complaint at the door and the admitting diagnosis are where the question starts.',
    note: 'Comes back in every practice case (invented).',
  },
  {
    ...{ section: 'grouping', kind: 'question' as const, tags: ['drg'] },
    words:
      'next to certain principal diagnoses, of which it is a natural part, it does not raise the level',
    note: 'Where is the list that we use? Ask at the next meeting (invented).',
  },
  {
    ...{ section: 'queries', kind: 'practice' as const, tags: ['queries'] },
    words:
      'Put the clinical indicators of this patient into the query, with where and when they stand.',
    note: 'Our template lacks the place of the indicator (invented).',
  },
  {
    ...{ section: 'forty-percent', kind: 'key' as const, tags: ['renewal'] },
    words: 'It is a share of the requirement, not of what you earn.',
  },
  {
    ...{ section: 'what-the-job-is', kind: 'key' as const },
    words: 'where the record is unclear, the way forward is a query, not a guess',
  },
];

const bookmarks = ['present-on-admission', 'preparing-for-october'];

/** Questions of the coder's own; where no other answer is written, it is the passage. */
const cards: { section: string; words: string; front: string; back?: string; tags: string[] }[] = [
  {
    ...{ section: 'two-dates', tags: ['october'] },
    front: 'Admitted September 27, discharged October 2: which year’s codes?',
    words: 'the new fiscal year’s codes, for the whole stay',
  },
  {
    ...{ section: 'present-on-admission', tags: ['poa'] },
    front: 'POA: what is the difference between U and W?',
    words:
      'U points to the record, and is therefore a reason to query; W is an answer, and only the provider can give it.',
  },
  {
    ...{ section: 'present-on-admission', tags: ['poa', 'hac'] },
    front: 'Which POA indicators count against the hospital for a hospital-acquired condition?',
    words: 'N and U count against the hospital there, Y and W do not.',
  },
  {
    ...{ section: 'principal-diagnosis', tags: ['guidelines'] },
    front: 'An inpatient diagnosis is “probable” at discharge. How is it coded?',
    back: 'As if established. In outpatient coding it is not.',
    words:
      'a diagnosis still called probable, suspected, likely or the like is coded as if established',
  },
  {
    ...{ section: 'grouping', tags: ['drg'] },
    front: 'Does a second MCC raise the MS-DRG further?',
    words: 'One MCC or CC is enough for its level: a second of the same kind moves nothing.',
  },
  {
    ...{ section: 'two-code-sets', tags: ['pcs'] },
    front: 'The surgeon writes “resection”, the work described is an excision. Who decides?',
    words:
      'The root operation is the objective of the procedure. The surgeon need not use its name',
  },
  {
    ...{ section: 'queries', tags: ['queries'] },
    front: 'What must a query never mention?',
    back: 'Payment, the MS-DRG or a quality score.',
    words: 'Never mention payment, the MS-DRG or a quality score.',
  },
  {
    ...{ section: 'ccs-and-cca', tags: ['exam'] },
    front: 'What does AHIMA require before one can sit the CCS?',
    words: 'A high school diploma or its equivalent is all that is required.',
  },
];

/** The tag by which a card of the sample says that nobody wrote it. */
const inventedTag = 'invented';

/** Highlights, bookmarks and cards of the sample, with the days on which they were made, the newest yesterday. */
export function sampleReading(today: Day): { on: Day; command: Read }[] {
  const chapters = Object.entries(files).map(([id, text]) => parseChapter(id, text));
  const steps: Read[] = [
    ...highlights.map(({ section, words, kind, note = '', tags = [] }): Read => {
      const { source } = at(chapters, section, words);
      return { type: 'highlight.add', ...source, kind, note, tags };
    }),
    ...bookmarks.map((id): Read => {
      const { chapter, section } = sectionIn(chapters, id);
      const about = { document: 'guide', chapter: chapter.id, section: id, title: section.title };
      return { type: 'bookmark.add', ...about };
    }),
    ...cards.map(({ section, words, front, back = words, tags }): Read => {
      const { source } = at(chapters, section, words);
      return { type: 'card.add', front, back, tags: [...tags, inventedTag], source };
    }),
  ];
  return steps.map((command, nth) => ({ on: addDays(today, nth - steps.length), command }));
}

function sectionIn(
  chapters: readonly Chapter[],
  id: string,
): { chapter: Chapter; section: Section } {
  for (const chapter of chapters) {
    const section = chapter.sections.find((one) => one.id === id);
    if (section) return { chapter, section };
  }
  throw new Error(`the guide has no #${id} for the sample`);
}

/** Made from the guide's text of this edition, so that the words are found where they stand. */
function at(chapters: readonly Chapter[], id: string, words: string) {
  const { chapter, section } = sectionIn(chapters, id);
  const start = section.text.indexOf(words);
  if (start === -1) throw new Error(`#${id} does not say “${words}”`);
  const anchor = anchorOf(section, start, start + words.length);
  return { source: { document: 'guide', chapter: chapter.id, anchor } };
}
