import { expect, it } from 'vitest';
import type { OwnBody } from '../ceu/own-body-schema';
import { bodyName, credentialOf, reference, ruleSetFor } from './index';
import { bodyFileOf, isOffered, referenceOf } from './own-bodies';
import { BodyFile } from './schema';

const guild: OwnBody = {
  ...{ id: 'b-1', createdAt: '2026-01-02T00:00:00.000Z', updatedAt: '2026-03-04T00:00:00.000Z' },
  ...{ name: 'Guild (invented)', credentials: { 'c-1': 'GCC' }, months: 36, units: 1250 },
  note: 'Its handbook, page 4',
};
const only = (...bodies: OwnBody[]) => ({
  bodies: Object.fromEntries(bodies.map((body) => [body.id, body])),
});

it('is the program’s own data, the same object, where the user has no bodies', () => {
  expect(referenceOf({ bodies: {} })).toBe(reference());
});

it.each([guild, { ...guild, units: null, note: '' }])('has the form of a file (%#)', (body) => {
  expect(() => BodyFile.parse(bodyFileOf(body))).not.toThrow();
});

it('comes after the program’s bodies, with what was entered and nothing else', () => {
  const data = referenceOf(only(guild));
  expect(data.bodies.map(({ id }) => id)).toEqual([
    ...reference().bodies.map(({ id }) => id),
    'b-1',
  ]);
  expect(bodyName('b-1', data)).toBe('Guild (invented)');
  expect(credentialOf('c-1', data)).toMatchObject({ name: 'GCC', body: 'b-1' });
  const rules = ruleSetFor('b-1', '1999-01-01', data);
  expect(rules).toMatchObject({
    cycle: { months: 36, anchor: 'unknown', opensBefore: null },
    rules: [{ kind: 'total-fixed', units: 1250, isBinding: true }],
    claimRules: [],
  });
  const source = { title: 'Entered by you', url: null, confidence: 'own', note: guild.note };
  expect(rules?.rules[0]?.source).toMatchObject(source);
});

it('asks for nothing where the units are not known', () => {
  const data = referenceOf(only({ ...guild, units: null }));
  expect(ruleSetFor('b-1', '2026-01-01', data)?.rules).toEqual([]);
});

it('is put together anew only when a body has changed, also in place', () => {
  const library = only({ ...guild });
  const before = referenceOf(library);
  expect(referenceOf(library)).toBe(before);
  expect(referenceOf(only({ ...guild }))).toBe(before);
  library.bodies['b-1']!.name = 'Renamed (invented)';
  expect(bodyName('b-1', referenceOf(library))).toBe('Renamed (invented)');
});

it('keeps the name of a body in the trash, and does not offer it', () => {
  const library = only({ ...guild, deletedAt: '2026-04-01T00:00:00.000Z' });
  expect(bodyName('b-1', referenceOf(library))).toBe('Guild (invented)');
  expect(isOffered('b-1', library)).toBe(false);
  expect(isOffered('b-1', only(guild))).toBe(true);
  expect(isOffered('ahima', library)).toBe(true);
});
