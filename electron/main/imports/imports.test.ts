import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { exampleLibrary } from '../../../src/core/ceu/example-library.testing';
import { firstMapping } from '../../../src/core/ceu/import/columns';
import { importCommand, previewImport } from '../../../src/core/ceu/import/preview';
import { transcriptTable } from '../../../src/core/ceu/import/transcript';
import type { ImportTable } from '../../../src/core/ceu/import/table';
import { emptyLibrary } from '../../../src/core/library/defaults';
import { live } from '../../../src/core/library/live';
import { MemoryStore } from '../../../src/core/library/store.testing';
import { reference } from '../../../src/core/reference';
import type { Result } from '../../../src/core/result';
import { ledgerCsv } from '../../cli/answers';
import { csv, utf8Mark, withoutApostrophe } from '../exports/csv';
import { readPdf } from '../pdf-text/read-pdf';
import { readCsv } from './read-csv';
import { readPaste } from './read-paste';

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
const cells = (table: ImportTable) => table.rows.map((row) => row.cells);
const lines = (table: ImportTable) => table.rows.map((row) => row.line);
const bodies = reference().bodies.map(({ id }) => id);

const text = 'Date,Title,CEUs\r\n10/28/2026,Queries – “sepsis”,1.5\r\n';
const rows = [['10/28/2026', 'Queries – “sepsis”', '1.5']];
const windows = Buffer.from(
  text.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'),
  'latin1',
);

