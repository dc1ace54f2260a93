import { expect, test, vi } from 'vitest';
import type { DueOccurrence } from '../../../src/core/deadlines/occurrences';
import { Command } from '../../../src/core/library/commands';
import { failed, ok } from '../../../src/core/result';
import type { Session } from '../session';
import { commandOfAction, noticeActions } from './actions';
import { makeNoticeAnswer } from './answer';

const due = (kind: 'cycle-end' | 'own', daysLeft: number): DueOccurrence => ({
  ...{ id: 'x|2026-12-22|7', lead: 7, daysLeft, returnedAt: null, nextOn: null },
  deadline: {
    ...{ id: 'x', kind, date: '2026-12-22', title: 'A date', detail: '' },
    ...{ leads: [7], isNoticed: true, isApproximate: false, isMinor: false, source: null },
    open: { screen: 'calendar', id: 'x' },
    knownSince: '2026-01-05T12:00:00.000Z',
  },
});
const texts = (of: DueOccurrence) => noticeActions(of).map(({ text }) => text);

test('the answers are those that the list offers first', () => {
  expect(texts(due('cycle-end', 7))).toEqual(['Seen', 'Remind tomorrow']);
  expect(texts(due('own', 7))).toEqual(['Done', 'Remind tomorrow']);
  expect(texts(due('cycle-end', -1))).toEqual(['Done', 'Remind tomorrow']);
});

test('on the day itself tomorrow is too late to be offered', () => {
  expect(texts(due('own', 0))).toEqual(['Done']);
  expect(texts(due('own', 1))).toEqual(['Done', 'Remind tomorrow']);
});

test('each is a command of the list, and tomorrow is that of the day on which it is pressed', () => {
  const moment = {
    ...{ now: '2026-12-16T04:30:00.000Z', today: '2026-12-15' },
    timeZone: 'America/New_York',
  };
  const [seen, tomorrow] = noticeActions(due('cycle-end', 7)).map((action) =>
    commandOfAction(action, moment, '09:00'),
  );
  const mark = { type: 'occurrence.mark', deadline: 'x', due: '2026-12-22', lead: 7 };
  expect(seen).toEqual({ ...mark, state: 'seen', until: null });
  expect(tomorrow).toEqual({ ...mark, state: 'put-off', until: '2026-12-16T14:00:00.000Z' });
  for (const command of [seen, tomorrow]) expect(Command.safeParse(command).success).toBe(true);
});

test('what cannot be done is said where it can be done by hand', async () => {
  const clock = { now: () => '2026-12-15T15:00:00.000Z', timeZone: () => 'UTC' };
  const [seen] = noticeActions(due('cycle-end', 7));
  for (const answer of [ok(null), failed('disk-full')]) {
    const [open, send] = [vi.fn(), vi.fn()];
    const withOwnStore = (() => Promise.resolve(answer)) as Session['withOwnStore'];
    const act = makeNoticeAnswer({ clock, session: { withOwnStore }, open, send });
    await act(seen!, 'ceus');
    expect(open.mock.calls).toEqual(answer.ok ? [] : [['ceus']]);
    expect(send).toHaveBeenCalledTimes(answer.ok ? 0 : 1);
  }
});
