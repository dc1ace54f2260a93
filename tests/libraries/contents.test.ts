import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { live } from '../../src/core/library/schema';
import { seal, snapshotOf } from '../../electron/main/storage/snapshot';
import { openLibrary } from '../../electron/main/storage/store';
import { contentsOf, openStore, rig, titles } from '../fault/support/rig';
import { copyOf, snapshotText } from './frozen.testing';

/** What was in each library comes through, what was in its journal alone included. */
describe('everything that was in it is there in a library', () => {
  test('of version 1', async () => {
    const { store } = await openStore(copyOf(1));
    const { library } = store;
    expect(titles(store)).toEqual([
      'Facility training on the encoder (invented)',
      'MS-DRG shifts of the new fiscal year (invented)',
      'POA indicators, case by case (invented)',
      'Root operations in PCS: a refresher (invented)',
      'Sepsis: clinical indicators and queries (invented)',
    ]);
    expect(Object.keys(library.activities)).toHaveLength(6);
    const claims = live(library.claims).map(
      ({ body, units, state }) => `${body} ${units} ${state}`,
    );
    expect(claims.sort()).toEqual([
      'aapc 200 planned',
      'aapc 29 accepted',
      'ahima 10 rejected',
      'ahima 100 reported',
      'ahima 150 reported',
      'ahima 225 earned',
    ]);
    expect(Object.keys(library.claims)).toHaveLength(7);
    expect(Object.values(library.holdings).map(({ credential }) => credential)).toEqual([
      'ccs',
      'cic',
    ]);
    expect(Object.values(library.cycles).map(({ openingUnits }) => openingUnits)).toEqual([450, 0]);
    // The last line of the journal, which the snapshot did not hold.
    expect(library.settings).toMatchObject({ theme: 'light', isWelcomed: true });
    // Its backup has them too.
    expect(await store.backups()).toMatchObject([{ records: 11 }]);
    await store.close();
  });

  test('of version 2', async () => {
    const { store } = await openStore(copyOf(2));
    const { library } = store;
    expect(titles(store)).toEqual([
      'POA indicators, case by case (invented)',
      'Sepsis: clinical indicators and queries (invented)',
    ]);
    expect(Object.keys(library.activities)).toHaveLength(3);
    expect(
      live(library.claims)
        .map(({ body, units, state }) => `${body} ${units} ${state}`)
        .sort(),
    ).toEqual(['aapc 150 earned', 'ahima 100 earned', 'ahima 150 reported']);
    expect(live(library.overrides).map(({ units }) => units)).toEqual([2800]);
    // Its last line was an undo of the dark theme.
    expect(library.settings).toMatchObject({ theme: 'system', usesCpt: true, isWelcomed: true });
    expect(library).toMatchObject({ deadlines: {}, programs: {}, facts: {} });
    expect(library).toMatchObject({ highlights: {}, bookmarks: {} });
    await store.close();
  });

  test('of version 3', async () => {
    const { store } = await openStore(copyOf(3));
    const { library } = store;
    expect(titles(store)).toEqual([
      'POA indicators, case by case (invented)',
      'Sepsis: clinical indicators and queries (invented)',
    ]);
    expect(Object.keys(library.activities)).toHaveLength(3);
    expect(live(library.claims)).toMatchObject([{ body: 'ahima', units: 150, state: 'earned' }]);
    // Its last line was an undo of the dark theme.
    expect(library.settings).toMatchObject({ theme: 'system', usesCpt: true, isWelcomed: true });
    expect(live(library.programs)).toMatchObject([{ name: 'Evergreen program (invented)' }]);
    expect(live(library.facts)).toMatchObject([{ value: { kind: 'money', cents: 245_000 } }]);
    expect(live(library.deadlines)).toMatchObject([{ date: '2027-02-01', leads: [14, 0] }]);
    expect(live(library.highlights)).toMatchObject([{ kind: 'exam', note: 'Mine, changed' }]);
    expect(live(library.bookmarks)).toMatchObject([{ section: 'the-role' }]);
    expect(library).toMatchObject({ cards: {}, documents: {} });
    // What version 4 added is not known of what was there, and nothing was asked yet.
    expect(library.settings.sponsorAnswers).toEqual({});
    for (const { endedOn } of Object.values(library.holdings)) expect(endedOn).toBeNull();
    for (const { cost } of Object.values(library.activities)) expect(cost).toBeNull();
    for (const { units, applies, reason, standardUnits } of Object.values(library.overrides)) {
      expect([typeof units, applies, reason, standardUnits]).toEqual(['number', null, 'own', null]);
    }
    await store.close();
  });

  test('of version 4', async () => {
    const { store } = await openStore(copyOf(4));
    const { library } = store;
    expect(titles(store)).toEqual([
      'Coding of sepsis, a case review (invented)',
      'POA indicators, case by case (invented)',
      'Sepsis: clinical indicators and queries (invented)',
    ]);
    // Its last line was an undo of the light theme.
    expect(library.settings).toMatchObject({ theme: 'dark', usesCpt: true });
    expect(library.settings.sponsorAnswers).toEqual({ 'ahima-source:hcpro': true });
    expect(live(library.claims)).toMatchObject([
      { units: 150, state: 'earned', reportedOn: null },
      { units: 200, state: 'reported', reportedOn: '2026-11-20' },
    ]);
    expect(live(library.cards)).toMatchObject([{ back: 'The discharge date.' }]);
    expect(live(library.overrides)).toMatchObject([{ units: 2400, reason: 'leave' }]);
    expect(live(library.occurrences)).toMatchObject([{ lead: 14, state: 'seen' }]);
    // What version 5 added: nothing repeats, and reminders come as they did.
    expect(live(library.deadlines).map(({ title, repeat }) => [title, repeat])).toEqual([
      ['Ask about the voucher (invented)', null],
      ['Pay the dues (invented)', null],
    ]);
    expect(library.settings.reminders).toEqual({ leads: {}, at: '09:00', quiet: null });
    expect(library).toMatchObject({ bodies: {}, adjustments: {}, exams: {}, preparations: {} });
    await store.close();
  });
});