test.each([
  ['utf-8', Buffer.from(text)],
  ['utf-8', Buffer.from(`\ufeff${text}`)],
  ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16le', Buffer.from(text, 'utf16le')],
  ['utf-16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['windows-1252', windows],
])('%s is read, and the preview can say so', async (encoding, bytes) => {
  const table = must(await readCsv(bytes, 'a.csv'));
  expect(table).toMatchObject({ encoding, header: ['Date', 'Title', 'CEUs'] });
  expect(cells(table)).toEqual(rows);
});

test('a long file is read in slices, between which other work goes on; nothing of it is lost', async () => {
  const count = 20_000;
  const rows = Array.from(
    { length: count },
    (_, n) => `2026-03-01,"Title ${n}\nof two lines, ${'x'.repeat(60)}",1`,
  );
  const bytes = Buffer.from(['Date,Title,CEUs', ...rows].join('\n'));
  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  const table = must(await readCsv(bytes, 'a.csv'));
  isDone = true;
  expect(turns).toBeGreaterThan(2);
  expect(table.rows).toHaveLength(count);
  table.rows.forEach(({ line, cells }, n) => {
    if (line !== 2 + 2 * n || !cells[1]?.startsWith(`Title ${n}\n`)) throw new Error(`row ${n}`);
  });
});

test.each([',', ';', '\t', '|'] as const)('the separator %j is found', async (separator) => {
  const table = must(await readCsv(Buffer.from(text.replaceAll(',', separator)), 'a.csv'));
  expect(table.separator).toBe(separator);
  expect(cells(table)).toEqual(rows);
});

test('lines are those of the file, also after cells with line breaks, titles and empty lines', async () => {
  const file = [
    'sep=;',
    'Transcript of Jordan Example',
    '',
    'Date;Title;CEUs',
    '10/28/2026;"One',
    'and more; of it";1.5',
    '',
    '10/29/2026;Two "quoted";2',
  ].join('\r\n');
  const table = must(await readCsv(Buffer.from(file), 'a.csv'));
  expect(lines(table)).toEqual([5, 8]);
  expect(table.rows[0]?.cells[1]).toBe('One\r\nand more; of it');
});

test.each([
  ['import-no-rows', ''],
  ['import-no-rows', 'Date,Title,CEUs\n'],
  ['import-open-quote', 'Date,Title,CEUs\n10/28/2026,"One,1.5\n10/29/2026,Two,2\n'],
  ['import-not-text', '\x00\x01\xff\xfe binary'],
])('%s is said', async (code, file) => {
  expect(await readCsv(Buffer.from(file, 'latin1'), 'a.csv')).toMatchObject({ problem: { code } });
});

test('a file above 25 MB is not read', async () => {
  expect(await readCsv(new Uint8Array(25 * 1024 * 1024 + 1), 'a.csv')).toMatchObject({
    problem: { code: 'import-size' },
  });
});

describe('our own export', () => {
  test('a cell that was guarded against spreadsheets comes back as it was', () => {
    const one = fc.oneof(
      fc.string(),
      fc.constantFrom("'=1", '=1+1', "''-x", '-5', '@a', '\t', "'"),
      fc.constantFrom('x;=1+1', "x;'=1", 'x|-2', 'x\t\t@a', 'a\n- b', 'a;\n+b', ";'"),
    );
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 4 }), (row) => {
        const [back] = Papa.parse<string[]>(csv([row]), { delimiter: ',', newline: '\r\n' }).data;
        expect(back?.map(withoutApostrophe)).toEqual(row);
      }),
    );
  });

  test('no part of a cell is a formula, whichever separator a spreadsheet divides the file by', () => {
    const part = fc.constantFrom(
      '=1+1',
      '-x',
      '@a',
      '+',
      'x',
      "'",
      ';',
      '\t',
      '|',
      ',',
      '\n',
      '"',
      ' ',
    );
    const cells = fc.array(
      fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(cells, fc.constantFrom(';', '\t', '|'), (row, separator) => {
        const text = csv([['x', ...row]]);
        for (const line of text.split(/[\r\n]/)) {
          // Quotes within what it takes for a cell are letters like any.
          for (const one of line.split(separator)) expect(one).not.toMatch(/^[=+\-@]/);
        }
      }),
    );
    expect(csv([['x;y', 'x\ty', 'x|y', 'x']])).toBe('"x;y","x\ty","x|y",x\r\n');
  });

  test('with the mark that says UTF-8 it is read as without it', async () => {
    const text = ledgerCsv(example, reference());
    const marked = must(await readCsv(Buffer.from(`${utf8Mark}${text}`), 'ledger.csv'));
    expect(marked).toEqual(must(await readCsv(Buffer.from(text), 'ledger.csv')));
  });

  const example = exampleLibrary({
    held: [
      ['ccs', '2020-01-01'],
      ['cic', '2020-01-01'],
    ],
    cycles: [{ body: 'ahima', start: '2026-01-01', end: '2027-12-31' }],
    claims: [
      { body: 'ahima', units: 150, on: '2026-03-04', activity: { title: '=SUM(A1) of sepsis' } },
      { body: 'aapc', units: 125, on: '2026-03-04', activityId: 'activity:0' },
      { body: 'ahima', units: 200, on: '2026-12-04', state: 'planned' },
      { body: 'aapc', units: 25, on: '2026-04-05', activity: { note: '-5', indexNumber: '0012' } },
    ],
  });

  test('reads back into an empty library as it was', async () => {
    const table = must(await readCsv(Buffer.from(ledgerCsv(example, reference())), 'ledger.csv'));
    const store = new MemoryStore();
    const mapping = firstMapping(table, {}, bodies);
    const world = { library: store.library, today: store.today, reference: reference() };
    const preview = previewImport(table, mapping, world);
    expect(preview.counts).toMatchObject({ ready: 4, wrong: 0, duplicate: 0 });
    store.must(must(importCommand(table, mapping, preview)));
    const shown = ({ activities, claims }: typeof example) =>
      live(activities)
        .map(({ id, title, completedOn, hours, indexNumber, note }) => ({
          ...{ title, completedOn, hours, indexNumber, note },
          claims: live(claims)
            .filter(({ activityId }) => activityId === id)
            .map(({ body, units, state }) => `${body} ${units} ${state}`)
            .sort(),
        }))
        .sort((one, other) => one.completedOn.localeCompare(other.completedOn));
    expect(shown(store.library)).toEqual(shown(example));
  });

  test('is all there already in the library it is from', async () => {
    const table = must(await readCsv(Buffer.from(ledgerCsv(example, reference())), 'ledger.csv'));
    const world = { library: example, today: '2026-11-22', reference: reference() };
    const preview = previewImport(table, firstMapping(table, {}, bodies), world);
    expect(preview.counts).toMatchObject({ ready: 0, duplicate: 4, chosen: 0 });
  });
});

