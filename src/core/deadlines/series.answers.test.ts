import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../dates';
import type { Command } from '../library/commands';
import { MemoryStore } from '../library/store.testing';
import { reference } from '../reference';
import { comingOf, remindersOf } from './reminders';
import type { OccurrenceState, Repeat } from './schema';

const timeZone = 'UTC';
const noon = (day: string) => `${day}T12:00:00.000Z`;

const listed = ({ library }: MemoryStore, today: string) =>
  remindersOf(library, { today, now: noon(today), timeZone }, reference()).filter(
    ({ deadline }) => deadline.kind === 'own',
  );
const coming = ({ library }: MemoryStore, today: string) =>
  comingOf(library, { today, timeZone }, reference()).filter(({ kind }) => kind === 'own');

const repeat = fc.record({
  every: fc.integer({ min: 1, max: 5 }),
  unit: fc.constantFrom('day', 'week', 'month'),
  until: fc.constant(null),
  waits: fc.boolean(),
}) as fc.Arbitrary<Repeat>;
const step = fc.oneof(
  fc.record({ is: fc.constant('days' as const), days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    is: fc.constant('answer' as const),
    state: fc.constantFrom<OccurrenceState>('done', 'not-relevant', 'seen', 'put-off'),
    which: fc.nat({ max: 1 }),
  }),
  fc.record({ is: fc.constant('skip' as const) }),
  fc.record({ is: fc.constant('rhythm' as const), repeat }),
);

test('every answer ends its own line and never the series, and undo takes back whatever was done', () => {
  fc.assert(
    fc.property(repeat, fc.array(step, { maxLength: 12 }), (first, steps) => {
      const store = new MemoryStore();
      store.today = '2026-01-31';
      const id = store.must({
        ...{ type: 'deadline.add', title: 'Again', date: '2026-01-31', note: '', leads: [3, 0] },
        repeat: first,
      });
      /** What is shown before a command, after it, and after its undo; then it is done again. */
      const tried = (command: Command) => {
        const shown = () =>
          JSON.stringify([listed(store, store.today), coming(store, store.today)]);
        const before = shown();
        const { length } = store.lines;
        store.must(command);
        // The rhythm that was there.
        if (store.lines.length === length) return;
        const after = shown();
        store.must({ type: 'library.undo' });
        expect(shown()).toBe(before);
        store.must({ type: 'library.redo' });
        expect(shown()).toBe(after);
      };
      for (const one of steps) {
        const { today } = store;
        if (one.is === 'days') store.today = addDays(today, one.days);
        else if (one.is === 'rhythm') {
          tried({ type: 'deadline.edit', id, changes: { repeat: one.repeat } });
        } else if (one.is === 'skip') {
          const next = coming(store, today)[0];
          if (!next) continue;
          const mark = { deadline: next.id, due: next.date, lead: 0, until: null };
          tried({ type: 'occurrence.mark', ...mark, state: 'not-relevant' });
          expect(coming(store, today)[0]?.date).not.toBe(next.date);
        } else {
          const due = listed(store, today)[one.which];
          if (!due) continue;
          const until = one.state === 'put-off' ? noon(addDays(today, 2)) : null;
          const { deadline, lead } = due;
          const mark = { deadline: deadline.id, due: deadline.date, lead, until };
          tried({ type: 'occurrence.mark', ...mark, state: one.state });
          const after = listed(store, today).map(({ deadline: { date }, lead: at }) => [date, at]);
          expect(after).not.toContainEqual([deadline.date, lead]);
          if (one.state === 'put-off') {
            store.today = addDays(today, 2);
            const again = listed(store, store.today);
            // It comes again, or what was missed since stands before it.
            expect(again.length).toBeGreaterThan(0);
            store.today = today;
          }
        }
        const lines = listed(store, store.today);
        expect(lines.length).toBeLessThan(3);
        // The series goes on: something waits for an answer, or comes.
        expect(
          lines.length + coming(store, store.today).length + Number(isWaiting(store)),
        ).toBeGreaterThan(0);
      }
    }),
    { numRuns: 25 },
  );
});

/** Whether it stands at a date that passed, of which the reminder was seen or put off. */
function isWaiting({ library }: MemoryStore): boolean {
  return Object.values(library.deadlines).some(({ repeat: rhythm }) => rhythm?.waits === true);
}
