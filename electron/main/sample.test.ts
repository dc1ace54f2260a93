import { readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cyclesOf } from '../../src/core/ceu/cycles';
import { cycleWarnings } from '../../src/core/ceu/cycles';
import { standingOf } from '../../src/core/ceu/rules';
import { comingOf, remindersOf } from '../../src/core/deadlines/reminders';
import { anchorFinder } from '../../src/core/guide/anchor';
import { readGuide } from '../../src/core/guide/guide';
import { highlightKinds } from '../../src/core/notes/kinds';
import { parseLibrary } from '../../src/core/library/migrations';
import { live } from '../../src/core/library/schema';
import { factsOf } from '../../src/core/programs/cost';
import { programLines } from '../../src/core/programs/summary';
import { plansOf } from '../../src/core/code-sets/plan';
import { reference } from '../../src/core/reference';
import { todayOf } from '../../src/core/today';
import { contentsOf, openStore, tempFolder, testClock } from '../../tests/fault/support/rig';
import { buildSample, sampleOf } from './sample';

const guide = join(import.meta.dirname, '../../content/guide');

const days = [
  '2026-01-01',
  '2026-02-28',
  '2026-05-31',
  '2026-09-18',
  '2026-10-01',
  '2026-11-22',
  '2026-12-31',
  '2027-10-01',
  '2027-12-31',
  '2028-02-29',
  '2028-03-01',
  '2031-08-31',
];

function ids(): () => string {
  let last = 0;
  return () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
}
const made = (today: string) => sampleOf(testClock(`${today}T18:00:00.000Z`), ids());