describe('rows that were pasted', () => {
  test('from a web page: its longest table, and of that only the text', async () => {
    const html = `<meta charset="utf-8"><script>alert("<td>no</td>")</script>
      <table><tr><td>Menu</td></tr></table>
      <table class="x"><thead><tr><th>Completed on<th>Course&nbsp;title<th>CEUs</thead>
      <tr><td>Oct 28, 2026</td><td><a href="/x">Queries &amp; <b>sepsis</b></a></td><td>1.5</td></tr>
      <!-- <tr><td>hidden</td></tr> -->
      <tr><td colspan=2>Oct 29, 2026<td>2</table>`;
    const table = must(await readPaste('ignored', html));
    expect(table.header).toEqual(['Completed on', 'Course title', 'CEUs']);
    expect(cells(table)).toEqual([
      ['Oct 28, 2026', 'Queries & sepsis', '1.5'],
      ['Oct 29, 2026', '', '2'],
    ]);
  });

  test('from a spreadsheet: text with tabs, and columns are guessed without a header', async () => {
    const table = must(
      await readPaste('Queries that hold\t10/28/2026\t1.5\nAnother one\t10/29/2026\t2\n', ''),
    );
    expect(table.hasHeader).toBe(false);
    expect(firstMapping(table, {}, ['ahima'])).toEqual({
      columns: ['title', 'completedOn', 'units'],
      order: null,
      body: 'ahima',
      state: 'earned',
    });
  });

  test('hostile markup takes one pass', async () => {
    for (const html of [
      '<'.repeat(300_000),
      '<td'.repeat(100_000),
      '<!--'.repeat(80_000),
      '<table>'.repeat(40_000),
    ]) {
      expect(await readPaste('', html)).toMatchObject({ problem: { code: 'import-no-rows' } });
    }
  });
});

describe('the text of a transcript', () => {
  const read = async (file: string) => {
    const pdf = await readPdf(readFileSync(`tests/data/transcripts/${file}`));
    return transcriptTable(must(pdf), file);
  };
  const world = {
    library: emptyLibrary('empty', '2026-01-01T00:00:00.000Z'),
    today: '2026-11-22',
    reference: reference(),
  };

  test('one page: a title of two lines is one, and a bad date is told by its line', async () => {
    const table = await read('one-page.pdf');
    expect(table.header).toEqual(['Date', 'Event title', 'Index number', 'CEUs', 'Status']);
    const { rows: read2 } = previewImport(table, firstMapping(table, {}, ['aapc']), world);
    expect(
      read2.map(
        ({ read: row }) => row && `${row.completedOn} ${row.title} ${row.units} ${row.state}`,
      ),
    ).toEqual([
      '2026-10-28 Sepsis Queries That Hold Up 150 accepted',
      '2026-09-15 Malnutrition Criteria and the Record They Need 200 reported',
      '2026-03-04 Principal Diagnosis Sequencing 100 accepted',
      null,
    ]);
    expect(read2[3]).toMatchObject({
      page: 1,
      problem: { code: 'bad-date', about: { text: '02/30/2026' } },
    });
  });

  test('two pages: the header of the second is no row', async () => {
    const table = await read('two-pages.pdf');
    const preview = previewImport(table, firstMapping(table, {}, ['acdis']), world);
    expect(preview.counts).toMatchObject({ ready: 50, wrong: 0 });
    expect(preview.units).toBe(17 * 100 + 17 * 200 + 16 * 300);
    expect(preview.rows[6]?.read?.title).toBe('Invented course number 7 and what follows from it');
    expect(preview.rows[30]).toMatchObject({ page: 2 });
  });
});
