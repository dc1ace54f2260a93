import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apply } from '../library/apply';
import type { Command } from '../library/commands';
import { emptyLibrary } from '../library/defaults';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import { remindersOf } from './reminders';

/*
 * The list of reminders against a model that counts in whole days and minutes and shares no line with it. A
 * zone without summer time keeps the model's own arithmetic simple; the nights when clocks change have tests of
 * their own.
 */
const timeZone = 'America/Phoenix';
const offset = -7 * 60;
const minutesOfDay = 1440;
const october = reference().codeSetDates.filter(({ id }) => id === 'october');
const data = { ...reference(), codeSetDates: october };

const dayNumber = (minute: number) => Math.floor((minute + offset) / minutesOfDay);
const dayText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const instantText = (minute: number) => new Date(minute * 60_000).toISOString();
/** Before the first lead of October 1, among them, and on the day itself. */
const begins = ['2026-08-20', '2026-09-24', '2026-10-01'].map(
  (day) => Date.parse(`${day}T16:00:00Z`) / 60_000,
);

interface ModelDate {
  isOwn: boolean;
  date: number;
  leads: number[];
  entered: number;
}
interface ModelMark {
  state: 'seen' | 'put-off' | 'done' | 'not-relevant';
  until: number;
  at: number;
}

class Model {
  dates = new Map<string, ModelDate>();
  /** By deadline, date and lead. */
  marks = new Map<string, ModelMark>();

  constructor(begin: number) {
    for (const year of [2026, 2027, 2028, 2029]) {
      const date = Date.parse(`${year}-10-01`) / 86_400_000;
      const entered = dayNumber(begin);
      const leads = [30, 7, 0];
      this.dates.set(`code-set:october:${year}`, { isOwn: false, date, leads, entered });
    }
  }

  /** Nothing of a date between the word and its time, but for the days before it that were asked for. */
  putOff(day: string, date: number, lead: number, minute: number): 'waits' | number | null {
    let back: number | null = null;
    for (const [key, { state, until, at }] of this.marks) {
      if (state !== 'put-off' || !key.startsWith(day)) continue;
      const isThis = key === `${day}${lead}`;
      const wakes = dayNumber(until);
      if (until > minute) {
        if (isThis || (at <= minute && (lead < 0 || wakes === date - lead))) return 'waits';
      } else if (isThis || date - lead <= wakes) back = Math.max(back ?? 0, until);
    }
    return back;
  }

  listed(minute: number): string[] {
    const today = dayNumber(minute);
    const found: { key: string; rank: number; date: number; id: string }[] = [];
    for (const [id, { isOwn, date, leads, entered }] of this.dates) {
      const day = `${id}|${dayText(date)}|`;
      // What was put off is heard of again, if it comes back within a month.
      const comesBack = [...this.marks].some(
        ([key, { state, until }]) =>
          key.startsWith(day) &&
          state === 'put-off' &&
          Math.floor(until / minutesOfDay) >= today - 30,
      );
      if (!isOwn && date < today - 30 && !comesBack) continue;
      const isOver = [...this.marks].some(
        ([key, { state }]) => key.startsWith(day) && /done|not-relevant/.test(state),
      );
      if (isOver) continue;
      let newest: number | null = null;
      for (const lead of leads) {
        if (date - lead <= today && (newest === null || lead < newest)) newest = lead;
      }
      if (newest === null) continue;
      const key = `${id}|${dayText(date)}|${newest}`;
      const mark = this.marks.get(key);
      const back = this.putOff(day, date, newest, minute);
      if (back === 'waits') continue;
      if (mark?.state === 'seen' && !(back !== null && back > mark.at)) continue;
      const wasBefore = date - newest <= entered;
      const passedSince = isOwn && date >= entered && date < today;
      if (back === null && wasBefore && !passedSince) continue;
      // One's own that is due or overdue, then what comes, then what took effect.
      const isOpen = isOwn ? date <= today : date < today;
      const rank = !isOpen ? 1 : isOwn ? 0 : 2;
      found.push({ key, rank, date, id });
    }
    const order = (one: { rank: number; date: number; id: string }) =>
      `${one.rank} ${dayText(one.date)} ${one.id}`;
    return found.sort((one, other) => (order(one) < order(other) ? -1 : 1)).map(({ key }) => key);
  }
}

