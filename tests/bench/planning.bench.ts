import { expect, test } from 'vitest';
import { momentAt } from '../../electron/main/moment';
import { noticesDue } from '../../electron/main/reminders/plan';
import { addDays } from '../../src/core/dates';
import { occurrenceId } from '../../src/core/deadlines/ids';
import type { Library } from '../../src/core/library/schema';
import { median, report } from './figures';
import { tenYears } from './ten-years';

const today = '2026-11-22';
const now = `${today}T15:00:00.000Z`;
const rounds = 30;
const mostMilliseconds = 50;

/** Ten years of a ledger, and this many dates over a year and a half, every third of them answered. */
function planned(count: number): Library {
  const library = tenYears(1, today);
  const stamp = { createdAt: '2025-01-05T12:00:00.000Z', updatedAt: '2025-01-05T12:00:00.000Z' };
  for (let nth = 0; nth < count; nth += 1) {
    const id = `date-${nth}`;
    const date = addDays(today, (nth % 540) - 180);
    library.deadlines[id] = {
      ...{ id, ...stamp, datedAt: stamp.createdAt, title: `Invented date ${nth}`, date },
      ...{ repeat: null, note: '', leads: [30, 7, 1, 0] },
    };
    const deadline = `own:${id}`;
    if (nth % 3 === 0) {
      const mark = occurrenceId(deadline, date, 0);
      library.occurrences[mark] = {
        ...{ id: mark, ...stamp, deadline, due: date, lead: 0, state: 'done', until: null },
      };
    }
  }
  return library;
}

function costAt(count: number): number {
  const library = planned(count);
  const moment = momentAt(now, 'America/New_York');
  const times = Array.from({ length: rounds }, () => {
    const begin = performance.now();
    const due = noticesDue(library, moment, () => false);
    const took = performance.now() - begin;
    expect(due.length).toBeGreaterThan(count / 20);
    return took;
  });
  return median(times);
}

test('planning 10,000 deadlines takes 50 ms at most', () => {
  costAt(1000);
  const took = costAt(10_000);
  report(`planning 10,000 deadlines: ${took.toFixed(1)} ms (median of ${rounds}, plain Node)`);
  expect(took).toBeLessThanOrEqual(mostMilliseconds);
});