test('the history of claims of version 1, which was in its journal, is kept', async () => {
  const { store } = await openStore(copyOf(1));
  const steps = (await store.history('claims')).map(({ entry }) => [entry['from'], entry['to']]);
  expect(steps).toEqual([
    [null, 'earned'],
    ['earned', 'reported'],
  ]);
  await store.close();
});

test('a reminder of version 2 that was done is seen, one that was put off still is', async () => {
  const { store } = await openStore(copyOf(2));
  const marks = live(store.library.occurrences).map(({ deadline, state, until }) => [
    deadline.split(':')[0],
    state,
    until,
  ]);
  expect(marks.sort()).toEqual([
    ['code-set', 'put-off', '2027-03-05T14:00:00.000Z'],
    ['cycle-end', 'seen', null],
  ]);
  await store.close();
});

interface V1 {
  library: { activities: Record<string, { claims: { units: number }[] }> };
}

test('a library with a record that does not fit is left as it is, and says at which step it stopped', async () => {
  const folder = copyOf(1);
  const { library } = JSON.parse(snapshotText(1)) as V1;
  const [activity] = Object.values(library.activities);
  activity!.claims[0]!.units = -1;
  const about = { seq: 17, savedAt: '2025-10-01T12:00:02.000Z', undoFloor: 0, schema: 1 };
  writeFileSync(join(folder, 'library.json'), `${seal(snapshotOf(library, about))}\n`);
  const before = contentsOf(folder);
  const opened = await openLibrary(rig(folder).options);
  expect(opened).toMatchObject({
    kind: 'recovery',
    problem: { code: 'migration-failed', about: { step: 'reading version 5' } },
  });
  expect(contentsOf(folder)).toMatchObject(before);
});
