import { describe, expect, it } from 'vitest';
import { apply } from '../library/apply';
import { emptyLibrary } from '../library/defaults';
import type { Command } from '../library/commands';
import type { Library } from '../library/schema';
import { parseCommand } from '../library/parse-command';
import { reference } from '../reference';
import { emptyOwnDate, entryOfOwnDate, ownDateOf } from './own-date';
import { nextDatesOf } from './own-repeat';

const typed = { ...emptyOwnDate(), title: ' CCS exam ', date: '2027-01-15' };

describe('a date that is typed', () => {
  it('is reminded of 7 days and 1 day before and on the day, unless said otherwise', () => {
    expect(ownDateOf(typed)).toEqual({
      ok: true,
      value: { title: 'CCS exam', date: '2027-01-15', repeat: null, leads: [7, 1, 0], note: '' },
    });
  });

  it.each([
    ['45, 14', [45, 14, 7, 1, 0]],
    ['45 14;60', [60, 45, 14, 7, 1, 0]],
    ['7, 7', [7, 1, 0]],
    [' , ', [7, 1, 0]],
    ['-3', [7, 1, 0, -3]],
    ['−30', [7, 1, 0, -30]],
    ['400', [400, 7, 1, 0]],
  ])('with other days %j', (otherLeads, leads) => {
    expect(ownDateOf({ ...typed, otherLeads })).toMatchObject({ ok: true, value: { leads } });
  });

  it.each([
    [{ title: '  ' }, 'name-empty'],
    [{ date: null }, 'no-date'],
    [{ repeat: { ...typed.repeat, unit: 'week' as const, every: '0' } }, 'bad-repeat'],
    [{ repeat: { ...typed.repeat, unit: 'week' as const, every: '1.5' } }, 'bad-repeat'],
    [{ repeat: { ...typed.repeat, unit: 'week' as const, until: '2027-01-14' } }, 'repeat-ends'],
    [{ otherLeads: 'soon' }, 'bad-leads'],
    [{ otherLeads: '1.5' }, 'bad-leads'],
    [{ otherLeads: '401' }, 'bad-leads'],
    [{ otherLeads: '2 3 4 5 6 8 9 10 11 12' }, 'bad-leads'],
  ])('%j is %s', (wrong, code) => {
    expect(ownDateOf({ ...typed, ...wrong })).toMatchObject({ ok: false, problem: { code } });
  });

  it('comes back as it was from the library', () => {
    const entry = { ...typed, title: 'CCS exam', leads: [30, 0], otherLeads: '45, 14', note: 'ID' };
    const fields = ownDateOf(entry);
    if (!fields.ok) throw new Error(fields.problem.code);
    const times = { createdAt: 'x', updatedAt: 'x', datedAt: 'x' };
    expect(entryOfOwnDate({ id: 'one', ...times, ...fields.value, repeat: null })).toEqual(entry);
  });

  it('says how it repeats, and on which days next', () => {
    const repeat = { unit: 'month' as const, every: ' 3 ', until: null, waits: true };
    const fields = ownDateOf({ ...typed, repeat });
    const meant = { every: 3, unit: 'month', until: null, waits: true };
    expect(fields).toMatchObject({ ok: true, value: { repeat: meant } });
    expect(nextDatesOf(repeat, '2026-11-30', '2026-12-05')).toEqual([
      ...['2027-02-28', '2027-05-30', '2027-08-30'],
    ]);
    expect(nextDatesOf({ ...repeat, every: 'x' }, '2026-11-30', '2026-12-05')).toEqual([]);
    expect(nextDatesOf({ ...repeat, unit: 'once' }, '2026-11-30', '2026-12-05')).toEqual([]);
    expect(nextDatesOf(repeat, null, '2026-12-05')).toEqual([]);
  });
});

describe('the library', () => {
  const empty = emptyLibrary('l', '2026-11-01T12:00:00.000Z');
  const at = (now: string, command: Command, library = empty) => {
    const context = { now, today: now.slice(0, 10), newId: () => 'one', reference: reference() };
    const done = apply(library, command, context);
    if (!done.ok) throw new Error(done.problem.code);
    return done.value.library;
  };
  const add: Command = {
    type: 'deadline.add',
    ...{ title: 'CCS exam', date: '2027-01-15', note: '', leads: [0, 7, 7, 1] },
  };
  const first = at('2026-11-22T15:00:00.000Z', add);

  it('keeps each lead once', () => {
    expect(first.deadlines['one']?.leads).toEqual([7, 1, 0]);
  });

  it('knows when the date was typed, also after other things of it changed', () => {
    const edit = (changes: object): Command => ({ type: 'deadline.edit', id: 'one', changes });
    const later = '2026-11-25T15:00:00.000Z';
    const datedAt = (changes: object) => at(later, edit(changes), first).deadlines['one']?.datedAt;
    expect(datedAt({ title: 'CCS exam, second try', note: 'x', leads: [3] })).toBe(
      '2026-11-22T15:00:00.000Z',
    );
    expect(datedAt({ date: '2027-01-15' })).toBe('2026-11-22T15:00:00.000Z');
    expect(datedAt({ date: '2027-01-16' })).toBe(later);
    const repeat = { every: 1, unit: 'month', until: null, waits: false };
    expect(datedAt({ repeat })).toBe(later);
    expect(datedAt({ repeat: null })).toBe('2026-11-22T15:00:00.000Z');
  });

  it('refuses a rhythm that ends before it begins, also when only one of the two is changed', () => {
    const context = { now: '2026-11-25T15:00:00.000Z', today: '2026-11-25', newId: () => 'two' };
    const repeat = { every: 1, unit: 'month' as const, until: '2027-02-01', waits: false };
    const repeating = at('2026-11-22T15:00:00.000Z', { ...add, repeat });
    const code = (library: Library, command: Command) => {
      const done = apply(library, command, { ...context, reference: reference() });
      return done.ok ? null : done.problem.code;
    };
    const edit = (changes: object): Command => ({ type: 'deadline.edit', id: 'one', changes });
    expect(code(first, { ...add, repeat: { ...repeat, until: '2027-01-14' } })).toBe('repeat-ends');
    expect(code(repeating, edit({ date: '2027-02-02' }))).toBe('repeat-ends');
    expect(code(repeating, edit({ repeat: { ...repeat, until: '2027-01-01' } }))).toBe(
      'repeat-ends',
    );
    expect(code(repeating, edit({ date: '2027-02-01' }))).toBeNull();
  });

  it.each([
    [{ ...add, title: '' }, 'name-empty'],
    [{ ...add, title: 'x'.repeat(201) }, 'text-too-long'],
    [{ ...add, note: 'x'.repeat(20_001) }, 'text-too-long'],
    [{ ...add, date: '2027-02-30' }, 'bad-date'],
    [{ ...add, leads: [401] }, 'bad-leads'],
    [{ ...add, leads: Array.from({ length: 13 }, (_, lead) => lead) }, 'bad-leads'],
    [{ type: 'deadline.edit', id: 'one', changes: { title: '' } }, 'name-empty'],
  ])('refuses what no date can be, with a sentence: %#', (command, code) => {
    expect(parseCommand(command)).toMatchObject({ ok: false, problem: { code } });
  });
});