describe.each(days)('on %s', (today) => {
  const { library, certificates } = made(today);
  const standings = (body: string) =>
    cyclesOf(body, library.cycles).map((cycle) =>
      standingOf({ cycle, library, today, reference: reference() }),
    );

  test('a library that passes the full check', () => {
    expect(parseLibrary(library)).toEqual(library);
    expect(library).toMatchObject({ isSample: true, settings: { isWelcomed: true } });
  });

  test('a preparation begun where a plan runs, with one thing done and an invented task', () => {
    const plans = plansOf(library, { today, timeZone: 'UTC' }, reference());
    const tasks = plans.flatMap((plan) => plan.tasks);
    const noted = live(library.preparations);
    expect(noted).toHaveLength(plans.length * 2);
    expect(tasks.filter(({ state }) => state === 'done')).toHaveLength(plans.length);
    for (const { id, title } of tasks) if (id !== null) expect(title).toContain('(invented)');
  });

  test('two credentials, two cycles each, 30 activities or more, 8 certificates', () => {
    expect(live(library.holdings).map(({ credential }) => credential)).toEqual(['cic', 'ccs']);
    expect(cyclesOf('ahima', library.cycles)).toHaveLength(2);
    expect(cyclesOf('aapc', library.cycles)).toHaveLength(2);
    expect(live(library.activities).length).toBeGreaterThanOrEqual(30);
    expect(live(library.evidence)).toHaveLength(8);
    expect(new Set(certificates.map(({ name }) => name)).size).toBe(8);
  });

  test('dates that the bodies would give, and nothing to warn of', () => {
    for (const { body, start, end } of live(library.cycles)) {
      const earnedOn = live(library.holdings).find((holding) => holding.body === body)!.earnedOn;
      expect(cycleWarnings({ start, end }, body, earnedOn, reference())).toEqual([]);
    }
  });

  test('what is planned lies ahead, all else behind', () => {
    const planned = new Set(
      live(library.claims)
        .filter(({ state }) => state === 'planned')
        .map(({ activityId }) => activityId),
    );
    expect(planned.size).toBe(2);
    for (const { id, completedOn, createdAt } of live(library.activities)) {
      expect(completedOn > today).toBe(planned.has(id));
      expect(createdAt.slice(0, 10) < today).toBe(true);
    }
    expect(new Set(live(library.claims).map(({ state }) => state)).size).toBe(5);
  });

  test('the previous cycles are met', () => {
    for (const body of ['ahima', 'aapc']) {
      expect(standings(body)[0]).toMatchObject({ state: 'met', remaining: 0 });
    }
  });

  test('the current AHIMA cycle lacks units of AHIMA’s own sources', () => {
    const { state, remaining, planned, rules } = standings('ahima')[1]!;
    expect(state).toBe('not-met');
    expect(remaining).toBeGreaterThan(500);
    expect(planned).toBe(400);
    expect(rules.find(({ rule }) => rule === 'ahima-share')).toMatchObject({
      state: 'not-met',
      need: 800,
      have: 400,
      unsure: 200,
    });
  });

  test('the current AAPC cycle is nearly complete, and ends in the next months', () => {
    const { remaining, daysLeft, rules } = standings('aapc')[1]!;
    expect(remaining).toBeGreaterThan(0);
    expect(remaining).toBeLessThanOrEqual(500);
    expect(daysLeft).toBeGreaterThan(45);
    expect(daysLeft).toBeLessThan(160);
    expect(rules.find(({ rule }) => rule === 'approved')?.unsure).toBe(200);
  });

  test('Today has standings, dates and something that lacks', () => {
    const shown = todayOf(
      library,
      { today, now: `${today}T18:00:00.000Z`, timeZone: 'America/New_York' },
      reference(),
    );
    expect(shown.standings.map(({ body }) => body)).toEqual(['ahima', 'aapc']);
    expect(shown.next.length).toBeGreaterThan(2);
    expect(shown.counts.missing).toBeGreaterThan(2);
    expect(shown.programs).toHaveLength(3);
  });

  test('a date of the coder’s own came up two days ago, and others lie ahead', () => {
    const moment = { today, now: `${today}T18:00:00.000Z`, timeZone: 'America/New_York' };
    const own = remindersOf(library, moment, reference()).filter(
      ({ deadline }) => deadline.kind === 'own',
    );
    expect(own.map(({ deadline, lead, daysLeft }) => [deadline.title, lead - daysLeft])).toEqual([
      ['Local chapter meeting', 2],
    ]);
    const dates = live(library.deadlines);
    expect(dates.length).toBeGreaterThanOrEqual(3);
    for (const { date, datedAt, leads, note } of dates) {
      expect(date > today && datedAt.slice(0, 10) < today).toBe(true);
      expect(leads).not.toEqual([]);
      expect(note).toContain('(invented)');
    }
  });

  test('an exam, a date that repeats and a day of a program lie ahead, and are invented', () => {
    const coming = comingOf(library, { today, timeZone: 'America/New_York' }, reference());
    const [exam] = live(library.exams);
    expect(exam?.note).toContain('invented');
    expect(coming.filter(({ kind }) => kind === 'exam').length).toBeGreaterThan(2);
    expect(coming.filter(({ series }) => series).length).toBeGreaterThan(10);
    expect(
      coming.filter(({ kind, detail }) => kind === 'program' && detail.includes('(invented)')),
    ).toHaveLength(2);
  });

  test('three programs to compare, each its own case, with unknowns and days', () => {
    const lines = programLines(library, reference());
    expect(lines.map(({ leadsTo, isForOutpatient }) => [leadsTo, isForOutpatient])).toEqual([
      [['CCA', 'CCS'], false],
      [['CIC'], false],
      [['CPC'], true],
    ]);
    for (const { id, unknownCosts } of lines) {
      const own = factsOf(library.facts, id);
      expect(unknownCosts).toBeGreaterThan(0);
      expect(own.some(({ value }) => value === null)).toBe(true);
      for (const { asOf } of own) expect(asOf !== null && asOf < today).toBe(true);
    }
    expect(live(library.facts).some(({ value }) => value?.kind === 'included')).toBe(true);
    const approval = live(library.facts).find(
      ({ value }) => value?.kind === 'choice' && value.choice === 'pcap',
    );
    expect(approval?.note).toMatch(/Claimed .* \(invented\)/);
  });
});

describe('what was read', () => {
  const { library } = made('2026-11-22');
  const read = (name: string) => JSON.parse(readFileSync(join(guide, name), 'utf8')) as unknown;
  const chapters = readdirSync(guide)
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name.replace('.md', ''), readFileSync(join(guide, name), 'utf8')] as const);
  const text = readGuide({
    ...{ chapters, corrections: read('corrections.json'), sources: read('sources.json') },
    glossary: read('glossary.json'),
  });
  const find = anchorFinder(text.chapters.flatMap(({ sections }) => sections));
  const highlights = live(library.highlights);
  const cards = live(library.cards);

  test('highlights of all four kinds, two bookmarks and eight cards', () => {
    expect(new Set(highlights.map(({ kind }) => kind))).toEqual(new Set(highlightKinds));
    expect(live(library.bookmarks)).toHaveLength(2);
    for (const { section, title } of live(library.bookmarks)) {
      expect(text.sectionOf(section)?.title).toBe(title);
    }
    expect(cards).toHaveLength(8);
    expect(new Set(cards.map(({ createdAt }) => createdAt)).size).toBe(8);
  });

  test.each([...highlights, ...cards.flatMap(({ source }) => source ?? [])])(
    '“$anchor.quote” stands in the guide, to the letter',
    ({ anchor, chapter }) => {
      const found = find(anchor);
      expect(found).toMatchObject({ kind: 'exact', section: anchor.section, start: anchor.start });
      expect(text.chapterOf(anchor.section)?.id).toBe(chapter);
    },
  );

  test('notes and cards say that they are invented', () => {
    for (const { note } of highlights) if (note !== '') expect(note).toContain('(invented)');
    for (const { tags, source } of cards) {
      expect(tags).toContain('invented');
      expect(source).not.toBeNull();
    }
  });
});

