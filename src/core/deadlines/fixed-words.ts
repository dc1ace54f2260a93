import type { Deadline } from './deadline';
import { whysOf, type Why } from './records';
import type { DeadlineKind } from './schema';

/** Why a date cannot simply be moved, and what can be done instead, in two sentences. */
export function whyFixed({ kind, issuer = 'the body' }: Pick<Deadline, 'kind' | 'issuer'>): string {
  switch (kind) {
    case 'cycle-end':
    case 'window-opens':
      return `It follows from the dates of your cycle: where those are wrong, change them in CEUs. Where ${issuer} gave you another day, record that.`;
    case 'dues':
      return `It follows from ${issuer}’s rule and the end of your cycle. Record the day that ${issuer} shows, or the one it granted.`;
    case 'late':
      return `It follows from what ${issuer} says of the time after a cycle. Where ${issuer} named another day to you, record that.`;
    case 'code-set':
    case 'preparation':
      return 'It is set by those who publish the code sets. Once you know the day for certain, record it.';
    case 'exam':
      return 'It follows from what you entered about the exam. What was granted, such as a longer window, is entered there too.';
    case 'program':
      return 'It follows from what you entered about the program: change it there.';
    case 'own':
      return 'It is yours, and moves when you change it.';
  }
}

/** What the menu of a date calls recording its day; null where nothing can be recorded. */
export function recordName({
  kind,
  issuer,
  record,
}: Pick<Deadline, 'kind' | 'issuer' | 'record'>): string | null {
  if (whysOf[kind].length === 0) return null;
  if (record) return 'Change what was recorded…';
  return whysOf[kind].every((why) => why === 'confirmed')
    ? 'Record the day that is known…'
    : `Record what ${issuer ?? 'was'} granted…`;
}

/** What can be recorded, as it is asked. */
export const whyChoices: Record<Why, { label: string; hint: string }> = {
  extension: { label: 'An extension', hint: 'A later day than the one that is reckoned.' },
  'new-window': {
    label: 'A new window',
    hint: 'Another day from which, or up to which, it is open.',
  },
  confirmed: {
    label: 'The day is confirmed',
    hint: 'Its own page, letter or account names this day.',
  },
};

/** The kinds of dates in a list of settings, in the order in which they are shown. */
export const kindNames: Record<DeadlineKind, string> = {
  'cycle-end': 'Cycle ends',
  'window-opens': 'Submission opens',
  dues: 'Dues',
  late: 'After a cycle’s end',
  exam: 'Exams',
  program: 'Programs',
  'code-set': 'Code sets take effect',
  preparation: 'Preparation, in the list only',
  own: 'New dates of yours',
};