const lead = fc.constantFrom(0, 1, 7, 30, 45, -3);
const leads = fc.uniqueArray(lead, { maxLength: 4, size: 'max' });
const away = fc.integer({ min: -20, max: 60 });
const state = fc.constantFrom('seen', 'put-off', 'done', 'not-relevant');
const nth = fc.nat(20);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait'), minutes: fc.nat(12_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add'), away, leads }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move'), nth, away }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remind'), nth, leads }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename'), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete'), nth }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('mark'), nth, state, wait: fc.nat(9000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear'), nth }) },
);

it('is what the model says, whatever is marked, moved, deleted or brought back over the days', () => {
  let listedAtAll = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...begins),
      fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }),
      (begin, steps) => {
        const model = new Model(begin);
        let library: Library = emptyLibrary('model', instantText(begin));
        let minute = begin;
        let ids = 0;
        const run = (command: Command): string => {
          const now = instantText(minute);
          const today = dayText(dayNumber(minute));
          const newId = () => `date-${++ids}`;
          const done = apply(library, command, { now, today, newId, reference: data });
          if (!done.ok) throw new Error(done.problem.code);
          library = done.value.library;
          return done.value.id ?? '';
        };
        const list = () =>
          remindersOf(
            library,
            { now: instantText(minute), today: dayText(dayNumber(minute)), timeZone },
            data,
          );
        const own = (at: number) => {
          const names = [...model.dates].filter(([, { isOwn }]) => isOwn).map(([id]) => id);
          const name = names[at % Math.max(1, names.length)];
          const date = name === undefined ? undefined : model.dates.get(name);
          return name !== undefined && date ? { name, id: name.slice('own:'.length), date } : null;
        };
        for (const one of steps) {
          if ('minutes' in one) minute += one.minutes;
          else if (one.do === 'add' && 'away' in one && 'leads' in one) {
            const date = dayNumber(minute) + one.away;
            const fields = { title: 'A date', date: dayText(date), note: '', leads: one.leads };
            const id = run({ type: 'deadline.add', ...fields });
            const entered = dayNumber(minute);
            model.dates.set(`own:${id}`, { isOwn: true, date, leads: one.leads, entered });
          } else if ('away' in one && 'nth' in one) {
            const found = own(one.nth);
            if (!found) continue;
            const date = dayNumber(minute) + one.away;
            run({ type: 'deadline.edit', id: found.id, changes: { date: dayText(date) } });
            const entered = date === found.date.date ? found.date.entered : dayNumber(minute);
            model.dates.set(found.name, { ...found.date, date, entered });
          } else if ('leads' in one && 'nth' in one) {
            const found = own(one.nth);
            if (!found) continue;
            run({ type: 'deadline.edit', id: found.id, changes: { leads: one.leads } });
            model.dates.set(found.name, { ...found.date, leads: one.leads });
          } else if (one.do === 'rename' && 'nth' in one) {
            const found = own(one.nth);
            if (found) run({ type: 'deadline.edit', id: found.id, changes: { title: 'Renamed' } });
          } else if (one.do === 'delete' && 'nth' in one) {
            const found = own(one.nth);
            if (!found) continue;
            run({ type: 'deadline.delete', id: found.id });
            model.dates.delete(found.name);
          } else if ('state' in one) {
            // What stands in the list is what a person marks; what the model lists is compared below.
            const listed = list();
            const due = listed[one.nth % Math.max(1, listed.length)];
            if (!due) continue;
            const { deadline } = due;
            const until = minute + one.wait;
            run({
              type: 'occurrence.mark',
              ...{ deadline: deadline.id, due: deadline.date, lead: due.lead },
              state: one.state,
              until: one.state === 'put-off' ? instantText(until) : null,
            });
            const key = `${deadline.id}|${deadline.date}|${due.lead}`;
            model.marks.set(key, { state: one.state, until, at: minute });
          } else if (one.do === 'clear' && 'nth' in one) {
            const keys = [...model.marks.keys()];
            const key = keys[one.nth % Math.max(1, keys.length)];
            if (key === undefined) continue;
            run({ type: 'occurrence.clear', id: key });
            model.marks.delete(key);
          }
          const shown = list().map(({ id }) => id);
          expect(shown).toEqual(model.listed(minute));
          listedAtAll += shown.length;
        }
      },
    ),
    { numRuns: 300 },
  );
  // A model of lists that are always empty would prove nothing.
  expect(listedAtAll).toBeGreaterThan(500);
});
