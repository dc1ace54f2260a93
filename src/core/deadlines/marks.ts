import type { Deadline } from './deadline';

/** What a date is drawn as; each has a shape and a colour of its own. */
export const markKinds = [
  'code-set',
  'cycle-end',
  'exam',
  'own',
  'renewal-step',
  'program',
  'preparation',
] as const;
export type MarkKind = (typeof markKinds)[number];

const ofKind: Record<Deadline['kind'], MarkKind> = {
  'code-set': 'code-set',
  'cycle-end': 'cycle-end',
  'window-opens': 'renewal-step',
  dues: 'renewal-step',
  late: 'renewal-step',
  exam: 'exam',
  program: 'program',
  own: 'own',
  preparation: 'preparation',
};

export function markOf({ kind }: Pick<Deadline, 'kind'>): MarkKind {
  return ofKind[kind];
}

/** The marks of some dates, each kind once, the weightiest first. */
export function marksOf(deadlines: readonly Pick<Deadline, 'kind'>[]): MarkKind[] {
  const there = new Set(deadlines.map(markOf));
  return markKinds.filter((kind) => there.has(kind));
}

/** What a mark means, for the key beside the drawing. */
export const markWords: Record<MarkKind, string> = {
  'code-set': 'Takes effect',
  'cycle-end': 'Cycle ends',
  'renewal-step': 'Renewal step',
  exam: 'Exam',
  program: 'Program',
  own: 'Yours',
  preparation: 'Expected or to prepare',
};
