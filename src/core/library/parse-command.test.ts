import { describe, expect, test } from 'vitest';
import { problemSentence } from '../problems';
import { parseCommand } from './parse-command';

const activity = {
  type: 'activity.log',
  title: 'Sepsis: clinical indicators',
  completedOn: '2026-05-04',
  hours: 150,
  sponsor: 'State association',
  indexNumber: '',
  note: '',
  claims: [{ body: 'ahima', units: 150, state: 'earned', marks: {}, holdings: [], cycleId: null }],
};
const cycle = {
  type: 'cycle.add',
  body: 'ahima',
  start: '2025-01-01',
  end: '2026-12-31',
  openingUnits: 0,
  openingMarked: {},
  note: '',
};
const evidence = {
  type: 'evidence.attach',
  activityId: 'a',
  sha256: 'a'.repeat(64),
  name: 'certificate.pdf',
  bytes: 1000,
  kind: 'pdf',
};

function problemOf(raw: unknown) {
  const parsed = parseCommand(raw);
  if (parsed.ok) throw new Error('it was understood');
  const { happened, todo } = problemSentence(parsed.problem);
  return { ...parsed.problem, happened, todo };
}

test('a good command comes back as it is', () => {
  expect(parseCommand(activity)).toEqual({ ok: true, value: activity });
  expect(parseCommand(cycle)).toEqual({ ok: true, value: cycle });
});

describe('text', () => {
  test('markup stays text, to the letter', () => {
    const title = `<img src=x onerror="alert(1)"> & {@html '</script>'} ](javascript:1)`;
    const note = '<script>alert(1)</script>\u202e\u0000 ';
    const parsed = parseCommand({ ...activity, title, note });
    expect(parsed.ok && parsed.value).toMatchObject({ title, note });
  });

  test('a title of 10,000 characters', () => {
    expect(problemOf({ ...activity, title: 'a'.repeat(10_000) })).toMatchObject({
      code: 'text-too-long',
      happened: 'The title has 10,000 characters; at most 300 fit.',
    });
  });

  test('the longest title that fits', () => {
    expect(parseCommand({ ...activity, title: 'a'.repeat(300) }).ok).toBe(true);
  });

  test.each([
    ['sponsor', 201],
    ['indexNumber', 61],
    ['note', 20_001],
  ])('a %s that is too long says which field it is', (field, length) => {
    const { code, about } = problemOf({ ...activity, [field]: 'a'.repeat(length) });
    expect(code).toBe('text-too-long');
    expect(about?.['field']).toBe(field === 'indexNumber' ? 'index number' : field);
  });

  test('no title', () => {
    expect(problemOf({ ...activity, title: '' }).code).toBe('title-empty');
    expect(problemOf({ ...activity, title: 5 }).code).toBe('bad-command');
  });

  test('a file without a name is not an activity without a title', () => {
    expect(problemOf({ ...evidence, name: '' }).code).toBe('bad-command');
  });
});

describe('days', () => {
  test.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-5',
    '26-01-05',
    '2026-05-04T00:00:00Z',
    '05/04/2026',
    ' 2026-05-04',
    '+002026-05-04',
    '',
  ])('“%s” is none', (completedOn) => {
    expect(problemOf({ ...activity, completedOn })).toMatchObject({
      code: 'bad-date',
      about: { text: completedOn },
    });
  });

  test('Feb 29 of a leap year is one', () => {
    expect(parseCommand({ ...activity, completedOn: '2028-02-29' }).ok).toBe(true);
  });

  test.each([null, undefined, 20_260_504, {}, []])('%j is none', (completedOn) => {
    expect(problemOf({ ...activity, completedOn }).code).toBe('bad-date');
  });

  test('of a cycle, inside a holding too', () => {
    expect(problemOf({ ...cycle, end: '2026-02-30' }).code).toBe('bad-date');
    const { type: _, body: __, ...dates } = cycle;
    const holding = { type: 'holding.add', credential: 'ccs', earnedOn: null, note: '' };
    const refused = problemOf({ ...holding, cycle: { ...dates, start: '2026-02-30' } });
    expect(refused.code).toBe('bad-date');
  });

  test('a text of any length is cut for the sentence', () => {
    expect(
      problemOf({ ...activity, completedOn: '9'.repeat(10_000) }).happened.length,
    ).toBeLessThan(120);
  });
});

