import { describe, expect, it } from 'vitest';
import { answersIn } from './answers';
import type { Occurrence } from './schema';

const today = '2026-11-22';
const kind = 'own';
const at = '2026-11-22T15:00:00.000Z';
const series = { repeat: null, missed: null, next: null } as never;

function answered(due: string, lead: number, state: Occurrence['state']): Occurrence {
  const id = `own:one|${due}|${lead}`;
  return { id, createdAt: at, updatedAt: at, deadline: 'own:one', due, lead, state, until: null };
}

describe('an answer to what was missed of a series', () => {
  const answerOf = answersIn({ one: answered('2026-11-20', -1, 'done') }, today);
  const of = (date: string) => answerOf({ id: 'own:one', kind, date, series });

  it('ends all dates before it, and none after', () => {
    expect([of('2026-10-30'), of('2026-11-13'), of('2026-11-20')]).toEqual([
      'done',
      'done',
      'done',
    ]);
    expect(of('2026-11-27')).toBeUndefined();
  });

  it('is no answer to other dates, nor one given on the day to those before', () => {
    expect(answerOf({ id: 'own:two', kind, date: '2026-10-30', series })).toBeUndefined();
    const onTheDay = answersIn({ one: answered('2026-11-20', 0, 'done') }, today);
    expect(onTheDay({ id: 'own:one', kind, date: '2026-11-13', series })).toBeUndefined();
  });
});
