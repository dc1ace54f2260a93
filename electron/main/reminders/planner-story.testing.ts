import { expect } from 'vitest';
import codeSetDates from '../../../content/reference/code-set-dates.json' with { type: 'json' };
import type { Command } from '../../../src/core/library/commands';
import { remindersOf } from '../../../src/core/deadlines/reminders';
import { reference, ruleSetFor } from '../../../src/core/reference';
import { crashPoints, Machine, type CrashPoint } from './machine.testing';
import { dayText, instantText, nthDate } from './model-days.testing';
import type { Shown } from './planner';
import type { Step } from './planner-steps.testing';
import { ReminderModel, type ModelCycle } from './reminder-model.testing';

const yearly = codeSetDates
  .filter(({ needsCpt }) => !needsCpt)
  .map(({ id, month, day, weight, known = [] }) => {
    const isNoticed = weight === 'takes-effect';
    const leads = isNoticed ? [30, 7, 0] : [0];
    const days = Object.fromEntries(known.map(({ year, date }) => [year, date]));
    return { id, month, day, isNoticed, leads, known: days };
  });

/** Of the body whose cycles the story has; it names no stages after their end, and no dues. */
const body = 'acdis';
const opensBefore = ruleSetFor(body, '2026-01-01', reference())?.cycle.opensBefore?.days ?? NaN;

const days = (count: number) => count * 1440;
const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** The machine and the model through the same days. */
export class Story {
  machine: Machine;
  model: ReminderModel;
  /** What was certainly shown, and what a crash may have shown again. */
  #told = new Set<string>();
  #mayRepeat = new Set<string>();
  /** How often the system was asked without anybody knowing what came of it. */
  #tries = new Map<string, number>();
  #seen = new Map<string, number>();
  #doubtful = new Set<string>();
  #isAstray = false;
  counts = { listed: 0, told: 0, repeated: 0, crashes: 0 };
  /** What was listed of each sort. */
  sorts = { missed: 0, back: 0, cycles: 0 };

  constructor(begun: number, zone: string) {
    this.machine = new Machine(begun, zone);
    this.model = new ReminderModel({ zone, begun, yearly, opensBefore });
    const held = { credential: 'ccds', body, earnedOn: null, endedOn: null, note: '', cycle: null };
    this.machine.run({ type: 'holding.add', ...held }, dayText(this.model.today(begun)));
  }

