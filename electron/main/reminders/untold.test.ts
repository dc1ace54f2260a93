import { expect, test } from 'vitest';
import { emptyLibrary } from '../../../src/core/library/defaults';
import type { Library } from '../../../src/core/library/schema';
import { momentAt } from '../moment';
import { wasTold } from './notices';
import { untoldWithin } from './untold';

const createdAt = '2026-11-01T12:00:00.000Z';
const now = momentAt('2026-11-22T15:00:00.000Z', 'America/New_York');
const base = { createdAt, updatedAt: createdAt };

function withDates(...dates: [title: string, date: string, leads: number[]][]): Library {
  const library = emptyLibrary('l', createdAt);
  for (const [title, date, leads] of dates) {
    const datedAt = createdAt;
    library.deadlines[title] = {
      ...base,
      id: title,
      title,
      date,
      repeat: null,
      note: '',
      leads,
      datedAt,
    };
  }
  return library;
}
const untold = (library: Library, isShown: (id: string) => boolean = () => false) =>
  untoldWithin(7, library, now, isShown).map(({ title }) => title);

test('what comes up in the next seven days, and nothing that is told now or later', () => {
  const library = withDates(
    ['today', '2026-11-22', [0]],
    ['tomorrow', '2026-11-23', [0]],
    ['in a week', '2026-11-29', [0]],
    ['in eight days', '2026-11-30', [0]],
    ['far off, with a reminder this week', '2026-12-25', [30]],
    ['without reminders', '2026-11-25', []],
  );
  expect(untold(library)).toEqual(['tomorrow', 'in a week', 'far off, with a reminder this week']);
});

test('each date once, and the next reminder of one that was shown', () => {
  const library = withDates(['exam', '2026-11-27', [7, 3, 1]]);
  expect(untold(library, (id) => id.endsWith('|7'))).toEqual(['exam']);
});

test('what a quiet hour holds back is untold, too', () => {
  const library = withDates(['today', '2026-11-22', [0]], ['tomorrow', '2026-11-23', [0]]);
  const quiet = { from: '08:00', until: '12:00' };
  const { reminders } = library.settings;
  library.settings = { ...library.settings, reminders: { ...reminders, quiet } };
  expect(untold(library)).toEqual(['today', 'tomorrow']);
});

test('what was put off comes back untold', () => {
  const library = withDates(['dues', '2026-11-22', [0]]);
  const id = 'own:dues|2026-11-22|0';
  const shown = { [id]: { attemptedAt: now.now, shownAt: now.now, attempts: 1 } };
  expect(untold(library, wasTold(shown))).toEqual([]);
  library.occurrences[id] = {
    ...{ ...base, id, deadline: 'own:dues', due: '2026-11-22', lead: 0 },
    ...{ state: 'put-off', until: '2026-11-24T14:00:00.000Z' },
  };
  expect(untold(library, wasTold(shown))).toEqual(['dues']);
});
