import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  fieldsOfAudit,
  proposalsOf,
  shownOnCertificate,
} from '../../../src/core/ceu/certificate-text';
import { formatUnits } from '../../../src/core/units';
import { readPdf } from './read-pdf';

const today = '2026-11-22';
const pdf = (name: string) => readFileSync(`tests/data/certificates/${name}.pdf`);

async function proposedOn(name: string) {
  const text = await readPdf(pdf(name));
  if (!text.ok) throw new Error(`${name}: ${text.problem.code}`);
  return proposalsOf(text.value, today);
}

// What stands on each, read by eye; made with tools that are not ours: tests/data/certificates/README.md.
describe.each([
  {
    name: 'label-left',
    title: 'Sepsis Queries That Hold Up',
    sponsor: 'Lakeview Coding Society (invented)',
    units: '1.5',
    day: '2026-10-28',
    indexNumber: 'LCS1028A26',
    sureness: 'sure',
  },
  {
    name: 'label-above',
    title: 'Root Operations in ICD-10-PCS: Fusion and Release',
    sponsor: 'Prairie Health Academy (invented)',
    units: '2',
    day: '2026-09-09',
    indexNumber: 'PHA-2026-0909-7',
    sureness: 'sure',
  },
  {
    name: 'two-columns',
    title: 'Clinical Validation of Malnutrition',
    sponsor: 'Harbor CDI Forum (invented)',
    units: '3',
    day: { monthFirst: '2026-03-04', dayFirst: '2026-04-03' },
    indexNumber: 'HCF 30426-3',
    sureness: 'sure',
  },
  {
    name: 'no-labels',
    title: 'Present on Admission in Practice',
    sponsor: 'River Valley Coding Institute (invented)',
    units: '1.25',
    day: '2026-10-14',
    indexNumber: 'RVC261014B',
    sureness: 'likely',
  },
  ...['rotated', 'rotated-drawn'].map((name) => ({
    name,
    title: 'MS-DRG Shifts for FY 2027',
    sponsor: 'Two Rivers HIM Circle (invented)',
    units: '1',
    day: '2026-08-27',
    indexNumber: 'TRH 0827-1',
    sureness: 'sure',
  })),
])('$name', ({ name, title, sponsor, units, day, indexNumber, sureness }) => {
  test('the five fields are proposed, each with its line', async () => {
    const proposals = await proposedOn(name);
    expect(proposals.title[0]).toMatchObject({ value: title, sureness });
    expect(proposals.sponsor[0]).toMatchObject({ value: sponsor });
    expect(formatUnits(proposals.units[0]?.value ?? 0)).toBe(units);
    const [date] = proposals.completedOn;
    expect(date?.value).toEqual(
      typeof day === 'string' ? { kind: 'day', day } : { kind: 'either', ...day },
    );
    expect(proposals.indexNumber[0]?.value).toBe(indexNumber);
    for (const field of fieldsOfAudit) {
      const [best] = proposals[field];
      expect(best?.line).toContain(best?.text.split(' ')[0]);
    }
    expect(shownOnCertificate(proposals).map(({ state }) => state)).not.toContain('not-found');
  });
});

describe('a certificate that lacks a field', () => {
  test.each(fieldsOfAudit)('is not said to show it: %s', async (field) => {
    const text = await readPdf(pdf('label-left'));
    if (!text.ok) throw new Error(text.problem.code);
    const line = proposalsOf(text.value, today)[field][0]?.line ?? '';
    expect(line).not.toBe('');
    const items = text.value.items.filter(({ text: piece }) => !line.includes(piece.trim()));
    const states = shownOnCertificate(proposalsOf({ ...text.value, items }, today));
    expect(states).toHaveLength(5);
    for (const { field: one, state } of states) {
      if (one === field) expect(state, one).not.toBe('shown');
      else expect(state, one).toBe('shown');
    }
  });

  test('shows none of them where nothing is on it', () => {
    const states = shownOnCertificate(proposalsOf({ items: [], pages: 1, readPages: 1 }, today));
    expect(states.map(({ state }) => state)).toEqual(Array(5).fill('not-found'));
  });
});

test('a date of issue is not the day of completion', async () => {
  const { completedOn } = await proposedOn('label-left');
  expect(completedOn).toHaveLength(1);
});

test('a picture of a page is told from a page without anything', async () => {
  expect(await readPdf(pdf('image-only'))).toEqual({ ok: false, problem: { code: 'pdf-picture' } });
});