describe('nobody is in it', () => {
  const { library } = made('2026-11-22');
  const texts = [
    ...live(library.activities),
    ...live(library.holdings),
    ...live(library.cycles),
    ...live(library.deadlines),
    ...live(library.programs),
    ...live(library.facts),
    ...live(library.highlights).map(({ id, note, tags }) => ({ id, note, tags })),
    ...live(library.cards).map(({ id, front, tags }) => ({ id, front, tags })),
  ].flatMap((record) =>
    Object.entries(record).filter(
      ([key]) => !/^(id|programId|.*(At|On)|start|end|date|asOf)$/.test(key),
    ),
  );
  const words = texts.map(([, value]) => JSON.stringify(value)).join('\n');

  test.each([
    ['a social security number', /\d{3}-\d{2}-\d{4}|\d{9}/],
    ['a telephone number', /\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}/],
    ['a record number', /\b(MRN|medical record|account|patient)\b/i],
    ['an address', /@|https?:|\b(street|avenue|st\.)\b/i],
    ['a title of a person', /\b(Mr|Mrs|Ms|Dr|Prof)\b/],
  ])('not %s', (_, pattern) => {
    expect(words).not.toMatch(pattern);
  });

  test('and every sponsor, school and source says that it is invented', () => {
    for (const { sponsor } of live(library.activities)) expect(sponsor).toContain('(invented)');
    for (const { provider } of live(library.programs)) expect(provider).toContain('(invented)');
    for (const { source } of live(library.facts)) expect(source).toContain('(invented)');
  });
});

describe('a certificate', () => {
  const { certificates } = made('2026-11-22');

  test.each(certificates)('$name is a whole PDF', ({ bytes }) => {
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.4\n/);
    expect(text).toMatch(/%%EOF\n$/);
    const table = Number(/startxref\n(\d+)\n/.exec(text)?.[1]);
    expect(text.slice(table, table + 5)).toBe('xref\n');
    const entries = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)];
    expect(entries).toHaveLength(5);
    entries.forEach(([, offset], index) => {
      expect(text.slice(Number(offset))).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
    });
    const [, length, stream] = /\/Length (\d+) >>\nstream\n(.*)\nendstream/s.exec(text) ?? [];
    expect(stream).toHaveLength(Number(length));
    expect(text).toContain('SAMPLE CERTIFICATE \x97 invented, not a real record');
  });

  test('of another activity is another file', () => {
    const hashes = new Set(certificates.map(({ bytes }) => Buffer.from(bytes).toString('base64')));
    expect(hashes.size).toBe(8);
  });
});

describe('on disk', () => {
  const clock = testClock('2026-11-22T18:00:00.000Z');

  test('opens as a library like any other, with its files, and with nothing to undo', async () => {
    const folder = join(tempFolder(), 'sample');
    await buildSample(folder, clock, ids());
    const { store, notices } = await openStore(folder, { clock, isSample: true });
    expect(notices).toEqual([]);
    expect(store.isSample).toBe(true);
    expect(store.undoable).toBe(false);
    for (const { id } of live(store.library.evidence)) {
      expect(await store.evidencePath(id)).toMatchObject({ ok: true });
    }
    expect(
      await store.dispatch({ type: 'settings.change', changes: { theme: 'dark' } }),
    ).toMatchObject({
      ok: true,
    });
    await store.close();
  });

  test('is the same for the same day, and made anew over an old one', async () => {
    const folder = join(tempFolder(), 'sample');
    await buildSample(folder, clock, ids());
    const first = contentsOf(folder);
    writeFileSync(join(folder, 'library.json'), 'damaged');
    mkdirSync(join(folder, 'backups'));
    await buildSample(folder, clock, ids());
    expect(contentsOf(folder)).toEqual(first);
  });

  test('is never made over anything else', async () => {
    const folder = tempFolder();
    const { store } = await openStore(folder, { clock });
    await store.close();
    const before = contentsOf(folder);
    await expect(buildSample(folder, clock, ids())).rejects.toThrow('something else');
    expect(contentsOf(folder)).toEqual(before);
    expect(readdirSync(folder)).not.toContain('sample-library.txt');
    expect(readFileSync(join(folder, 'library.json'), 'utf8')).toContain('"isSample":false');
  });
});
