import { expect, test } from 'vitest';
import { isDay } from '../dates';
import { credentialOf, reference } from './index';

const data = reference();

test('each fact has an id of its own, and what its kind needs', () => {
  const ids = data.programFacts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, kind, unit, choices, canBeIncluded, deadline, hint } of data.programFacts) {
    expect(unit !== undefined, id).toBe(kind === 'count');
    expect(choices !== undefined, id).toBe(kind === 'choice');
    expect(deadline !== undefined, id).toBe(kind === 'day');
    if (canBeIncluded) expect(kind, id).toBe('money');
    expect(hint, id).toMatch(/\.$/);
  }
});

test('no price and no program is built in', () => {
  expect(JSON.stringify(data.programFacts)).not.toMatch(/\$\s?\d|\d dollars/);
});

test('a source is an https address with the day on which it was read', () => {
  for (const { id, source } of data.programFacts) {
    if (source === null) continue;
    expect(source.url, id).toMatch(/^https:\/\//);
    expect(isDay(source.checkedOn), id).toBe(true);
  }
});

test('no credential is for both settings', () => {
  const outpatient = data.credentials.filter(({ isOutpatient }) => isOutpatient);
  expect(outpatient.map(({ id }) => id).toSorted()).toEqual(['ccs-p', 'cdeo', 'coc', 'cpc']);
  expect(outpatient.some(({ isInpatient }) => isInpatient)).toBe(false);
  for (const id of ['ccs', 'cca', 'cic'])
    expect(credentialOf(id, data)?.isInpatient, id).toBe(true);
});
