import type { CommandOf } from '../../library/commands';
import type { Day, Id, Units } from '../../library/fields';
import type { Library } from '../../library/schema';
import type { Reference } from '../../reference/schema';
import { failed, ok, type Problem, type Result } from '../../result';
import { checkClaims } from '../apply-activity';
import { claimableBodies } from '../claimable';
import { lackingFields } from './columns';
import { dateColumn, type DateColumn } from './dates';
import { DuplicateFinder, type Duplicate } from './duplicates';
import { claimOf, importedRows, rowIds } from './imported';
import { cellsOf, readRow, type ReadRow } from './rows';
import type { ImportField, Mapping } from './schema';
import { mostRows } from './schema';
import { mappingId, type ImportTable } from './table';

/** One row of the table, and what would become of it. */
export interface PreviewRow {
  /** Its place among the rows of the table, from 0 on: what `choices` name it by. */
  at: number;
  line: number;
  page: number | null;
  /**
   * ready: can be imported; claim: the activity is there, and only its claim at the row’s body could be added;
   * duplicate: could be imported, but seems to be there already; wrong: cannot be read; undecided: waits for the
   * order of the dates.
   */
  state: 'ready' | 'claim' | 'duplicate' | 'wrong' | 'undecided';
  read: ReadRow | null;
  problem: Problem | null;
  duplicate: Duplicate | null;
  /** Of the activity that it would become, or became in an import before; null where it is not read. */
  id: Id | null;
  isChosen: boolean;
}

export interface ImportPreview {
  rows: readonly PreviewRow[];
  dates: DateColumn;
  /** Columns that are still to be named. */
  lacking: readonly ImportField[];
  counts: Record<PreviewRow['state'] | 'chosen', number>;
  /** Units of the rows that are chosen. */
  units: Units;
}

export interface ImportWorld {
  library: Pick<Library, 'activities' | 'claims' | 'holdings' | 'cycles'>;
  today: Day;
  reference: Reference;
}

/** The rows as they are understood, before anything is chosen of them. */
export type ImportReading = Pick<ImportPreview, 'dates' | 'lacking'> & {
  rows: readonly Omit<PreviewRow, 'isChosen'>[];
};

/** What an import would do, row by row; nothing is written. `choices` as in `chosenOf`. */
export function previewImport(
  table: ImportTable,
  mapping: Mapping,
  world: ImportWorld,
  choices: ReadonlyMap<number, boolean> = new Map(),
): ImportPreview {
  return chosenOf(readImport(table, mapping, world), choices);
}

/** How the rows are understood, and which of them are there already; the part that takes its time. */
export function readImport(
  table: ImportTable,
  mapping: Mapping,
  world: ImportWorld,
): ImportReading {
  const dates = dateColumn(cellsOf(table.rows, mapping, 'completedOn'), mapping.order);
  const lacking = lackingFields(mapping);
  if (lacking.length > 0) return { rows: [], dates, lacking };
  const finder = new DuplicateFinder(world.library);
  const { activities } = world.library;
  const rowWorld = { ...world, bodies: claimableBodies(world.library, world.reference) };
  const firsts = table.rows.map((row) =>
    checked(readRow(row, mapping, dates.order, rowWorld), world),
  );
  const ids = rowIds(
    firsts.flatMap((first) => (first?.ok ? [first.value] : [])),
    mappingId(table),
  );
  const rows = table.rows.map((row, at) => {
    const first = firsts[at] ?? null;
    const id = first?.ok ? (ids.get(first.value) ?? null) : null;
    const duplicate = first?.ok && id !== null ? finder.find(first.value, at, id) : null;
    // The claim is put to the activity that is there, so its day counts.
    const there = duplicate?.lacksClaim ? activities[duplicate.activityId ?? ''] : undefined;
    const read = there ? checked(first, world, there.completedOn) : first;
    const entry = read?.ok ? read.value : null;
    const state: PreviewRow['state'] =
      read === null
        ? 'undecided'
        : !read.ok
          ? 'wrong'
          : duplicate?.lacksClaim
            ? 'claim'
            : duplicate
              ? 'duplicate'
              : 'ready';
    const problem = read === null || read.ok ? null : read.problem;
    const { line, page = null } = row;
    return { at, line, page, state, read: entry, problem, duplicate, id };
  });
  return { rows, dates, lacking };
}

/**
 * Whether a row can be taken at all: it was understood, and importing it would do something. One that was imported
 * before is the same activity, which stays as it is.
 */
export function canTake({ read, state, duplicate }: Omit<PreviewRow, 'isChosen'>): boolean {
  return read !== null && !(state === 'duplicate' && duplicate?.by === 'import');
}

/**
 * A reading with what is taken of it. `choices` are the user’s: by the row’s place, whether it is taken. Without a
 * choice, what is ready is taken; what seems to be there already is not, nor is a claim added to it.
 */
export function chosenOf(
  { rows: all, dates, lacking }: ImportReading,
  choices: ReadonlyMap<number, boolean>,
): ImportPreview {
  const counts = { ready: 0, claim: 0, duplicate: 0, wrong: 0, undecided: 0, chosen: 0 };
  let units = 0;
  const rows = all.map((row): PreviewRow => {
    const { at, state, read } = row;
    const isChosen = canTake(row) && (choices.get(at) ?? state === 'ready');
    counts[state] += 1;
    if (isChosen && read) {
      counts.chosen += 1;
      units += read.units;
    }
    return { ...row, isChosen };
  });
  return { rows, dates, lacking, counts, units };
}

/** What the library would refuse is said at the row. */
function checked(
  read: Result<ReadRow> | null,
  world: ImportWorld,
  day?: Day,
): Result<ReadRow> | null {
  if (!read?.ok || read.value.body === null) return read;
  const { completedOn, body } = read.value;
  const claims = [claimOf(read.value, body)];
  return checkClaims(world.library, claims, day ?? completedOn, world.reference) ?? read;
}

/**
 * The one command that a confirmed preview stands for; undo takes all of it back. The mapping rides along and is
 * remembered for the next table with these columns.
 *
 * Problems: import-unmapped, import-undecided, import-too-many, import-nothing.
 */
export function importCommand(
  table: ImportTable,
  mapping: Mapping,
  { rows, dates, lacking }: ImportPreview,
): Result<CommandOf<'activities.import'>> {
  if (lacking.length > 0) {
    const words = { title: 'title', completedOn: 'date', units: 'units' } as Record<string, string>;
    return failed('import-unmapped', {
      fields: lacking.map((field) => words[field] ?? field).join(' and the '),
    });
  }
  if (dates.because === 'open') {
    return failed('import-undecided', { text: dates.example?.text ?? '' });
  }
  const chosen = rows.filter(({ isChosen, read }) => isChosen && read);
  if (chosen.length === 0) return failed('import-nothing');
  if (chosen.length > mostRows) {
    return failed('import-too-many', { name: table.name, most: mostRows.toLocaleString('en-US') });
  }
  const id = mappingId(table);
  const header = table.header.map((name) => name.slice(0, 200));
  return ok({
    type: 'activities.import',
    rows: importedRows(
      chosen.flatMap((row) =>
        row.state !== 'claim' && row.read && row.id !== null ? [[row.id, row.read] as const] : [],
      ),
    ),
    claims: chosen.flatMap(({ state, read, duplicate }) =>
      state === 'claim' && read && read.body !== null && duplicate?.activityId
        ? [{ activityId: duplicate.activityId, ...claimOf(read, read.body) }]
        : [],
    ),
    mapping: { id, name: table.name.slice(0, 255) || 'Table', header, ...mapping },
  });
}