  do(step: Step): void {
    const { machine, model } = this;
    const today = model.today(machine.minute);
    const run = (command: Command) => machine.run(command, dayText(today));
    const owns = [...model.own.keys()];
    const own = owns[(step.nth ?? 0) % Math.max(1, owns.length)];
    const there = own === undefined ? undefined : model.own.get(own);
    if (step.do === 'astray') {
      machine.minute += this.#isAstray ? days(-250) : days(250);
      this.#isAstray = !this.#isAstray;
    } else if (step.minutes !== undefined) {
      machine.minute += step.minutes;
      if (step.do === 'close') this.restart();
    } else if (step.at !== undefined) {
      const { at, quiet = null } = step;
      const reminders = { leads: {}, at, quiet };
      run({ type: 'settings.change', changes: { reminders } });
      model.tellsAt = minutesOf(at);
      model.quiet = quiet && { from: minutesOf(quiet.from), until: minutesOf(quiet.until) };
    } else if (step.isThere !== undefined) {
      machine.isServiceThere = step.isThere;
    } else if (step.zone !== undefined) {
      machine.timeZone = step.zone;
      model.zone = step.zone;
    } else if (step.do === 'add') {
      const date = today + (step.away ?? 0);
      const fields = { date: dayText(date), leads: step.leads ?? [] };
      const until = typeof step.lasts === 'number' ? date + step.lasts : null;
      const rhythm = step.rhythm ? { ...step.rhythm, until } : null;
      const repeat = rhythm && { ...rhythm, until: until === null ? null : dayText(until) };
      const id = run({ type: 'deadline.add', title: 'A date', note: '', ...fields, repeat });
      model.own.set(`own:${id}`, { date, leads: fields.leads, entered: machine.minute, rhythm });
    } else if (step.do === 'begin a cycle' || /cycle|grant|back|its end/.test(step.do ?? '')) {
      this.#doToCycle(step, today, run);
    } else if (step.do === 'clear') {
      const keys = [...model.marks.keys()];
      const id = keys[(step.nth ?? 0) % Math.max(1, keys.length)];
      if (id === undefined) return;
      run({ type: 'occurrence.clear', id });
      model.marks.delete(id);
    } else if (step.do === 'mark') {
      const lines = model.list(machine.minute);
      const line = lines[(step.nth ?? 0) % Math.max(1, lines.length)];
      if (line === undefined) return;
      const [deadline = '', due = '', lead] = line.key.split('|');
      const until = machine.minute + (step.wait ?? 0);
      const mark = { state: step.state ?? 'seen', until, at: machine.minute };
      run({
        ...{ type: 'occurrence.mark', deadline, due, lead: Number(lead), state: mark.state },
        until: mark.state === 'put-off' ? instantText(mark.until) : null,
      });
      model.marks.set(line.key, mark);
    } else if (own === undefined || there === undefined) {
      return;
    } else if (step.do === 'move') {
      const date = today + (step.away ?? 0);
      const id = own.slice('own:'.length);
      const until = there.rhythm?.until ?? null;
      // It would end before its first date.
      if (until !== null && until < date) return;
      run({ type: 'deadline.edit', id, changes: { date: dayText(date) } });
      const entered = date === there.date ? there.entered : machine.minute;
      model.own.set(own, { ...there, date, entered });
    } else if (step.do === 'remind') {
      const wanted = step.leads ?? [];
      run({ type: 'deadline.edit', id: own.slice('own:'.length), changes: { leads: wanted } });
      model.own.set(own, { ...there, leads: wanted });
    } else if (step.do === 'rhythm' && step.rhythm) {
      const { rhythm } = step;
      const id = own.slice('own:'.length);
      run({ type: 'deadline.edit', id, changes: { repeat: { ...rhythm, until: null } } });
      const isSame = JSON.stringify(rhythm) === JSON.stringify(there.rhythm);
      const entered = isSame ? there.entered : machine.minute;
      model.own.set(own, { ...there, rhythm, entered });
    } else if (step.do === 'skip') {
      this.#answerAhead(own, step.state ?? 'done', today, run);
    } else if (step.do === 'delete') {
      run({ type: 'deadline.delete', id: own.slice('own:'.length) });
      model.own.delete(own);
    }
  }

