import type { Day, Units } from '../../library/fields';
import type { Reference } from '../../reference/schema';
import type { ProblemCode } from '../../problems';
import { failed, ok, type Problem, type Result } from '../../result';
import { formatUnits, mostUnits } from '../../units';
import { checkDay } from '../checks';
import type { ClaimState } from '../schema';
import { dayOf, type DayOrder } from '../written-day';
import { stateOf, unitsOf } from './cells';
import { reading } from './dates';
import type { ImportField, Mapping } from './schema';
import { plainWords, type TableRow } from './table';

/** A row as it is understood. */
export interface ReadRow {
  title: string;
  completedOn: Day;
  hours: Units;
  units: Units;
  sponsor: string;
  indexNumber: string;
  note: string;
  body: string | null;
  state: ClaimState;
}

export interface RowWorld {
  today: Day;
  reference: Reference;
  /** Ids of the bodies that rows can be claimed at, the user’s own among them. */
  bodies: readonly string[];
}

const most: Partial<Record<ImportField, number>> = {
  title: 300,
  sponsor: 200,
  indexNumber: 60,
  note: 20_000,
};
const names: Partial<Record<ImportField, string>> = { indexNumber: 'index number' };

/** A column’s cells, by the mapping; empty where no column holds the field. */
export function cellsOf(rows: readonly TableRow[], { columns }: Mapping, field: ImportField) {
  const at = columns.indexOf(field);
  return at < 0 ? [] : rows.map(({ cells }) => cells[at] ?? '');
}

/**
 * Reads a row. Null while its day depends on an order of numbers that is still to be asked. Problems name what a
 * person can see in the cell.
 */
export function readRow(
  row: TableRow,
  mapping: Mapping,
  order: DayOrder | null,
  world: RowWorld,
): Result<ReadRow> | null {
  const cell = (field: ImportField) => {
    const at = mapping.columns.indexOf(field);
    return at < 0 ? '' : (row.cells[at] ?? '').trim();
  };
  if (row.cells.slice(mapping.columns.length).some((extra) => extra.trim() !== '')) {
    return failed('import-too-many-cells', {
      cells: String(row.cells.length),
      columns: String(mapping.columns.length),
    });
  }
  const title = cell('title').replace(/\s+/g, ' ');
  if (title === '') return failed('import-no-title');
  const long = (['title', 'sponsor', 'indexNumber', 'note'] as const).find(
    (field) => (field === 'title' ? title : cell(field)).length > (most[field] ?? 0),
  );
  if (long) {
    return failed('text-too-long', {
      field: names[long] ?? long,
      length: cell(long).length.toLocaleString('en-US'),
      most: String(most[long]),
    });
  }
  const amount = amountOf(cell('units'), cell('hours'));
  if (!amount.ok) return amount;
  const place = placeOf(cell('body'), cell('state'), mapping, world);
  if (!place.ok) return place;
  const day = reading(cell('completedOn'));
  if (typeof day === 'string') return failed(...dayProblem(day, cell('completedOn')));
  const completedOn = dayOf(day, order);
  if (completedOn === null) return null;
  const wrong = checkDay(completedOn, world.today);
  if (wrong) return wrong;
  const isAhead = completedOn > world.today && place.value.state === 'earned';
  return ok({
    title,
    completedOn,
    ...amount.value,
    sponsor: cell('sponsor'),
    indexNumber: cell('indexNumber'),
    note: cell('note'),
    body: place.value.body,
    state: isAhead ? 'planned' : place.value.state,
  });
}

function dayProblem(code: ProblemCode, text: string): [ProblemCode, Problem['about']] {
  if (text === '') return ['import-no-date', {}];
  return code === 'date-far-off' ? [code, { date: short(text) }] : [code, { text: short(text) }];
}

/** Hours where only units are said, and the other way round: one hour is one unit until the user says otherwise. */
function amountOf(unitsCell: string, hoursCell: string): Result<{ units: Units; hours: Units }> {
  const units = unitsCell === '' ? undefined : unitsOf(unitsCell);
  const hours = hoursCell === '' ? undefined : unitsOf(hoursCell);
  if (units === null || hours === null) {
    const text = short(units === null ? unitsCell : hoursCell);
    return failed('bad-units', { text, most: formatUnits(mostUnits) });
  }
  const either = units ?? hours;
  if (either === undefined) return failed('import-no-units');
  return ok({ units: units ?? either, hours: hours ?? either });
}

function placeOf(
  bodyCell: string,
  stateCell: string,
  mapping: Mapping,
  { bodies, reference }: RowWorld,
): Result<{ body: string | null; state: ClaimState }> {
  const wanted = plainWords(bodyCell);
  const body =
    wanted === ''
      ? mapping.body
      : bodies.find((id) => {
          const known = reference.bodies.find((one) => one.id === id);
          return [id, known?.name, known?.fullName].some(
            (name) => plainWords(name ?? '') === wanted,
          );
        });
  if (body === undefined) return failed('import-unknown-body', { text: short(bodyCell) });
  const state = stateCell === '' ? mapping.state : stateOf(stateCell);
  if (state === null) return failed('import-unknown-state', { text: short(stateCell) });
  return ok({ body, state });
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
