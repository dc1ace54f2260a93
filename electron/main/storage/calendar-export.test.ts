import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calendarParts } from '../../../src/core/deadlines/calendar-events';
import { emptyLibrary } from '../../../src/core/library/defaults';
import { calendarChoicesName, writeCalendarChoices, noChoices } from './calendar-choices';
import {
  calendarBytes,
  calendarFileName,
  choicesAt,
  keepCalendar,
  removeCalendar,
  type CalendarPlace,
} from './calendar-export';
import { diskOf } from './disk';

const now = '2026-11-22T15:00:00.000Z';
const asked = { library: emptyLibrary('one', now), today: '2026-11-22', now, timeZone: 'UTC' };
const all = { parts: calendarParts };
let folder: string;
let place: CalendarPlace;
const warn = vi.fn();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'almanac-calendar-'));
  warn.mockReset();
  const log = { info: () => undefined, warn, error: () => undefined };
  place = { disk: diskOf({}), folder, canWrite: true, log };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const text = async () => readFile(join(folder, calendarFileName), 'utf8');

describe('calendar files', () => {
  it('note what they tell before it is told, for the next one', async () => {
    const first = await calendarBytes(place, { ...asked, what: all });
    const { events } = await choicesAt(place, now);
    expect(Object.keys(events).length).toBeGreaterThan(10);
    const later = { ...asked, now: '2026-12-01T09:00:00.000Z', what: all };
    expect(await calendarBytes(place, later)).toEqual(first);
  });

  it('hold only the parts that are asked for, and one date alone', async () => {
    const what = { parts: ['code-sets' as const] };
    const some = String(await calendarBytes(place, { ...asked, what }));
    expect(some).toContain('take effect');
    expect(some).not.toContain('TENTATIVE');
    const one = { deadline: 'code-set:october:2027', date: '2027-10-01' };
    const single = String(await calendarBytes(place, { ...asked, what: one }));
    expect(single.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    const none = { deadline: 'own:nobody', date: '2027-10-01' };
    expect(await calendarBytes(place, { ...asked, what: none })).toBeNull();
  });

  it('hold one date however far back or ahead it lies, and the next file does not call it off', async () => {
    const datedAt = '2020-01-01T12:00:00.000Z';
    const times = { createdAt: datedAt, updatedAt: datedAt, datedAt };
    const date = { title: 'The first CEU', note: '', repeat: null, leads: [] };
    const daily = { every: 1, unit: 'day' as const, until: null, waits: false };
    const library = {
      ...asked.library,
      deadlines: {
        a: { ...times, ...date, id: 'a', date: '2020-02-01' },
        b: { ...times, ...date, id: 'b', date: '2026-01-01', repeat: daily },
      },
    };
    const one = async (deadline: string, day: string) =>
      String(
        await calendarBytes(place, { ...asked, library, what: { deadline, date: day } }),
      ).match(/(?<=DTSTART;VALUE=DATE:)\d+/g);
    expect(await one('own:a', '2020-02-01')).toEqual(['20200201']);
    expect(await one('code-set:october:2035', '2035-10-01')).toEqual(['20351001']);
    expect(await one('own:b', '2032-05-05')).toContain('20320505');
    expect(await one('own:a', '2020-02-02')).toBeNull();
    expect(String(await calendarBytes(place, { ...asked, library, what: all }))).not.toContain(
      'CANCELLED',
    );
  });

  it('are written where nothing can be noted, and leave no trace there', async () => {
    const bytes = await calendarBytes({ ...place, canWrite: false }, { ...asked, what: all });
    expect(String(bytes)).toContain('BEGIN:VEVENT');
    expect(await readdir(folder)).toEqual([]);
  });

  it('begin anew after damage, which is kept aside, and do not fall back', async () => {
    await calendarBytes(place, { ...asked, what: all });
    const before = (await choicesAt(place, now)).events;
    await writeFile(join(folder, calendarChoicesName), '{"isKept": true, "events": 7}');
    const later = '2026-11-23T15:00:00.000Z';
    await calendarBytes(place, { ...asked, now: later, what: all });
    expect(warn).toHaveBeenCalledTimes(1);
    expect((await readdir(folder)).some((name) => name.includes('.corrupt-'))).toBe(true);
    for (const [uid, { sequence }] of Object.entries((await choicesAt(place, later)).events)) {
      expect(sequence).toBeGreaterThan(before[uid]?.sequence ?? Infinity);
    }
  });

  it('that are kept are written only when they differ, and removed only if they are ours', async () => {
    expect(await keepCalendar(place, asked)).toBe('written');
    expect(await keepCalendar(place, asked)).toBe('same');
    await writeCalendarChoices(place.disk, folder, { ...noChoices, parts: ['mine'] });
    expect(await keepCalendar(place, asked)).toBe('written');
    expect(await text()).not.toContain('VEVENT');
    await removeCalendar(place);
    await expect(text()).rejects.toThrow('ENOENT');
    await removeCalendar(place);
    await writeFile(join(folder, calendarFileName), 'BEGIN:VCALENDAR\r\nPRODID:-//other//\r\n');
    await removeCalendar(place);
    expect(await text()).toContain('other');
  });
});