  /** The date after next is done, or is left out, before it has come up. */
  #answerAhead(
    own: string,
    state: NonNullable<Step['state']>,
    today: number,
    run: (command: Command) => string,
  ): void {
    const there = this.model.own.get(own);
    const rhythm = there?.rhythm ?? null;
    if (!there || rhythm === null || state === 'put-off') return;
    let nth = 0;
    while (nthDate(there.date, rhythm, nth) <= today) nth += 1;
    const date = nthDate(there.date, rhythm, nth + 1);
    if (rhythm.until !== null && date > rhythm.until) return;
    const [due, lead] = [dayText(date), 0];
    run({ type: 'occurrence.mark', deadline: own, due, lead, state, until: null });
    const at = this.machine.minute;
    this.model.marks.set(`${own}|${due}|${lead}`, { state, until: at, at });
  }

  #doToCycle(step: Step, today: number, run: (command: Command) => string): void {
    const { model, machine } = this;
    const all = [...model.cycles];
    const entered = machine.minute;
    if (step.do === 'begin a cycle') {
      const ends = all.map(([, { end }]) => end);
      const start = Math.max(today - 150, ...ends.map((end) => end + 1));
      if (all.length > 3 || start > today + 150) return;
      const end = start + 30 + (step.lasts ?? 0);
      const opening = { openingUnits: 0, openingMarked: {}, note: '' };
      const period = { start: dayText(start), end: dayText(end) };
      const id = run({ type: 'cycle.add', body, ...period, ...opening });
      model.cycles.set(id, { start, end, entered, isClosed: false, granted: null });
      return;
    }
    const [id, cycle] = all[(step.nth ?? 0) % Math.max(1, all.length)] ?? [];
    if (id === undefined || !cycle) return;
    const change = (changes: Partial<ModelCycle>) => model.cycles.set(id, { ...cycle, ...changes });
    const deadline = `cycle-end:${id}`;
    if (step.do === 'grant') {
      const date = cycle.end + 1 + (step.away ?? 0);
      const said = { date: dayText(date), standard: dayText(cycle.end), note: '' };
      run({ type: 'adjustment.move', deadline, why: 'extension', ...said });
      change({ granted: { date, entered } });
    } else if (step.do === 'take back') {
      run({ type: 'adjustment.clear', deadline });
      change({ granted: null });
    } else if (step.do === 'close a cycle') {
      if (cycle.isClosed) run({ type: 'cycle.reopen', id });
      else if (today < cycle.start) return;
      else run({ type: 'cycle.close', id, on: dayText(today), next: null });
      change({ isClosed: !cycle.isClosed });
    } else if (step.do === 'type its end') {
      const isLast = all.every(([, { start }]) => start <= cycle.start);
      const end = Math.max(cycle.start + 1, cycle.end + (step.away ?? 0));
      if (!isLast) return;
      run({ type: 'cycle.edit', id, changes: { end: dayText(end) } });
      change({ end, entered: end === cycle.end ? cycle.entered : entered });
    }
  }

  restart(): void {
    this.machine.restart();
    this.#forgetDoubts();
  }

  /** At a start what was not answered is asked for again: it may well have been seen. */
  #forgetDoubts(): void {
    for (const id of this.#doubtful) this.#mayRepeat.add(id);
    this.#doubtful.clear();
  }

  /** What is listed and told now, and whether that is what a person expects. */
  async look(answer: Shown, crashAt: CrashPoint | null): Promise<void> {
    const { machine, model } = this;
    const { minute, timeZone } = machine;
    const lines = model.list(minute);
    const moment = { now: machine.now, today: dayText(model.today(minute)), timeZone };
    const listed = remindersOf(machine.library, moment, reference()).map(({ id }) => id);
    expect([...listed].sort()).toEqual(lines.map(({ key }) => key).sort());
    this.counts.listed += listed.length;
    this.sorts.missed += listed.filter((id) => /^own:.*\|-1$/.test(id)).length;
    this.sorts.cycles += listed.filter((id) => id.startsWith('cycle-end:')).length;
    this.sorts.back += lines.filter(({ notice }) => notice.split('|').length > 3).length;

    machine.answer = answer;
    machine.seen = [];
    const hasCrashed = await machine.look(crashAt);
    expect(machine.bugs).toEqual([]);
    // However many are due, they are one notice.
    expect(machine.seen.length).toBeLessThanOrEqual(1);
    const seen = machine.seen.flat();
    const due = lines.filter(({ isToTell }) => isToTell).map(({ notice }) => notice);
    const untold = due.filter((id) => !this.#told.has(id) && !this.#doubtful.has(id));
    expect(new Set(seen).size).toBe(seen.length);
    for (const id of seen) {
      expect(due).toContain(id);
      this.#seen.set(id, (this.#seen.get(id) ?? 0) + 1);
      expect(this.#seen.get(id), `${id} more than once again`).toBeLessThanOrEqual(2);
      const mayRepeat = this.#mayRepeat.delete(id);
      expect(untold.includes(id) || mayRepeat, `${id} again`).toBe(true);
    }
    if (!hasCrashed && machine.isServiceThere && answer !== 'failed') {
      // Nobody knows of two tries whether they were seen; more would be a repeat without end.
      const tried = (id: string) => (this.#tries.get(id) ?? 0) >= 2;
      expect(untold.filter((id) => !seen.includes(id) && !tried(id))).toEqual([]);
    }
    const hasTried = hasCrashed ? isAfterNote(crashAt) : answer === 'unanswered';
    if (machine.isServiceThere && hasTried) {
      for (const id of untold) this.#tries.set(id, (this.#tries.get(id) ?? 0) + 1);
    }
    this.counts.told += seen.length;
    this.counts.repeated += seen.filter((id) => this.#told.has(id)).length;
    for (const id of seen) {
      if (answer === 'shown') this.#told.add(id);
      else this.#doubtful.add(id);
      if (hasCrashed) this.#mayRepeat.add(id);
    }
    if (!hasCrashed) return;
    this.counts.crashes += 1;
    this.#forgetDoubts();
  }
}

/** Whether the machine has noted by then that it asks, and not what came of it. */
function isAfterNote(crashAt: CrashPoint | null): boolean {
  const { length } = crashPoints;
  return crashPoints.slice(crashPoints.indexOf('noted'), length - 1).some((at) => at === crashAt);
}
