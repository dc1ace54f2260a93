import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import versions from '../../../content/reference/code-set-versions.json' with { type: 'json' };
import { addDays } from '../dates';
import { appliesOn } from './applies';
import { VersionsFile } from './applies-schema';

describe('the file of versions', () => {
  const file = VersionsFile.parse(versions);

  it('has each day in one grouper at most, each April once, and words where a source has no address', () => {
    const sorted = [...file.groupers].sort((one, other) => (one.from < other.from ? -1 : 1));
    expect(sorted).toEqual(file.groupers);
    for (const [index, { from, to }] of sorted.entries()) {
      expect(from < to).toBe(true);
      expect(from > (sorted[index - 1]?.to ?? '')).toBe(true);
    }
    const years = file.april.known.map(({ year }) => year);
    expect(new Set(years).size).toBe(years.length);
    const sources = [
      ...[file.first, file.rule, file.newest, file.april].map(({ source }) => source),
      ...[...file.groupers, ...file.april.known].map(({ source }) => source),
    ];
    for (const { url, note, confidence } of sources) {
      if (url === null || confidence !== 'official') expect(note).toBeTruthy();
    }
  });
});

/* Every boundary: the day before and the day. [discharge, fiscal year, April update, grouper] */
describe('appliesOn', () => {
  it.each([
    ['1999-12-31', null, null, null],
    ['2015-09-30', null, null, null],
    ['2015-10-01', 2016, null, null],
    ['2016-03-31', 2016, null, null],
    ['2016-04-01', 2016, null, null],
    ['2021-09-30', 2021, null, null],
    ['2021-10-01', 2022, false, null],
    ['2022-03-31', 2022, false, null],
    ['2022-04-01', 2022, true, 'V39.1'],
    ['2022-09-30', 2022, true, 'V39.1'],
    ['2022-10-01', 2023, false, null],
    ['2023-04-01', 2023, true, null],
    ['2024-02-29', 2024, false, null],
    ['2025-09-30', 2025, true, null],
    ['2025-10-01', 2026, false, 'V43.0'],
    ['2025-12-31', 2026, false, 'V43.0'],
    ['2026-01-01', 2026, false, 'V43.0'],
    ['2026-03-31', 2026, false, 'V43.0'],
    ['2026-04-01', 2026, true, 'V43.1'],
    ['2026-09-30', 2026, true, 'V43.1'],
    ['2026-10-01', 2027, false, 'V44'],
    ['2027-03-31', 2027, false, 'V44'],
    ['2027-04-01', 2027, true, 'V44.1'],
    ['2027-09-30', 2027, true, 'V44.1'],
    ['2027-10-01', 2028, false, 'V45'],
    ['2028-03-31', 2028, false, 'V45'],
    ['2028-04-01', 2028, true, null],
    ['2099-12-31', 2100, false, null],
  ] as const)('%s: FY%s, April %s, grouper %s', (day, year, april, grouper) => {
    const found = appliesOn(day);
    const codeSet = year === null ? null : `ICD-10-CM and ICD-10-PCS FY${year}`;
    expect(found).toMatchObject({ fiscalYear: year, codeSet, isAprilInForce: april, grouper });
    expect(found.isGrouperExpected).toBe(day >= '2027-04-01' && grouper !== null);
    expect(found.set.source).not.toBeNull();
    expect(found.grouperSays.source === null).toBe(grouper === null);
  });

  it('says what is known of an April update, and that the rest is not', () => {
    expect(appliesOn('2026-05-01').april?.says).toContain('but instructional notes did');
    expect(appliesOn('2023-05-01').april?.says).toContain('What it changed is not known here.');
    expect(appliesOn('2019-05-01').april?.says).toContain('inside FY2019 is not known here');
    expect(appliesOn('2015-09-30').set.says).toContain('not known here');
    expect(appliesOn('2027-10-01').set.says).toContain('not out when this was last checked');
  });

  it('changes on October 1 and April 1 alone', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
    const plain = (on: string) => JSON.stringify({ ...appliesOn(on), on: '' });
    fc.assert(
      fc.property(day, (on) => {
        const next = addDays(on, 1);
        if (/-(04|10)-01$/.test(next)) return;
        expect(plain(next)).toBe(plain(on));
      }),
    );
  });

  it('holds inside the fiscal year that it names', () => {
    const day = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('2015-10-01', days));
    fc.assert(
      fc.property(day, (on) => {
        const { start, end } = appliesOn(on);
        expect(start !== null && end !== null && start <= on && on <= end).toBe(true);
      }),
    );
  });
});
