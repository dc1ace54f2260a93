import { tomorrowAt } from '../../../src/core/deadlines/later';
import type { Moment } from '../../../src/core/deadlines/deadline';
import type { DueOccurrence } from '../../../src/core/deadlines/occurrences';
import { firstAnswer } from '../../../src/core/deadlines/words';
import type { CommandOf } from '../../../src/core/library/commands';
import type { WallTime } from '../../../src/core/library/fields';

/** A button of a notice. */
export interface NoticeAction {
  text: string;
  answer: 'done' | 'seen' | 'tomorrow';
  /** The reminder that it answers. */
  occurrence: { deadline: string; due: string; lead: number };
}

/**
 * The answers that a notice of one reminder offers, as its line in the list does: the first one there, and to be
 * told again tomorrow, unless the date will have passed by then without anybody having said so.
 */
export function noticeActions({ deadline, daysLeft, lead }: DueOccurrence): NoticeAction[] {
  const occurrence = { deadline: deadline.id, due: deadline.date, lead };
  const answer = firstAnswer(deadline, daysLeft);
  const first = { text: answer === 'done' ? 'Done' : 'Seen', answer, occurrence };
  if (daysLeft === 0) return [first];
  return [first, { text: 'Remind tomorrow', answer: 'tomorrow', occurrence }];
}

/**
 * The command of a button pressed at a moment, which may be days after the notice was shown; `at` is the hour from
 * which the user wants notices.
 */
export function commandOfAction(
  { answer, occurrence }: NoticeAction,
  moment: Moment,
  at: WallTime,
): CommandOf<'occurrence.mark'> {
  const mark = { type: 'occurrence.mark', ...occurrence } as const;
  return answer === 'tomorrow'
    ? { ...mark, state: 'put-off', until: tomorrowAt(moment, at) }
    : { ...mark, state: answer, until: null };
}
