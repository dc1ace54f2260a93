import { reading as dayReading } from './dates';
import type { ImportMapping, ImportField, Mapping } from './schema';
import { mappingId, plainWords, type ImportTable } from './table';
import { unitsOf } from './cells';

/** Words of headers, the surest first, by field; of two columns that fit, the one with the surer words is taken. */
const headerWords: readonly [ImportField, readonly RegExp[]][] = [
  [
    'completedOn',
    [
      /^(?:date )?completed(?: on)?$|^completion date$|^date of completion$/,
      /^(?:date|earned on|date earned|attended(?: on)?|date attended|activity date|course date|event date)$/,
      /^(?!.*(?:issue|expir|cycle|submi|enter|creat|approv|report|print|birth|due|start|registr)).*\bdate\b/,
    ],
  ],
  [
    'units',
    [
      /^(?:units|ceus?|ceus? (?:earned|awarded|claimed)|ceu\(s\))$/,
      /\bceus?\b|^credits?\b|\bcredits?$|\bunits?\b/,
    ],
  ],
  ['hours', [/^hours$/, /\bhours?\b|\bhrs\b|^duration$/]],
  [
    'indexNumber',
    [
      /\bindex\b/,
      /^approval (?:number|no\.?|#|code)$/,
      /^(?:course|activity|program|event|session) ?(?:number|no\.?|#|id|code)$/,
    ],
  ],
  [
    'title',
    [
      /^title$|\btitle$/,
      /^(?:course|activity|event|program|session|webinar)(?: name)?$/,
      /^(?:name|description|topic)$/,
    ],
  ],
  [
    'sponsor',
    [
      /^(?:sponsor|provider)$|^sponsored by$/,
      /\b(?:sponsor|provider|vendor|organi[sz]ation|presented by)\b/,
    ],
  ],
  ['body', [/^body$/, /^(?:certifying|credentialing|issuing) (?:body|organi[sz]ation)$/]],
  ['state', [/^state$/, /\bstatus$/]],
  ['note', [/^notes?$/, /^(?:comments?|remarks?)$/]],
];

/** So many rows tell what a column holds. */
const sampleSize = 50;

/** Which column seems to hold what, by the words of the header, or by the cells where there is no header. */
export function guessColumns(table: ImportTable): (ImportField | null)[] {
  const columns: (ImportField | null)[] = table.header.map(() => null);
  return table.hasHeader ? guessByNames(table.header) : guessByCells(table, columns);
}

/** By the words of a header alone; also tells whether a row is one. */
export function guessByNames(header: readonly string[]): (ImportField | null)[] {
  const columns: (ImportField | null)[] = header.map(() => null);
  const names = header.map(plainWords);
  for (const [field, words] of headerWords) {
    for (const word of words) {
      const at = names.findIndex((name, index) => columns[index] === null && word.test(name));
      if (at < 0) continue;
      columns[at] = field;
      break;
    }
  }
  return columns;
}

/** Dates are the day, short numbers the units, and the longest texts the title. */
function guessByCells(table: ImportTable, columns: (ImportField | null)[]): (ImportField | null)[] {
  const sample = table.rows.slice(0, sampleSize);
  const share = (at: number, fits: (cell: string) => boolean) =>
    sample.filter(({ cells }) => fits(cells[at] ?? '')).length / Math.max(1, sample.length);
  const take = (field: ImportField, worth: (at: number) => number) => {
    const [best] = columns
      .map((taken, at) => ({ at, worth: taken === null ? worth(at) : 0 }))
      .sort((one, other) => other.worth - one.worth);
    if (best && best.worth > 0.5) columns[best.at] = field;
  };
  take('completedOn', (at) => share(at, (cell) => typeof dayReading(cell) !== 'string'));
  take('units', (at) => share(at, (cell) => unitsOf(cell) !== null));
  take('title', (at) => {
    const length = sample.reduce((sum, { cells }) => sum + (cells[at] ?? '').length, 0);
    return length / Math.max(1, sample.length);
  });
  return columns;
}

/**
 * The mapping that was used for the last table with these columns; null if there was none. Columns without names tell
 * nothing but their number, so the last reading of such a table has to fit the cells of this one: days where it says
 * days, numbers where it says units.
 */
export function rememberedMapping(
  table: ImportTable,
  remembered: Readonly<Record<string, ImportMapping>>,
): ImportMapping | null {
  const known = remembered[mappingId(table)];
  if (!known || known.deletedAt !== undefined) return null;
  if (known.columns.length !== table.header.length) return null;
  return table.hasHeader || isFitting(table, known) ? known : null;
}

function isFitting({ rows }: ImportTable, { columns }: Mapping): boolean {
  const sample = rows.slice(0, sampleSize);
  const isMostly = (field: ImportField, fits: (cell: string) => boolean) => {
    const at = columns.indexOf(field);
    return at < 0 || sample.filter(({ cells }) => fits(cells[at] ?? '')).length * 2 > sample.length;
  };
  const isText = (cell: string) => unitsOf(cell) === null && typeof dayReading(cell) === 'string';
  return (
    isMostly('completedOn', (cell) => typeof dayReading(cell) !== 'string') &&
    isMostly('units', (cell) => unitsOf(cell) !== null) &&
    isMostly('hours', (cell) => unitsOf(cell) !== null) &&
    isMostly('title', isText)
  );
}

/** How to read a table to begin with: as the last one with these columns was read, or as it seems. */
export function firstMapping(
  table: ImportTable,
  remembered: Readonly<Record<string, ImportMapping>>,
  bodies: readonly string[],
): Mapping {
  const known = rememberedMapping(table, remembered);
  if (known) {
    const { columns, order, body, state } = known;
    return { columns, order, body, state };
  }
  const columns = guessColumns(table);
  const [only] = bodies;
  const isSaid = columns.includes('body') || bodies.length !== 1;
  return { columns, order: null, body: isSaid ? null : (only ?? null), state: 'earned' };
}

/** What a mapping still lacks before rows can be read. */
export function lackingFields({ columns }: Mapping): ImportField[] {
  const needed: ImportField[] = ['title', 'completedOn'];
  const lacking = needed.filter((field) => !columns.includes(field));
  const hasAmount = columns.includes('units') || columns.includes('hours');
  return hasAmount ? lacking : [...lacking, 'units'];
}