describe('units', () => {
  test.each([
    [-1, '-0.01'],
    [-150, '-1.5'],
    [20_001, '200.01'],
    [100_000_000, '1000000'],
    [1.5, '1.5'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [Number.MAX_VALUE, '1.7976931348623157e+308'],
    ['150', '150'],
    [150n, ''],
    [null, ''],
  ])('%s hundredths are none', (units, text) => {
    const claims = [{ ...activity.claims[0], units }];
    const about = { text, most: '200' };
    expect(problemOf({ ...activity, claims })).toMatchObject({ code: 'bad-units', about });
    expect(problemOf({ ...activity, hours: units })).toMatchObject({ code: 'bad-units', about });
    expect(problemOf({ ...cycle, openingUnits: units }).code).toBe('bad-units');
    expect(problemOf({ ...cycle, openingMarked: { 'ahima-source': units } }).code).toBe(
      'bad-units',
    );
  });

  test('nothing and the most are', () => {
    expect(parseCommand({ ...activity, hours: 0 }).ok).toBe(true);
    expect(parseCommand({ ...activity, hours: 20_000 }).ok).toBe(true);
  });
});

describe('programs', () => {
  const program = { type: 'program.add', name: 'Evening certificate', provider: '', note: '' };
  const fact = (value: unknown, more: object = {}) => ({
    ...{ type: 'fact.set', programId: 'a', fact: 'tuition', value, source: '', asOf: null },
    ...{ note: '', ...more },
  });

  test.each([
    [-100, '-$1'],
    [100_000_001, '$1,000,000.01'],
    [99.5, '99.5'],
    ['$5', '$5'],
    [null, ''],
  ])('%s cents are none', (cents, text) => {
    const about = { text, most: '$1,000,000' };
    const value = { kind: 'money', cents };
    expect(problemOf(fact(value))).toMatchObject({ code: 'bad-money', about });
    const { type: _, programId: __, ...draft } = fact(value);
    expect(problemOf({ ...program, facts: [draft] })).toMatchObject({ code: 'bad-money', about });
  });

  test.each([-1, 1.5, 100_001, 'twelve'])('%s is no count', (count) => {
    expect(problemOf(fact({ kind: 'count', count }))).toMatchObject({
      code: 'bad-count',
      happened: `“${count}” is not a whole number of weeks, hours or cases.`,
    });
  });

  test('a name that is missing or too long', () => {
    expect(problemOf({ ...program, name: '', facts: [] }).happened).toBe(
      'The program has no name.',
    );
    expect(problemOf({ ...program, name: 'a'.repeat(201), facts: [] }).happened).toBe(
      'The name has 201 characters; at most 200 fit.',
    );
    const edit = { type: 'program.edit', id: 'a', changes: { name: '' } };
    expect(problemOf(edit).code).toBe('name-empty');
  });

  test.each([
    ['provider', { ...program, provider: 'a'.repeat(201), facts: [] }],
    ['source', fact(null, { source: 'a'.repeat(501) })],
    ['answer', fact({ kind: 'text', text: 'a'.repeat(2001) })],
    ['note', fact(null, { note: 'a'.repeat(20_001) })],
  ])('a %s that is too long says which field it is', (field, raw) => {
    expect(problemOf(raw)).toMatchObject({ code: 'text-too-long', about: { field } });
  });

  test('an as-of date that is none', () => {
    expect(problemOf(fact(null, { asOf: '2026-02-30' })).code).toBe('bad-date');
  });

  test.each([
    { kind: 'money' },
    { kind: 'price', cents: 5 },
    { kind: 'included', cents: 5 },
    'free',
  ])('the value %j is of no kind', (value) => {
    expect(['bad-command', 'bad-money']).toContain(problemOf(fact(value)).code);
  });
});

describe('a highlight', () => {
  const highlight = {
    ...{ type: 'highlight.add', document: 'guide', chapter: 'the-role', kind: 'key', note: '' },
    anchor: { section: 'the-role', start: 3, quote: 'two words', before: '', after: '' },
    tags: [],
  };

  test('that is good comes back as it is', () => {
    expect(parseCommand(highlight)).toEqual({ ok: true, value: highlight });
  });

  test.each<[string, object]>([
    ['passage', { anchor: { ...highlight.anchor, quote: 'a'.repeat(4001) } }],
    ['note', { note: 'a'.repeat(20_001) }],
    ['tag', { tags: ['fine', 'a'.repeat(41)] }],
  ])('whose %s is too long says which field it is', (field, changes) => {
    const { code, about } = problemOf({ ...highlight, ...changes });
    expect([code, about?.['field']]).toEqual(['text-too-long', field]);
  });

  test('with more tags than there can be says how many fit', () => {
    const tags = Array.from({ length: 21 }, (_, at) => `tag ${at}`);
    expect(problemOf({ ...highlight, tags })).toMatchObject({
      code: 'too-many-tags',
      happened: 'At most 20 tags fit, and these are more.',
    });
  });

  test('of a kind that there is not is nothing a person did', () => {
    expect(problemOf({ ...highlight, kind: 'secret' }).code).toBe('bad-command');
  });
});

describe('what no screen sends', () => {
  const cyclic: Record<string, unknown> = { type: 'activity.log' };
  cyclic['title'] = cyclic;

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'activity.log'],
    ['a list', [activity]],
    ['no type', { title: 'a' }],
    ['an unknown type', { type: 'library.wipe' }],
    ['a name of every object as type', { type: 'constructor' }],
    ['an extra key', { ...activity, isAdmin: true }],
    ['an extra key on a command without fields', { type: 'library.undo', line: 1 }],
    ['a state that is none', { type: 'claims.edit', ids: ['a'], state: 'granted' }],
    ['an empty id', { type: 'activity.delete', id: '' }],
    ['an endless id', { type: 'activity.delete', id: 'a'.repeat(121) }],
    ['a hash that is a path', { ...evidence, sha256: '../../library.json' }],
    ['a kind of file that is none', { ...evidence, kind: 'html' }],
    ['a collection that is none', { type: 'trash.restore', collection: 'settings', id: 'theme' }],
    ['a purge without an instant', { type: 'trash.purge', before: '2026-01-01' }],
    ['more claims than bodies', { ...activity, claims: Array(11).fill(activity.claims[0]) }],
    ['a value that contains itself', cyclic],
  ])('%s', (_, raw) => {
    const { code, happened, todo } = problemOf(raw);
    expect(code).toBe('bad-command');
    expect(happened).not.toMatch(/undefined|\{/);
    expect(todo).not.toBe('');
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'the id %s, which every object has',
    (id) => {
      expect(problemOf({ type: 'activity.delete', id }).code).toBe('bad-command');
      expect(problemOf({ type: 'holding.delete', id }).code).toBe('bad-command');
      expect(problemOf({ ...evidence, activityId: id }).code).toBe('bad-command');
    },
  );

  test('extra keys of a claim are dropped', () => {
    const parsed = parseCommand({ ...activity, claims: [{ ...activity.claims[0], id: 'mine' }] });
    expect(parsed).toEqual({ ok: true, value: activity });
  });

  test('a mark named after every object’s prototype does not reach it', () => {
    const marks: unknown = JSON.parse('{"__proto__": true, "ahima-source": true}');
    const parsed = parseCommand({ ...activity, claims: [{ ...activity.claims[0], marks }] });
    expect(({} as Record<string, unknown>)['ahima-source']).toBeUndefined();
    if (parsed.ok) expect(JSON.stringify(parsed.value)).not.toContain('__proto__');
  });
});

describe('a card', () => {
  const card = { type: 'card.add', front: 'What is POA?', back: '', tags: [], source: null };

  test('without a question is none', () => {
    expect(problemOf({ ...card, front: '' }).code).toBe('card-empty');
    expect(problemOf({ type: 'card.edit', id: 'a', changes: { front: '' } }).code).toBe(
      'card-empty',
    );
  });

  test.each<[string, object]>([
    ['front', { front: 'a'.repeat(5001) }],
    ['back', { back: 'a'.repeat(5001) }],
    ['tag', { tags: ['a'.repeat(41)] }],
  ])('whose %s is too long says which field it is', (field, changes) => {
    expect(parseCommand(card).ok).toBe(true);
    const { code, about } = problemOf({ ...card, ...changes });
    expect([code, about?.['field']]).toEqual(['text-too-long', field]);
  });
});
