import { expect, test } from 'vitest';
import { activitiesLike } from './find-activity';
import type { Activity } from './schema';

const at = '2026-11-20T15:00:00.000Z';
const activity = (id: string, completedOn: string, title: string, sponsor = ''): Activity => ({
  ...{ id, createdAt: at, updatedAt: at, title, completedOn, sponsor },
  ...{ hours: 100, indexNumber: '', cost: null, note: '' },
});
const all = [
  activity('old', '2025-01-10', 'Sepsis: clinical indicators', 'State association'),
  activity('new', '2026-11-01', 'Présentation of PCS', 'A school'),
  activity('same', '2026-11-01', 'POA', 'A school'),
];

test.each([
  ['', ['new', 'same', 'old']],
  ['  ', ['new', 'same', 'old']],
  ['school', ['new', 'same']],
  ['presentation SCHOOL', ['new']],
  ['sepsis association', ['old']],
  ['nothing', []],
])('%j finds %j', (text, expected) => {
  expect(activitiesLike(all, text).map(({ id }) => id)).toEqual(expected);
});
